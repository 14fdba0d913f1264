/**
 * Things that may be one, for a person to decide: what names alone suggest is never merged. The signs are few and narrow, and two things
 * that one source tells apart, or that a claim connects, are no candidates.
 */
import { groupBy } from '../../group.ts'
import type { Alias } from '../../model/alias.ts'
import { compareText, type Claim } from '../../model/claim.ts'
import { hubKey, idOf } from '../../model/iri.ts'
import { isAddressed as goesByAddress } from '../../model/mention.ts'
import { classOfIri, prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { normalName } from '../../model/normal-name.ts'
import type { Decision } from './resolve.ts'
import { acrossClasses, within, type Thing } from './signs.ts'

/** Two things that may be one. */
export interface Candidate {
  /** What would go out of use. */
  readonly from: string
  /** What would stand in its place. */
  readonly to: string
  readonly kind: ClassName
  readonly why: string
  /** What accepting it adds to the alias table; none where a name alone cannot decide it. */
  readonly accepted: readonly Alias[]
  /** What rejecting it adds. */
  readonly rejected: readonly Alias[]
}

/**
 * Finds candidates, in an order that does not change.
 *
 * @param claims all that is known
 * @param decisions how names were resolved
 */
export function candidatesAmong(claims: readonly Claim[], decisions: readonly Decision[], base: string): Candidate[] {
  const things = thingsOf(claims, decisions, base)
  const byIri = new Map(things.map((thing) => [thing.iri, thing]))
  const linked = new Set(claims.flatMap(({ subject, value }) => (value?.termType === 'NamedNode' ? [pairKey(subject, value.value)] : [])))
  const found = new Map<string, Candidate>()
  const offer = (one: Thing, other: Thing, why: string): void => {
    const key = pairKey(one.iri, other.iri)
    if (one === other || found.has(key) || linked.has(key) || areToldApart(one, other)) return
    const [from, to] = directed(one, other)
    if (!from.isForeign || to.kind === 'Mention' || from.calls.some(({ rule, not }) => rule === 'apart' || not?.includes(to.iri))) return
    found.set(key, { from: from.iri, to: to.iri, kind: to.kind, why, ...answers(from, to, base) })
  }
  for (const { iri, among = [] } of decisions)
    for (const other of among)
      if (byIri.has(iri) && byIri.has(other)) offer(byIri.get(iri)!, byIri.get(other)!, 'several things have this name')
  for (const [, group] of groupBy(things, ({ kind }) => kind)) within(group, offer)
  acrossClasses(things, offer)
  return [...found.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.to, b.to) || compareText(a.from, b.from))
}

/** The one that would go out of use first: what is only named before what is described, what others named before what is described here. */
function directed(one: Thing, other: Thing): readonly [Thing, Thing] {
  const weight = ({ isForeign, kind, hub, calls }: Thing): number =>
    (isForeign ? 0 : 8) + (kind === 'Mention' ? 0 : 4) + (hub === undefined ? 0 : 2) + Number(calls.some(({ described }) => described))
  const [a, b] = [weight(one), weight(other)]
  return a < b || (a === b && one.iri > other.iri) ? [one, other] : [other, one]
}

/** The decisions of the alias table that say that two things are one, and that they are not. */
function answers(from: Thing, to: Thing, base: string): Pick<Candidate, 'accepted' | 'rejected'> {
  const names = [...new Map(from.calls.map(({ called }) => [`${normalName(called.name)} ${called.kinds.join(' ')}`, called])).values()]
  const named = names.map(({ name, kinds }) => ({ name, ...(kinds.length === 1 && { kind: kinds[0] }) }))
  const byName = names.every((called) => called.kinds.includes(to.kind) && !goesByAddress(called))
  return {
    accepted: byName ? named.map((alias) => ({ ...alias, is: { kind: to.kind, id: idOf(to.iri, base) } })) : [],
    rejected: named.map((alias) => ({ ...alias, is: { not: { kind: to.kind, id: idOf(to.iri, base) } } })),
  }
}

/** Whether a source describes both, and so knows them for two. */
function areToldApart(one: Thing, other: Thing): boolean {
  const describing = ({ calls }: Thing): Set<string> => new Set(calls.flatMap(({ described, source }) => (described ? [source] : [])))
  const sources = describing(other)
  return [...describing(one)].some((source) => sources.has(source))
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const naming: ReadonlySet<string> = new Set([`${prefixes.rdfs}label`, `${prefixes.skos}altLabel`])
/** By these rules a name gets an IRI of its own. */
const own: ReadonlySet<Decision['rule']> = new Set(['new', 'stub', 'ambiguous', 'apart'])

function thingsOf(claims: readonly Claim[], decisions: readonly Decision[], base: string): Thing[] {
  const calls = groupBy(decisions, ({ iri }) => iri)
  const hubId = st('hubId')
  return [...groupBy(claims, ({ subject }) => subject)].flatMap(([iri, about]): Thing[] => {
    const kind = about.flatMap(({ property, value }) =>
      property === `${prefixes.rdf}type` && value ? (classOfIri(value.value)?.name ?? []) : [],
    )[0]
    const names = new Set(
      about.flatMap(({ property, value, rank }) => (naming.has(property) && value && rank !== 'deprecated' ? [value.value] : [])),
    )
    if (kind === undefined || kind === 'Document' || names.size === 0) return []
    const called = calls.get(iri) ?? []
    const hub =
      about.find(({ property, rank }) => property === hubId && rank !== 'deprecated')?.value?.value ??
      called.flatMap(({ called: { identifiers = [] } }) => identifiers).find(({ scheme }) => scheme === 'hub')?.value
    const isAddressed = hub !== undefined && idOf(iri, base) === hubKey(hub)
    return [{ iri, kind, names, hub, isAddressed, calls: called, isForeign: called.some(({ rule }) => own.has(rule)) }]
  })
}
