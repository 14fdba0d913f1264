/** All that is known of a thing, straight from the numbers of the graph. */
import type { Quad_Graph, Quad_Object, Quad_Subject } from '@rdfjs/types'
import { inOrder, type Outline, type Row } from '../formats/outline.ts'
import { defaultGraph as defaultGraphTerm, namedNode } from '../model/claim.ts'
import { graphNames } from '../model/iri.ts'
import { classOf, ownerLinks, prefixes } from '../model/vocabulary.ts'
import { rememberLast } from '../remember.ts'
import { defaultGraph } from './index/graph-sets.ts'
import { matching } from './index/match.ts'
import type { QuadIndex } from './index/quad-index.ts'
import type { Relation } from './index/relation.ts'
import { absent } from './index/terms.ts'

/** What is told of a thing: the best view alone, or what each source says and the claims too. */
export type Telling = 'best' | 'all'

/**
 * What is told of a thing and of what belongs to it: its trainings, evaluations and comparisons.
 *
 * @param iri the thing, which comes first
 */
export function outlineAbout(index: QuadIndex, iri: string, telling: Telling): Outline {
  const number = index.terms.find(namedNode(iri))
  if (number === absent) return []
  const { owners, claimed, claims, others, aboutClaim } = placesOf(index)
  const graphs = new Map<number, Map<number, Map<number, number[]>>>()
  const add = (subject: number, relations: Iterable<Relation>, keeps: (graph: number) => boolean): void => {
    for (const { predicate, forward, uniform } of relations) {
      const rank = forward.keys.rankOf(subject)
      if (rank < 0) continue
      const end = forward.end(rank)
      for (let edge = forward.start(rank); edge < end; edge++)
        for (const graph of index.parts.sets.graphsOf(uniform ?? forward.setOf(edge)))
          if (keeps(graph)) listIn(mapIn(mapIn(graphs, graph), subject), predicate).push(forward.targets[edge]!)
    }
  }
  const keeps = telling === 'best' ? (graph: number) => graph === defaultGraph : (graph: number) => !others.has(graph)
  for (const thing of withParts(index, number, owners)) {
    add(thing, index.relations.values(), keeps)
    if (telling === 'all' && aboutClaim)
      for (const { subject: claim } of matching(index, { predicate: aboutClaim.predicate, object: thing, graph: claims }))
        add(claim, claimed, (graph) => graph === claims)
  }
  const { terms } = index
  return inOrder(
    [...graphs].map(([graph, subjects]) => [
      graph === defaultGraph ? defaultGraphTerm() : (terms.term(graph) as Quad_Graph),
      [...subjects].map(([subject, rows]) => [
        terms.term(subject) as Quad_Subject,
        [...rows].map(([predicate, objects]): Row => [
          terms.term(predicate).value,
          objects.map((object): Quad_Object => terms.term(object)),
        ]),
      ]),
    ]),
    iri,
  )
}

/** A thing and what belongs to it in the best view, and what belongs to that. */
function withParts(index: QuadIndex, thing: number, owners: readonly Relation[]): Set<number> {
  const found = new Set([thing])
  for (const owner of found)
    for (const { predicate } of owners)
      for (const { subject } of matching(index, { predicate, object: owner, graph: defaultGraph })) found.add(subject)
  return found
}

/** Where in an index that is found which every thing needs. */
const placesOf = rememberLast((index: QuadIndex) => {
  const relations = (paths: Iterable<string>): Relation[] => [...paths].flatMap((path) => index.relations.get(index.predicate(path)) ?? [])
  const names = graphNames(index.parts.base)
  const claims = index.predicate(names.claims)
  const properties = classOf('Claim').properties
  return {
    claims,
    /** Graphs that speak of the graph itself. */
    others: new Set([claims, index.predicate(names.about), index.predicate(names.best)]),
    owners: relations(ownerLinks),
    claimed: relations([`${prefixes.rdf}type`, ...[...properties.values()].map(({ path }) => path)]),
    aboutClaim: relations([properties.get('subject')!.path])[0],
  }
})

function mapIn<Key, Value>(maps: Map<number, Map<Key, Value>>, key: number): Map<Key, Value> {
  let found = maps.get(key)
  if (!found) {
    found = new Map<Key, Value>()
    maps.set(key, found)
  }
  return found
}

function listIn(lists: Map<number, number[]>, key: number): number[] {
  let found = lists.get(key)
  if (!found) {
    found = []
    lists.set(key, found)
  }
  return found
}
