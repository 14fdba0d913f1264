/** Tells the planner which parts of a question the graph answers whole. */
import type { Operation as AnyOperation } from '../answer.ts'
import type { Operation } from './algebra.ts'
import { answers, answersPlainly } from './program.ts'

/** An operation that may have inputs, and a note of the source that answers it. */
interface Node extends AnyOperation {
  readonly input?: Node | readonly Node[]
  readonly expression?: Expression
  readonly metadata?: Record<string, unknown>
}

/** An expression: EXISTS has a pattern of its own. */
interface Expression {
  readonly input?: Node
  readonly args?: readonly Expression[]
}

/**
 * An operation with the source noted at each part that the graph answers, the largest ones on top. What joins other things
 * too is split, so that the planner sees one part for the graph and the others.
 */
export function annotated(operation: AnyOperation, source: unknown): AnyOperation {
  assign(operation, source)
  return annotate(operation, source)
}

/**
 * Puts the source in the place of the one that the planner has noted at each pattern: that gives blank nodes other names, to
 * keep those of several sources apart.
 */
function assign(operation: AnyOperation, source: unknown): void {
  const open: unknown[] = [operation]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    const { metadata } = value as { metadata?: Record<string, unknown> }
    if (metadata && 'scopedSource' in metadata) metadata['scopedSource'] = source
    for (const [key, inner] of Object.entries(value)) if (key !== 'metadata') open.push(inner)
  }
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
    ...(expression && { expression: annotatedExpression(expression, source) }),
  }
}

function annotatedExpression(expression: Expression, source: unknown): Expression {
  const { input, args } = expression
  return {
    ...expression,
    ...(input && { input: annotate(input, source) }),
    ...(args && { args: args.map((one) => annotatedExpression(one, source)) }),
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
