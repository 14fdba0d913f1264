import { differencesOf, differences as kinds, type Difference } from '../claims/conflicts.ts'
import type { Graph } from './graph.ts'

/** All differences between the sources of a graph: conflicts first, then by thing and property. */
export function differencesIn(graph: Graph): Difference[] {
  const all = [...graph.entities.keys()].flatMap((iri) => differencesOf(graph.claimsOf(iri)))
  return kinds.flatMap((kind) => all.filter((difference) => difference.kind === kind))
}
