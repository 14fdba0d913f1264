/**
 * GRAPH in the algebra of quads, where each pattern has the name of its graph (SPARQL 1.1, 18.6). What has a solution without a
 * triple begins with the names of the graphs; and what hides the name, as a sub-select does, is asked of each graph by itself.
 */
import type { Term, Variable } from '@rdfjs/types'
import type { QuadIndex } from '../graph/index/quad-index.ts'
import type { Operation } from './answer.ts'
import { is, isNode, mapParts, type Node } from './remote/syntax-tree.ts'

/** The algebra of a question without GRAPH: in its place are patterns of quads, and operations that `overNamedGraphs` takes out. */
export const inQuads = (question: Operation): Operation => put(question) as Operation

/** @param graph what the patterns are asked of; nothing for the default graph */
function put(value: unknown, graph?: Term): unknown {
  if (Array.isArray(value)) return value.map((one) => put(one, graph))
  if (!isNode(value)) return value
  switch (value['type']) {
    case 'graph':
      return inGraph(value['input'] as Node, value['name'] as Term)
    // Asked elsewhere, or of graphs of its own, whatever graph stands around it.
    case 'service':
    case 'eachgraph':
      return value
    case 'construct':
      return { ...value, input: put(value['input']) }
    case 'pattern':
    case 'path':
      return graph && (value['graph'] as Term).termType === 'DefaultGraph' ? { ...value, graph } : value
    case 'minus':
      // A name of a graph that both sides have is no variable that they share.
      return { ...mapParts(value, (part) => put(part, graph)), ...(graph?.termType === 'Variable' && { graphScopeVar: graph }) }
    default:
      return 'termType' in value ? value : mapParts(value, (part) => put(part, graph))
  }
}

function inGraph(input: Node, graph: Term): unknown {
  if (graph.termType === 'Variable' && hides(input, graph)) return { type: 'eachgraph', graph, input: put(input) }
  return put(needsTriple(input) ? input : begun(input, { type: 'graphname', graph }), graph)
}

/** Whether a variable means something else within: a sub-select has variables of its own, and BIND may give it another value. */
function hides(value: unknown, graph: Variable): boolean {
  if (Array.isArray(value)) return value.some((part) => hides(part, graph))
  if (!isNode(value) || 'termType' in value || ['graph', 'service'].includes(value['type'] as string)) return false
  if (value['type'] === 'project' || (is(value, 'extend') && graph.equals(value['variable'] as Term))) return true
  return Object.values(value).some((part) => hides(part, graph))
}

/** Whether each solution rests on a triple of the graph. */
function needsTriple(node: Node): boolean {
  const input = node['input']
  switch (node['type']) {
    case 'bgp':
      return (node['patterns'] as readonly unknown[]).length > 0
    case 'path':
      return !mayStay(node['predicate'] as Node)
    case 'join':
      return (input as readonly Node[]).some(needsTriple)
    case 'union':
      return (input as readonly Node[]).every(needsTriple)
    case 'leftjoin':
    case 'minus':
      return needsTriple((input as readonly Node[])[0]!)
    case 'filter':
    case 'extend':
    case 'project':
    case 'orderby':
    case 'slice':
    case 'distinct':
    case 'reduced':
      return needsTriple(input as Node)
    default:
      return false
  }
}

/** Whether a path can be one of no steps. */
function mayStay({ type, path, input }: Node): boolean {
  switch (type) {
    case 'ZeroOrMorePath':
    case 'ZeroOrOnePath':
      return true
    case 'OneOrMorePath':
    case 'inv':
      return mayStay(path as Node)
    case 'alt':
      return (input as readonly Node[]).some(mayStay)
    case 'seq':
      return (input as readonly Node[]).every(mayStay)
    default:
      return false
  }
}

/** A group that begins with something: OPTIONAL, MINUS, BIND and FILTER come after it. */
function begun(node: Node, first: Node): Node {
  const input = node['input'] as Node & readonly Node[]
  switch (node['type']) {
    case 'bgp':
      return (node['patterns'] as readonly unknown[]).length === 0 ? first : { type: 'join', input: [first, node] }
    case 'join':
      return { ...node, input: [first, ...input] }
    case 'leftjoin':
    case 'minus':
      return { ...node, input: [begun(input[0]!, first), input[1]] }
    case 'filter':
    case 'extend':
      return { ...node, input: begun(input, first) }
    default:
      return { type: 'join', input: [first, node] }
  }
}

/**
 * The question over the named graphs that there are: those of FROM NAMED, where FROM stands (13.2), or else all.
 *
 * @param question algebra as `inQuads` makes it, its parameters put in
 */
export function overNamedGraphs(question: Operation, index: QuadIndex): Operation {
  const names = (): readonly Term[] =>
    is(question, 'from') ? (question['named'] as readonly Term[]) : index.namedGraphs.map((number) => index.terms.term(number))
  const over = (value: unknown): unknown => {
    if (Array.isArray(value)) return mapped(value, over)
    if (!isNode(value) || 'termType' in value) return value
    const graph = value['graph'] as Term
    if (is(value, 'graphname')) return nameIn(names(), graph)
    if (!is(value, 'eachgraph')) return changed(value, over)
    if (graph.termType !== 'Variable') return over(join(nameIn(names(), graph), put(value['input'], graph)))
    return over(union(names().map((name) => join(values(graph, [name]), put(value['input'], name)))))
  }
  return over(question) as Operation
}

/** The same list where nothing in it becomes another. */
function mapped(list: readonly unknown[], change: (value: unknown) => unknown): readonly unknown[] {
  const made = list.map(change)
  return made.every((value, place) => value === list[place]) ? list : made
}

/** The same node where no part of it becomes another. */
function changed(node: Node, change: (value: unknown) => unknown): Node {
  const made = Object.entries(node).map(([key, part]) => [key, change(part)] as const)
  return made.every(([key, part]) => part === node[key]) ? node : Object.fromEntries(made)
}

const join = (...input: readonly unknown[]): Node => ({ type: 'join', input })

const union = (input: readonly Node[]): Node => (input.length > 1 ? { type: 'union', input } : (input[0] ?? nothing))

const nothing: Node = { type: 'values', variables: [], bindings: [] }

const values = (variable: Variable, terms: readonly Term[]): Node => ({
  type: 'values',
  variables: [variable],
  bindings: terms.map((term) => ({ [variable.value]: term })),
})

/** One solution for each graph of this name. */
function nameIn(names: readonly Term[], graph: Term): Node {
  if (graph.termType === 'Variable') return values(graph, names)
  return names.some(({ termType, value }) => termType === graph.termType && value === graph.value) ? { type: 'bgp', patterns: [] } : nothing
}
