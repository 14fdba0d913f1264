/** What a query is made of, for those who must know whether it has something in it. */
import type { Quad, Term } from '@rdfjs/types'
import { toAlgebra } from '@traqula/algebra-sparql-1-2'
import { Parser } from '@traqula/parser-sparql-1-2'

/** A node of the algebra: https://www.w3.org/TR/sparql11-query/#sparqlAlgebra as Comunica's parser has it. */
export interface Node {
  readonly type: string
  readonly subType?: string
  readonly [key: string]: unknown
}

export interface Path extends Node {
  readonly subject: Term
  readonly predicate: Node
  readonly object: Term
  readonly graph: Term
}

/** A query and its data, as those who look into it see them. */
export interface Question {
  readonly quads: readonly Quad[]
  readonly sparql: string
  /** All of its algebra, the outermost first; nothing where the text is no query. */
  readonly nodes: readonly Node[]
  /** What is asked within GRAPH, which the rest of the algebra says of each pattern. */
  readonly graphs: readonly Node[]
}

const parser = new Parser()

export function questionOf(quads: readonly Quad[], sparql: string): Question {
  try {
    const parsed = parser.parse(sparql)
    const graphs = within(toAlgebra(parsed, { blankToVariable: true })).filter(({ type }) => type === 'graph')
    return { quads, sparql, nodes: within(toAlgebra(parsed, { quads: true, blankToVariable: true })), graphs }
  } catch {
    return { quads, sparql, nodes: [], graphs: [] }
  }
}

/** A part of the algebra with all that it is made of. */
export function within(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(within)
  const own = 'type' in value && typeof value.type === 'string' ? [value as Node] : []
  return [...own, ...Object.values(value).flatMap(within)]
}

export const has = ({ nodes }: Question, type: string): boolean => nodes.some((node) => node.type === type)
export const allOf = ({ nodes }: Question, type: string): Node[] => nodes.filter((node) => node.type === type)
export const pathsOf = (question: Question): Path[] => allOf(question, 'path') as Path[]

/** All terms in a part of the algebra. */
export function termsIn(value: unknown): Term[] {
  if (typeof value !== 'object' || value === null) return []
  if (!('termType' in value)) return Object.values(value).flatMap(termsIn)
  const term = value as Term
  return term.termType === 'Quad' ? [term.subject, term.predicate, term.object, term.graph].flatMap(termsIn) : [term]
}

export const variablesIn = (value: unknown): string[] =>
  termsIn(value).flatMap((term) => (term.termType === 'Variable' ? [term.value] : []))

const distinctKinds = ['ZeroOrMorePath', 'OneOrMorePath', 'ZeroOrOnePath']

/** Whether a path's answer has no duplicates by its definition. */
const isDistinct = (path: Node): boolean => distinctKinds.includes(path.type)

/** The steps of a path that lie outside of everything that has no duplicates anyway. */
export const bagSteps = (path: Node): Node[] =>
  isDistinct(path) ? [] : [path, ...[path['input'], path['path']].flat().flatMap((inner) => (inner ? bagSteps(inner as Node) : []))]

/** Whether a path leads from everything to itself. */
export function isZeroLength(path: Node): boolean {
  switch (path.type) {
    case 'ZeroOrMorePath':
    case 'ZeroOrOnePath':
      return true
    case 'OneOrMorePath':
    case 'inv':
      return isZeroLength(path['path'] as Node)
    case 'seq':
      return (path['input'] as Node[]).every(isZeroLength)
    case 'alt':
      return (path['input'] as Node[]).some(isZeroLength)
    default:
      return false
  }
}

/** The variables that can have a value in a solution of a pattern: not those that only a filter, MINUS or a sub-select knows. */
export function visible(pattern: unknown): ReadonlySet<string> {
  const node = pattern as Node
  const inputs = [node['input'] ?? []].flat() as Node[]
  switch (node.type) {
    case 'bgp':
    case 'path':
    case 'values':
      return new Set(variablesIn(pattern))
    case 'project':
      return new Set(variablesIn(node['variables']))
    case 'minus':
      return visible(inputs[0])
    case 'group':
      return new Set(variablesIn([node['variables'], (node['aggregates'] as Node[]).map(({ variable }) => variable)]))
    default:
      return new Set([...inputs.flatMap((input) => [...visible(input)]), ...variablesIn(node['variable'])])
  }
}

/** The variables that have a value in every solution of a pattern. */
export function certain(pattern: unknown): ReadonlySet<string> {
  const node = pattern as Node
  const inputs = [node['input']].flat() as Node[]
  switch (node.type) {
    case 'bgp':
    case 'path':
      return new Set(variablesIn(pattern))
    case 'join':
      return new Set(inputs.flatMap((input) => [...certain(input)]))
    case 'union':
      return new Set([...certain(inputs[0])].filter((name) => inputs.every((input) => certain(input).has(name))))
    case 'values': {
      const rows = node['bindings'] as Readonly<Record<string, unknown>>[]
      return new Set(variablesIn(node['variables']).filter((name) => rows.every((row) => name in row)))
    }
    case 'project': {
      const projected = variablesIn(node['variables'])
      return new Set([...certain(inputs[0])].filter((name) => projected.includes(name)))
    }
    case 'leftjoin':
    case 'minus':
    case 'filter':
    case 'distinct':
    case 'orderby':
    case 'extend':
    case 'from':
      return certain(inputs[0])
    case 'group':
      return new Set([...certain(inputs[0])].filter((name) => variablesIn(node['variables']).includes(name)))
    default:
      return new Set()
  }
}

/** The variables that two patterns are joined by, where one of them may have no value. */
export function looselyJoined(node: Node): string[] {
  if (!['join', 'leftjoin', 'minus'].includes(node.type)) return []
  const inputs = (node['input'] as Node[]).map((input) => ({ visible: visible(input), certain: certain(input) }))
  const names = [...new Set(inputs.flatMap((input) => [...input.visible]))]
  const having = (name: string): typeof inputs => inputs.filter((input) => input.visible.has(name))
  return names.filter((name) => having(name).length > 1 && !having(name).every((input) => input.certain.has(name)))
}
