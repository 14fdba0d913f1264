/** What a graph knows of the things that some names may mean: all that it tells of what has a name, and of a hub's things those of the same name. */
import type { Gathered } from '../../claims/gather.ts'
import { plainNames } from '../../claims/resolve/near-names.ts'
import { normalName } from '../../model/normal-name.ts'
import type { Claim } from '../../model/claim.ts'
import { classInIri, hubKey, idOf } from '../../model/iri.ts'
import { st, type ClassName } from '../../model/vocabulary.ts'
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
  const forms = (name: string, kinds: readonly ClassName[]): Set<string> =>
    new Set([name, ...kinds.flatMap((kind) => plainNames(name, kind))].map(normalName))
  const asked = new Set(decisions.flatMap(({ called: { name, kinds } }) => [...forms(name, kinds)]))
  const isAsked = (iri: string, hubId: string): boolean => {
    const kind = classInIri(iri, base)
    return [...forms(hubId.slice(hubId.indexOf('/') + 1), kind ? [kind] : [])].some((form) => asked.has(form))
  }
  const far = new Set<string>()
  const near = new Set(claims.map(({ subject }) => subject))
  for (const { iri, value } of valuesOf(index, st('hubId'))) if (idOf(iri, base) === hubKey(value) && !isAsked(iri, value)) far.add(iri)
  for (const property of names) for (const { iri } of valuesOf(index, property)) if (!far.has(iri)) near.add(iri)
  return [...near].flatMap((iri) => [...graph.claimsOf(iri)])
}
