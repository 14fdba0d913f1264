/** What a graph knows of the things that some names may mean: all that it tells of what has a name, and of a hub's things those of the same name. */
import type { Gathered } from '../../claims/gather.ts'
import { normalName } from '../../model/normal-name.ts'
import type { Claim } from '../../model/claim.ts'
import { hubKey, idOf } from '../../model/iri.ts'
import { st } from '../../model/vocabulary.ts'
import { names } from '../claim-store.ts'
import type { Graph } from '../graph.ts'
import { valuesOf } from './snapshot.ts'

/**
 * The claims among which candidates are looked for. A hub has millions of things, and only by its name may one of them be meant.
 *
 * @param graph with all that it was made of
 * @param gathered what was added to it: its names are in question
 */
export function namesakesIn(graph: Graph, { claims, decisions }: Pick<Gathered, 'claims' | 'decisions'>): Claim[] {
  const { index, base } = graph
  const asked = new Set(decisions.map(({ called }) => normalName(called.name)))
  const far = new Set<string>()
  const near = new Set(claims.map(({ subject }) => subject))
  for (const { iri, value } of valuesOf(index, st('hubId')))
    if (idOf(iri, base) === hubKey(value) && !asked.has(normalName(value.slice(value.indexOf('/') + 1)))) far.add(iri)
  for (const property of names) for (const { iri } of valuesOf(index, property)) if (!far.has(iri)) near.add(iri)
  return [...near].flatMap((iri) => [...graph.claimsOf(iri)])
}
