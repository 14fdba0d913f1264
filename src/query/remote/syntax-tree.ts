/** The syntax tree of a question as plain data: what the parser gives and the generator takes. */
import type { Term } from '@rdfjs/types'

/** A node: an object whose type and subType say what it is. */
export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a node is of a type and subtype; a subtype alone is enough where no two types share it. */
export const is = (value: unknown, type: string, subType?: string): value is Node & { readonly type: string } =>
  isNode(value) && value['type'] === type && (subType === undefined || value['subType'] === subType)

export const isVariableNode = (value: unknown): value is Node & { value: string } => is(value, 'term', 'variable')

export const variableNode = (value: string): Node => ({ type: 'term', subType: 'variable', value })

export const iriNode = (value: string): Node => ({ type: 'term', subType: 'namedNode', value })

export const textNode = (value: string): Node => ({ type: 'term', subType: 'literal', value })

/** A term as a node; the caller has checked it. */
export function termNode(term: Term): Node {
  if (term.termType !== 'Literal') return iriNode(term.value)
  const { value, language, datatype } = term
  const isString = datatype.value === 'http://www.w3.org/2001/XMLSchema#string'
  return { type: 'term', subType: 'literal', value, langOrIri: language || (isString ? undefined : iriNode(datatype.value)) }
}

export const pattern = (subType: string, parts: Node): Node => ({ type: 'pattern', subType, ...parts })

export const group = (...patterns: readonly unknown[]): Node => pattern('group', { patterns })

/** An expression of an operator such as `!=` or a function such as `strstarts`. */
export const operation = (operator: string, ...args: readonly unknown[]): Node => ({
  type: 'expression',
  subType: 'operation',
  operator,
  args,
})

/** The node with each of its parts replaced by what the function makes of it. */
export const mapParts = (node: Node, change: (part: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([key, part]) => [key, Array.isArray(part) ? part.map(change) : change(part)]))

/** All nodes of a tree, a node before its parts. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const part of value as unknown[]) yield* nodesOf(part)
  else if (isNode(value)) {
    yield value
    for (const part of Object.values(value)) yield* nodesOf(part)
  }
}

/** Names for variables that no variable of the tree has. */
export function freshNames(tree: Node): () => string {
  const taken = new Set([...nodesOf(tree)].filter(isVariableNode).map(({ value }) => value))
  let count = 0
  return () => {
    do count += 1
    while (taken.has(`x${count}`))
    return `x${count}`
  }
}
