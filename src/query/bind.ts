/** From what a person wrote for a question's parameters to the terms that they stand for. */
import type { Term } from '@rdfjs/types'
import { StemmaError, type Problem } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { isGraph, wrongArgument } from './arguments.ts'
import { termOf } from './parameter-type.ts'
import type { SavedQuery } from './question.ts'

/** Slips of the answer's side; all others are wrong usage. */
const answers = new Set(['unknown-name', 'ambiguous-name'])

/**
 * Binds arguments to a question's parameters.
 *
 * @param args values by name, as a person wrote them
 * @returns RDF terms by variable
 * @throws StemmaError with every argument that is missing, unknown or wrong
 */
export function bind(graph: Graph, query: SavedQuery, args: Readonly<Record<string, string>>): Record<string, Term> {
  checkArguments(graph, query, args)
  const names = query.parameters.map(({ name }) => name)
  const problems: Problem[] = Object.keys(args)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      code: 'unknown-parameter',
      message: `${query.name} has no parameter ${quote(name)}`,
      hint: didYouMean(name, names) ?? (names.length > 0 ? `its parameters: ${names.join(', ')}` : 'it takes none'),
    }))
  const bound = new Map<string, Term>()
  for (const { name, type, optional, default: fallback, help } of query.parameters) {
    const written = Object.hasOwn(args, name) ? args[name] : fallback
    if (written === undefined) {
      if (!optional)
        problems.push({
          code: 'missing-parameter',
          message: `${query.name} needs ${name}: ${help}`,
          hint: `for example: ${callOf(query, query.examples[0] ?? `${name}=…`)}`,
        })
      continue
    }
    try {
      bound.set(name, termOf(graph, type, written))
    } catch (error) {
      if (!(error instanceof StemmaError)) throw error
      problems.push(...error.problems.map((problem) => ({ ...problem, message: `${name}: ${problem.message}`, key: name })))
    }
  }
  if (problems.length > 0) throw new StemmaError(problems, problems.every(({ code }) => answers.has(code)) ? 'input' : 'usage')
  return Object.fromEntries(bound)
}

/** The command that asks a question, as a person types it. */
export function callOf({ name, file }: Pick<SavedQuery, 'name' | 'file'>, example = ''): string {
  const question = name === inline ? "'…'" : file === standardInput ? '-' : quoted(name)
  return `stemma query ${question} ${example}`.trimEnd()
}

const quoted = (name: string): string => (/^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`)

/** The names of questions that have none of their own. */
export const inline = 'this query'
export const standardInput = 'standard input'

function checkArguments(graph: unknown, query: unknown, args: unknown): void {
  if (!isGraph(graph)) throw wrongArgument('bind', 'a graph first', 'such as openShipped() or build([folder])')
  if (typeof query !== 'object' || query === null || !Array.isArray((query as Partial<SavedQuery>).parameters))
    throw wrongArgument('bind', 'a question', "such as savedQuery('ancestors')")
  if (typeof args !== 'object' || args === null) throw wrongArgument('bind', 'an object of arguments', "such as { model: 'sparrow' }")
  for (const [name, value] of Object.entries(args))
    if (typeof value !== 'string') throw wrongArgument('bind', `a text for ${quote(name)}`, "such as { model: 'sparrow' }")
}
