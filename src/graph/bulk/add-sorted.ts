import type { EdgeList } from '../index/edge-list.ts'
import { mergedEdges, sortedEdges } from '../index/edges.ts'
import type { IndexBuilder } from '../index/index-builder.ts'
import type { SortedEdges } from '../index/index-writer.ts'

/** Adds triples of a predicate to those that are sorted already. */
export function addSorted(predicate: number, list: EdgeList, { relations, memory }: SortedEdges, { terms, sets }: IndexBuilder): void {
  if (list.subjects.length === 0) return
  const before = relations.get(predicate)
  const edges = sortedEdges(list, terms.size, sets, memory)
  relations.set(predicate, before ? mergedEdges(before, edges, sets, memory) : edges)
}
