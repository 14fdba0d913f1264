import { differencesOf, differences as kinds, type Difference } from '../claims/conflicts.ts'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { ownerLinks } from '../model/vocabulary.ts'
import { remember } from '../remember.ts'
import type { Graph } from './graph.ts'

/**
 * All differences between the sources of a graph, or those about some things: conflicts first. Of each kind what matters most
 * comes first: the thing that most sources differ on, then the thing that most others point to; what belongs to a thing, such
 * as its trainings, stands with it.
 */
export function differencesIn(graph: Graph, things: Iterable<string> = graph.entities.keys()): Difference[] {
  const all = [...things].flatMap((iri) => differencesOf(graph.claimsOf(iri)))
  const byKind = groupBy(all, ({ kind }) => kind)
  const pointingTo = remember((iri) => graph.pointingTo(iri).length)
  return kinds.flatMap((kind) => byWeight(graph, byKind.get(kind) ?? [], pointingTo))
}

function byWeight(graph: Graph, differences: readonly Difference[], pointingTo: (iri: string) => number): Difference[] {
  const weighed = differences.map((difference) => ({
    difference,
    owner: ownerOf(graph, difference.subject),
    sources: new Set(difference.claims.map(({ source }) => source)).size,
  }))
  return [...groupBy(weighed, ({ owner }) => owner)]
    .map(([owner, own]) => ({ owner, sources: Math.max(...own.map(({ sources }) => sources)), own }))
    .sort((a, b) => b.sources - a.sources || pointingTo(b.owner) - pointingTo(a.owner) || compareText(a.owner, b.owner))
    .flatMap(({ own }) => own.sort((a, b) => b.sources - a.sources || compareText(a.difference.subject, b.difference.subject)))
    .map(({ difference }) => difference)
}

/** The thing that something belongs to: the model of a training's usage. A store may have it belong to itself. */
function ownerOf(graph: Graph, iri: string, seen: ReadonlySet<string> = new Set()): string {
  const owner = graph.stated(iri, ownerLinks)[0]?.value.value
  return owner === undefined || seen.has(owner) ? iri : ownerOf(graph, owner, new Set([...seen, iri]))
}
