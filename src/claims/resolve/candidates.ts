/**
 * Things that may be one, for a person to decide: what names alone suggest is never merged. The signs are few and narrow, and two things
 * that one source tells apart, or that a claim connects, are no candidates.
 */
import { groupBy } from '../../group.ts'
import type { Alias } from '../../model/alias.ts'
import { compareText, type Claim } from '../../model/claim.ts'
import { idOf } from '../../model/iri.ts'
import { isAddressed } from '../../model/mention.ts'
import { classOfIri, prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { bareName, nearlyEqual } from './near-names.ts'
import { normalName } from '../../model/normal-name.ts'
import type { Decision } from './resolve.ts'

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

interface Thing {
  readonly iri: string
  readonly kind: ClassName
  readonly names: ReadonlySet<string>
  readonly hub: string | undefined
  /** How sources that know nothing of our ids call it. */
  readonly calls: readonly Decision[]
  /** Nobody here has described it: it has its IRI by its name alone. */
  readonly isForeign: boolean
}

/**
 * Finds candidates, in an order that does not change.
 *
 * @param claims all that is known
 * @param decisions how names were resolved
 */
export function candidatesAmong(claims: readonly Claim[], decisions: readonly Decision[], base: string): Candidate[] {
  const things = thingsOf(claims, decisions)
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

type Offer = (one: Thing, other: Thing, why: string) => void

/** The signs between things of one class. */
function within(all: readonly Thing[], offer: Offer): void {
  const hubs = groupBy(
    all.filter(({ hub }) => hub !== undefined),
    ({ hub }) => normalName(hub!.slice(hub!.indexOf('/') + 1)),
  )
  const things = all.filter(({ hub, isForeign }) => hub === undefined || !isForeign)
  const byName = by(things, normalName)
  const byBare = by(things, (name) => (normalName(bareName(name)) === normalName(name) ? '' : normalName(bareName(name))))
  for (const [name, named] of byName) {
    // Copies have the name too, and of several sizes none is what the name without a size means: which of several is meant, nobody can see.
    const [repository, ...copies] = hubs.get(name) ?? []
    const [longer, ...sizes] = byBare.get(name) ?? []
    for (const thing of named) {
      if (repository && copies.length === 0) offer(thing, repository, 'its repository on the hub has this name')
      if (longer && sizes.length === 0) offer(longer, thing, 'the same name but for a size, an owner or a remark')
    }
  }
  for (const [one, other] of nearlyEqual([...byName.keys()]))
    for (const a of byName.get(one)!) for (const b of byName.get(other)!) offer(a, b, 'their names differ in one letter')
}

/** A name of which the source does not tell what it names, and that a thing has of a class which the source did not mean. */
function acrossClasses(things: readonly Thing[], offer: Offer): void {
  for (const named of by(things, normalName).values())
    for (const stub of named)
      if (stub.kind === 'Mention')
        for (const thing of named) if (thing.kind !== stub.kind) offer(stub, thing, 'a thing of another class has this name')
}

/** Things by what is made of their names, each once; what nothing is made of is left out. */
function by(things: readonly Thing[], keyOf: (name: string) => string): Map<string, ReadonlySet<Thing>> {
  const found = new Map<string, Set<Thing>>()
  for (const thing of things)
    for (const name of thing.names) {
      const key = keyOf(name)
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(thing))
    }
  return found
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
  const byName = names.every((called) => called.kinds.includes(to.kind) && !isAddressed(called))
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

const named: ReadonlySet<string> = new Set([`${prefixes.rdfs}label`, `${prefixes.skos}altLabel`])
/** By these rules a name gets an IRI of its own. */
const own: ReadonlySet<Decision['rule']> = new Set(['new', 'stub', 'ambiguous', 'apart'])

function thingsOf(claims: readonly Claim[], decisions: readonly Decision[]): Thing[] {
  const calls = groupBy(decisions, ({ iri }) => iri)
  const hubId = st('hubId')
  return [...groupBy(claims, ({ subject }) => subject)].flatMap(([iri, about]): Thing[] => {
    const kind = about.flatMap(({ property, value }) =>
      property === `${prefixes.rdf}type` && value ? (classOfIri(value.value)?.name ?? []) : [],
    )[0]
    const names = new Set(
      about.flatMap(({ property, value, rank }) => (named.has(property) && value && rank !== 'deprecated' ? [value.value] : [])),
    )
    if (kind === undefined || kind === 'Document' || names.size === 0) return []
    const called = calls.get(iri) ?? []
    const hub =
      about.find(({ property, rank }) => property === hubId && rank !== 'deprecated')?.value?.value ??
      called.flatMap(({ called: { identifiers = [] } }) => identifiers).find(({ scheme }) => scheme === 'hub')?.value
    return [{ iri, kind, names, hub, calls: called, isForeign: called.some(({ rule }) => own.has(rule)) }]
  })
}
