/**
 * A question as a store is to be asked it: parameters put in, the best view in its graph, prefixes declared. It works on
 * the syntax tree and writes that back, so a question keeps its shape and a store sees no more than SPARQL 1.1.
 */
import { toAlgebra } from '@traqula/algebra-sparql-1-2'
import { Generator } from '@traqula/generator-sparql-1-2'
import type { Term } from '@rdfjs/types'
import { withoutFalseEscapes } from './code-points.ts'
import { describeAsConstruct, putGraph, type Places } from './put-graph.ts'
import { Misfit, putTerms } from './put-terms.ts'
import { is, isNode, iriNode, mapParts, nodesOf, termNode, variableNode, type Node } from './syntax-tree.ts'

/** What a store is sent, and what will come back. */
export interface Rewritten {
  readonly text: string
  readonly answer: 'bindings' | 'boolean' | 'quads'
  /** The most rows that the question asks for. */
  readonly limit?: number
  /** Whether its plain patterns ask the best view: it names no graphs to be put to. */
  readonly plain: boolean
}

/** Why a question cannot be put to a store. */
export type Unfit = { readonly unfit: 'update' | 'empty' } | { readonly unfit: 'set' | 'place'; readonly variable: string }

/** What a question is rewritten with. */
export interface RewriteOptions {
  readonly prefixes: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, Term>>
  readonly places: Places
}

/**
 * The question for a store. With FROM or FROM NAMED it is put to those graphs as they stand.
 *
 * @param tree the parser's syntax tree
 */
export function rewrite(tree: object, { prefixes, parameters, places }: RewriteOptions): Rewritten | Unfit {
  const question = withoutPlaces(tree) as Node
  if (is(question, 'update')) return { unfit: (question['updates'] as Node[]).some(({ operation }) => operation) ? 'update' : 'empty' }
  const terms = new Map(Object.entries(parameters).map(([name, term]) => [name, termNode(term)]))
  const columns = columnsOf(question, tree, prefixes)
  try {
    const put = describeAsConstruct(putTerms(withoutStar(question, columns), terms, columns))
    const plain = !hasDataset(put)
    return { text: textOf(withPrefixes(plain ? putGraph(put, places) : put, prefixes)), plain, ...kindOf(put) }
  } catch (error) {
    if (error instanceof Misfit) return { unfit: error.why, variable: error.variable }
    throw error
  }
}

/** Where in the text a node stood is of no use to a tree that is changed. (A row of VALUES may have a column ?loc.) */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (!isNode(value)) return value
  const isPlace = (part: unknown): boolean => isNode(part) && 'sourceLocationType' in part
  return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (isPlace(part) ? [] : [[key, withoutPlaces(part)]])))
}

/** What the generator is to write anew: all. */
const anew = { sourceLocationType: 'autoGenerate' }

function withPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlaces)
  if (!isNode(value)) return value
  return { ...mapParts(value, withPlaces), ...(typeof value['type'] === 'string' && { loc: anew }) }
}

const hasDataset = (question: Node): boolean => (question['datasets'] as { clauses: unknown[] }).clauses.length > 0

/** `DESCRIBE *` with the things that are described. */
const withoutStar = (question: Node, columns: readonly string[]): Node =>
  is(question, 'query', 'describe') && hasStar(question) ? { ...question, variables: columns.map(variableNode) } : question

const hasStar = (question: Node): boolean =>
  (question['variables'] as readonly unknown[] | undefined)?.some((one) => is(one, 'wildcard')) === true

/** The variables that `*` stands for. */
function columnsOf(question: Node, tree: object, prefixes: Readonly<Record<string, string>>): string[] {
  if (!hasStar(question)) return []
  const select = is(question, 'query', 'describe') ? { ...tree, subType: 'select' } : tree
  const { variables } = toAlgebra(select as Parameters<typeof toAlgebra>[0], { quads: true, prefixes: { ...prefixes } }) as unknown as {
    variables: { value: string }[]
  }
  return variables.map(({ value }) => value)
}

const answers: Readonly<Record<string, Rewritten['answer']>> = { select: 'bindings', ask: 'boolean', construct: 'quads' }

function kindOf(question: Node): Omit<Rewritten, 'text' | 'plain'> {
  const { limitOffset } = question['solutionModifiers'] as { limitOffset?: { limit?: number } }
  return { answer: answers[question['subType'] as string]!, ...(limitOffset?.limit !== undefined && { limit: limitOffset.limit }) }
}

/** The question with a declaration of each prefix that it uses and does not declare itself. */
function withPrefixes(question: Node, prefixes: Readonly<Record<string, string>>): Node {
  const context = question['context'] as readonly Node[]
  const declared = new Set(context.map(({ key }) => key))
  const used = new Set(
    [...nodesOf(question)].flatMap((node) => (is(node, 'term', 'namedNode') && typeof node['prefix'] === 'string' ? [node['prefix']] : [])),
  )
  const missing = [...used].filter((name) => !declared.has(name) && Object.hasOwn(prefixes, name)).sort()
  return {
    ...question,
    context: [...context, ...missing.map((key) => ({ type: 'contextDef', subType: 'prefix', key, value: iriNode(prefixes[key]!) }))],
  }
}

let generator: Generator | undefined

export function textOf(question: Node): string {
  generator ??= new Generator()
  return `${withoutFalseEscapes(generator.generate(withPlaces(question) as Parameters<Generator['generate']>[0]))}\n`
}
