/** Tells the planner which parts of a question the graph answers whole. */
import type { Operation as AnyOperation } from '../answer.ts'
import type { Operation } from './algebra.ts'
import { answers, answersPlainly } from './program.ts'

/** An operation that may have inputs, and a note of the source that answers it. */
interface Node extends AnyOperation {
  readonly input?: Node | readonly Node[]
  readonly expression?: { readonly subType?: string; readonly input?: Node }
  readonly metadata?: Record<string, unknown>
}

/**
 * An operation with the source noted at each part that the graph answers, the largest ones on top. What joins other things
 * too is split, so that the planner sees one part for the graph and the others.
 */
export function annotated<T>(operation: AnyOperation, source: T): AnyOperation {
  return annotate(operation, source)
}

function annotate(operation: Node, source: unknown): Node {
  // A service is asked elsewhere; and FROM changes, when it is run, which graphs the patterns below it are asked of.
  if (operation.type === 'service' || operation.type === 'from') return operation
  const node = { ...operation, ...within(operation, source) }
  if (answers(node as unknown as Operation)) return noted(node, source)
  return node.type === 'join' ? clustered(node, source) : node
}

function within({ input, expression }: Node, source: unknown): Partial<Node> {
  return {
    ...(input && { input: Array.isArray(input) ? input.map((one: Node) => annotate(one, source)) : annotate(input as Node, source) }),
    // EXISTS has a pattern of its own.
    ...(expression && { expression: expression.input ? { ...expression, input: annotate(expression.input, source) } : expression }),
  }
}

const noted = (node: Node, source: unknown): Node => ({ ...node, metadata: { ...node.metadata, scopedSource: source } })

/** A join with the parts that the graph answers together, as far as they have variables in common. */
function clustered(node: Node, source: unknown): Node {
  const inputs = node.input as readonly Node[]
  const clusters: Node[][] = []
  for (const input of inputs.filter(({ metadata }) => metadata?.['scopedSource'] === source)) {
    const joined = (cluster: readonly Node[]): Node => noted({ type: 'join', input: cluster }, source)
    const cluster = clusters.find((one) => answersPlainly(joined([...one, input]) as unknown as Operation))
    if (cluster) cluster.push(input)
    else clusters.push([input])
  }
  const others = inputs.filter(({ metadata }) => metadata?.['scopedSource'] !== source)
  const joined = clusters.map((cluster) => (cluster.length === 1 ? cluster[0]! : noted({ type: 'join', input: cluster }, source)))
  return { ...node, input: [...joined, ...others] }
}
