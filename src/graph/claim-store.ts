/** Where a graph has its claims: all of them in memory, or made when they are asked for. */
import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'

/** Claims by subject. */
export interface ClaimStore {
  /** The IRIs of all things that claims are about, sorted. */
  readonly subjects: readonly string[]
  /** All claims, sorted. */
  all(): readonly Claim[]
  /** The claims about a thing, sorted. */
  of(subject: string): readonly Claim[]
  /** The things with a claim whose value is this thing. */
  pointingTo(iri: string): readonly string[]
}

/** The store of sorted claims that are in memory. */
export function claimStore(claims: readonly Claim[]): ClaimStore {
  const bySubject = groupBy(claims, ({ subject }) => subject)
  let byObject: Map<string, Claim[]> | undefined
  return {
    subjects: [...bySubject.keys()],
    all: () => claims,
    of: (subject) => bySubject.get(subject) ?? [],
    pointingTo: (iri) => {
      byObject ??= groupBy(
        claims.filter(({ value }) => value?.termType === 'NamedNode'),
        ({ value }) => value!.value,
      )
      return [...new Set((byObject.get(iri) ?? []).map(({ subject }) => subject))]
    },
  }
}
