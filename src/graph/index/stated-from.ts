/** The steps from a thing along the edges of a predicate, one number after another. */
import type { Adjacency } from './adjacency.ts'

/** The edges from a thing that stand in some sets of graphs, by their places. */
export function* edgesFrom(edges: Adjacency, uniform: number | undefined, mask: Uint8Array, thing: number): Generator<number> {
  const rank = edges.keys.rankOf(thing)
  if (rank < 0) return
  const end = edges.end(rank)
  for (let edge = edges.start(rank); edge < end; edge++) if (mask[uniform ?? edges.setOf(edge)]) yield edge
}

/** What they lead to. */
export function* statedFrom(edges: Adjacency, uniform: number | undefined, mask: Uint8Array, thing: number): Generator<number> {
  for (const edge of edgesFrom(edges, uniform, mask, thing)) yield edges.targets[edge]!
}
