/** The quads that fit a pattern, on numbers. */
import type { Adjacency } from './adjacency.ts'
import { defaultGraph } from './graph-sets.ts'
import type { QuadIndex } from './quad-index.ts'
import type { Relation } from './relation.ts'

/** A quad on numbers. */
export interface NumberedQuad {
  readonly subject: number
  readonly predicate: number
  readonly object: number
  readonly graph: number
}

/** A pattern on numbers: what is left out fits everything, the default graph among the graphs. */
export type NumberedPattern = Partial<NumberedQuad>

/** A triple with the number of its set of graphs. */
interface Edge {
  readonly subject: number
  readonly object: number
  readonly set: number
}

/** The quads that fit a pattern, by predicate, then subject or object. */
export function* matching(index: QuadIndex, { subject, predicate, object, graph }: NumberedPattern): Generator<NumberedQuad> {
  const mask = graph === undefined ? undefined : index.mask(graph)
  for (const relation of relationsOf(index, predicate)) {
    if (mask && relation.uniform !== undefined && !mask[relation.uniform]) continue
    for (const edge of edgesOf(relation, subject, object)) {
      if (mask && !mask[edge.set]) continue
      const graphs = graph === undefined ? index.parts.sets.graphsOf(edge.set) : [graph]
      for (const one of graphs) yield { subject: edge.subject, predicate: relation.predicate, object: edge.object, graph: one }
    }
  }
}

/** The relation of a predicate, or all. */
function relationsOf(index: QuadIndex, predicate: number | undefined): Iterable<Relation> {
  if (predicate === undefined) return index.relations.values()
  const relation = index.relations.get(predicate)
  return relation ? [relation] : []
}

function* edgesOf(relation: Relation, subject: number | undefined, object: number | undefined): Generator<Edge> {
  const { forward, backward, uniform } = relation
  if (subject !== undefined && object !== undefined) {
    const edge = forward.find(subject, object)
    if (edge >= 0) yield { subject, object, set: uniform ?? forward.setOf(edge) }
    return
  }
  const direction = object === undefined ? forward : backward
  const { targets } = direction
  const only = subject ?? object
  for (let key = only ?? direction.keys.next(0); key >= 0; key = only === undefined ? direction.keys.next(key + 1) : -1) {
    const rank = direction.keys.rankOf(key)
    if (rank < 0) return
    const end = direction.end(rank)
    for (let edge = direction.start(rank); edge < end; edge++) {
      const set = uniform ?? direction.setOf(edge)
      yield object === undefined ? { subject: key, object: targets[edge]!, set } : { subject: targets[edge]!, object: key, set }
    }
  }
}

/** How many quads fit a pattern: exact, and quick for all that planners ask. */
export function countMatching(index: QuadIndex, { subject, predicate, object, graph }: NumberedPattern): number {
  let count = 0
  const mask = graph === undefined ? undefined : index.mask(graph)
  const weights = mask ?? index.parts.sets.all.map((graphs) => graphs.length)
  for (const relation of relationsOf(index, predicate)) {
    const { uniform, forward, backward } = relation
    if (subject === undefined && object === undefined)
      count += graph === undefined ? index.count(relation, defaultGraph) + index.countNamed(relation) : index.count(relation, graph)
    else if (uniform !== undefined) {
      if (weights[uniform] === 0) continue
      const triples =
        subject === undefined
          ? backward.degree(object!)
          : object === undefined
            ? forward.degree(subject)
            : Number(forward.find(subject, object) >= 0)
      count += weights[uniform]! * triples
    } else if (subject === undefined) count += weighed(backward, object!, weights)
    else if (object === undefined) count += weighed(forward, subject, weights)
    else for (const { set } of edgesOf(relation, subject, object)) count += weights[set]!
  }
  return count
}

/** What the edges from a key weigh, each by its set of graphs. */
function weighed(edges: Adjacency, key: number, weights: ArrayLike<number>): number {
  const rank = edges.keys.rankOf(key)
  if (rank < 0) return 0
  let weight = 0
  const end = edges.end(rank)
  for (let edge = edges.start(rank); edge < end; edge++) weight += weights[edges.setOf(edge)]!
  return weight
}
