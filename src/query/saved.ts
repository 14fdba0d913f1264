/**
 * The saved questions: one file each in queries/, whose head comment is its help.
 *
 *   # The models that a model was made from, through any number of steps.
 *   #
 *   # @param model Model the model to start from
 *   # @param lang language = en the language of the names
 *   # @example model=sparrow
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Term } from '@rdfjs/types'
import { fileError, StemmaError, type Problem } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { literal, namedNode } from '../model/claim.ts'
import { isReading, readValue } from '../model/value.ts'
import { classNames, type ClassName, type Property, type ValueKind } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { packageFile } from '../package-files.ts'
import { find } from './find.ts'

/** A parameter of a saved question. */
export interface Parameter {
  readonly name: string
  /** Classes, one of which the value must be of, or a kind of literal. */
  readonly type: readonly ClassName[] | ValueKind
  readonly default?: string
  readonly help: string
}

/** A saved question. */
export interface SavedQuery {
  readonly name: string
  /** What it answers: the first paragraph of its comment. */
  readonly help: string
  readonly parameters: readonly Parameter[]
  /** Arguments to try it with. */
  readonly examples: readonly string[]
  readonly sparql: string
}

/** The saved questions, by name. */
export function savedQueries(folder = packageFile('queries')): SavedQuery[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.rq'))
    .sort()
  return files.map((file) => readQuery(file.slice(0, -3), readFileSync(join(folder, file), 'utf8')))
}

/** One saved question, if there is one of that name. */
export function savedQuery(name: string, folder = packageFile('queries')): SavedQuery | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined
  try {
    return readQuery(name, readFileSync(join(folder, `${name}.rq`), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fileError(error, `${name}.rq`)
  }
}

const kinds: readonly string[] = ['string', 'integer', 'language', 'date', 'text'] satisfies ValueKind[]

/** Reads a question with its head comment. */
export function readQuery(name: string, sparql: string): SavedQuery {
  const comment = /^(?:#.*\n)*/
    .exec(sparql)![0]
    .split('\n')
    .map((line) => line.replace(/^# ?/, ''))
  const parameters = comment.flatMap((line) => {
    const match = /^@param (\S+) (\S+)(?: = (\S+))? +(.*)$/.exec(line)
    if (!match) return []
    const [, parameter, type, fallback, help] = match as unknown as [string, string, string, string | undefined, string]
    const classes = type.split('|')
    const known = kinds.includes(type)
      ? (type as ValueKind)
      : classes.every((one) => (classNames as readonly string[]).includes(one))
        ? (classes as ClassName[])
        : undefined
    if (!known)
      throw new StemmaError({
        code: 'bad-parameter',
        message: `${name}.rq: parameter ${parameter} has the unknown type ${type}`,
        hint: `a class of the ontology, or one of ${kinds.join(', ')}`,
      })
    return [{ name: parameter, type: known, help, ...(fallback !== undefined && { default: fallback }) }]
  })
  return {
    name,
    help: comment
      .slice(
        0,
        comment.findIndex((line) => line.trim() === '' || line.startsWith('@')),
      )
      .join(' '),
    parameters,
    examples: comment.flatMap((line) => (line.startsWith('@example') ? [line.slice('@example'.length).trim()] : [])),
    sparql,
  }
}

/**
 * Binds arguments to a question's parameters.
 *
 * @param args values by name, as a person wrote them
 * @returns RDF terms by variable
 * @throws StemmaError with every argument that is missing, unknown or wrong
 */
export function bind(graph: Graph, query: SavedQuery, args: Readonly<Record<string, string>>): Record<string, Term> {
  const problems: Problem[] = []
  const names = query.parameters.map(({ name }) => name)
  for (const name of Object.keys(args))
    if (!names.includes(name))
      problems.push({
        code: 'unknown-parameter',
        message: `${query.name} has no parameter "${name}"`,
        hint: didYouMean(name, names) ?? (names.length > 0 ? `its parameters: ${names.join(', ')}` : 'it takes none'),
      })
  const bound: Record<string, Term> = {}
  for (const parameter of query.parameters) {
    const written = Object.hasOwn(args, parameter.name) ? args[parameter.name] : parameter.default
    if (written === undefined)
      problems.push({
        code: 'missing-parameter',
        message: `${query.name} needs ${parameter.name}: ${parameter.help}`,
        hint: `for example: stemma query ${query.name} ${query.examples[0] ?? `${parameter.name}=…`}`,
      })
    else
      try {
        bound[parameter.name] = termOf(graph, parameter, written)
      } catch (error) {
        if (!(error instanceof StemmaError)) throw error
        problems.push(...error.problems)
      }
  }
  if (problems.length > 0) throw new StemmaError(problems, problems.some(({ code }) => code.endsWith('parameter')) ? 'usage' : 'input')
  return bound
}

function termOf(graph: Graph, { name, type }: Parameter, written: string): Term {
  if (typeof type !== 'string') return namedNode(find(graph, written, type).iri)
  if (type === 'language' || type === 'text') return literal(written)
  const reading = readValue(written, { name, path: '', kind: type, required: true, many: false } satisfies Property, graph.base)
  if (isReading(reading)) return reading.term
  throw new StemmaError({ ...reading, key: name }, 'usage')
}
