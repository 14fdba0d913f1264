/** Where a graph has its claims: all of them in memory, or made when they are asked for. */
import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'
import { prefixes, st } from '../model/vocabulary.ts'

/** Claims by subject. */
export interface ClaimStore {
  /** How many things claims are about. */
  readonly size: number
  /** The IRIs of all things that claims are about, sorted. */
  readonly subjects: readonly string[]
  /** All claims, sorted. */
  all(): readonly Claim[]
  /** The claims about a thing, sorted; those of some properties alone where these are named. */
  of(subject: string, properties?: ReadonlySet<string>): readonly Claim[]
  /** The things with a claim whose value is this thing, each with the properties of such claims; some properties alone where named. */
  pointingTo(iri: string, properties?: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>>
  /** The things of which a claim says that this text is a name or identifier; with a test, those with one that passes it. */
  named(text: string, isMeant?: (name: string) => boolean): readonly string[]
  /** IRIs that went out of use, and what stands in their place. */
  readonly retired: Retired
}

/** IRIs that went out of use since their thing has another one, with that one. */
export type Retired = ReadonlyMap<string, string>

/** The names that sources give a thing, the chosen one among them. */
export const names: readonly string[] = [`${prefixes.rdfs}label`, `${prefixes.skos}altLabel`]
/** By what catalogues know a thing. */
export const identifiers: readonly string[] = ['hubId', 'arxivId', 'doi'].map(st)
/** The properties whose values name a thing, in one way or another. */
export const nameProperties: readonly string[] = [...names, ...identifiers]

/** The store of sorted claims that are in memory. */
export function claimStore(claims: readonly Claim[], retired: Retired = new Map()): ClaimStore {
  const bySubject = groupBy(claims, ({ subject }) => subject)
  let byObject: Map<string, Claim[]> | undefined
  let byName: Map<string, Claim[]> | undefined
  return {
    size: bySubject.size,
    subjects: [...bySubject.keys()],
    retired,
    all: () => claims,
    of: (subject, properties) => {
      const all = bySubject.get(subject) ?? []
      return properties ? all.filter(({ property }) => properties.has(property)) : all
    },
    pointingTo: (iri, properties) => {
      byObject ??= groupBy(
        claims.filter(({ value }) => value?.termType === 'NamedNode'),
        ({ value }) => value!.value,
      )
      const all = byObject.get(iri) ?? []
      const pointing = groupBy(properties ? all.filter(({ property }) => properties.has(property)) : all, ({ subject }) => subject)
      return new Map([...pointing].map(([subject, own]) => [subject, new Set(own.map(({ property }) => property))]))
    },
    named: (text, isMeant) => {
      byName ??= groupBy(
        claims.filter(({ property, value }) => value && nameProperties.includes(property)),
        ({ value }) => value!.value,
      )
      return subjectsOf(isMeant ? [...byName].flatMap(([name, own]) => (isMeant(name) ? own : [])) : (byName.get(text) ?? []))
    },
  }
}

const subjectsOf = (claims: readonly Claim[]): string[] => [...new Set(claims.map(({ subject }) => subject))]
