/** Which claims are statements of their source, and which only say what thing is spoken of. */
import { groupBy } from '../group.ts'
import { termKey, type Claim } from '../model/claim.ts'
import { classOfIri, prefixes } from '../model/vocabulary.ts'
import { rememberLast } from '../remember.ts'

const type = `${prefixes.rdf}type`

/**
 * The claims that a source makes. What merely types a thing, or says which evaluation a score belongs to, is none; but
 * where a source says nothing of a usage than what was used, that is what it says.
 */
export const statedClaims = rememberLast((claims: readonly Claim[]): readonly Claim[] => {
  const keys = new Map<string, string[]>()
  for (const { subject, property, value } of claims) if (property === type && !keys.has(subject)) keys.set(subject, keysOf(value!.value))
  return [...groupBy(claims, ({ subject, source }) => `${subject} ${source}`).values()].flatMap((all) => {
    const own = keys.get(all[0]!.subject) ?? []
    const stated = all.filter(({ property }) => property !== type && !own.includes(property))
    return stated.length > 0 || own.length === 0 ? stated : all.filter(({ property }) => own.indexOf(property) > 0)
  })
})

/** The predicates that identify the things of a class, the link to what they belong to first. */
function keysOf(iri: string): string[] {
  const { key = [], properties } = classOfIri(iri) ?? {}
  return key.map((name) => properties!.get(name)!.path)
}

/** Claims of which those that are no statements are plain: where a thing is spoken of is told by what is said of it. */
export function plainUnlessStated(claims: readonly Claim[]): Claim[] {
  const stated = new Set(statedClaims(claims))
  const plain = new Set<string>()
  return claims.flatMap((claim) => {
    if (stated.has(claim)) return [claim]
    const { subject, property, value, source, rank, place } = claim
    const key = `${subject} ${property} ${value && termKey(value)} ${source}`
    if (plain.has(key)) return []
    plain.add(key)
    return [{ subject, property, ...(value && { value }), source, rank, ...(place && { place }) }]
  })
}
