/** The claims of a graph on numbers, read when they are asked for: what a source's graph holds, and what the graph of claims adds. */
import { groupBy } from '../group.ts'
import { compareText, literal, namedNode, sortedClaims, termKey, type Claim, type Value } from '../model/claim.ts'
import { graphNames } from '../model/iri.ts'
import { heads } from '../model/term-key.ts'
import { rangeOfText } from '../model/value.ts'
import { classOf, prefixes, propertyOf } from '../model/vocabulary.ts'
import { remember } from '../remember.ts'
import { replacedBy } from './about.ts'
import { nameProperties, type ClaimStore, type Retired } from './claim-store.ts'
import { defaultGraph } from './index/graph-sets.ts'
import type { KeySet } from './index/key-set.ts'
import { matching } from './index/match.ts'
import type { QuadIndex } from './index/quad-index.ts'
import type { Relation } from './index/relation.ts'
import { absent } from './index/terms.ts'

const claimProperties = classOf('Claim').properties
/** What is known of a claim beside its statement. */
const claimFields = [...claimProperties.keys()].filter((name) => !['subject', 'predicate', 'object', 'source'].includes(name))

/** A claim as the graph of claims has it: its numbers are texts, and the two ends of its range stand apart. */
type ReadClaim = Omit<Claim, 'confidence' | 'range'> & { readonly [Key in 'confidence' | 'atLeast' | 'atMost']?: string }

/** The claims that a graph on numbers holds. */
export function claimsOfIndex(index: QuadIndex): ClaimStore {
  const { base } = index.parts
  const names = graphNames(base)
  const [claims, ...others] = [names.claims, names.about, names.best].map((name) => index.predicate(name))
  const noSource = new Set([defaultGraph, claims, ...others])
  const isSource = (graph: number): boolean => !noSource.has(graph)
  const termOf = (number: number): Value => index.terms.term(number) as Value
  const relation = remember((iri) => index.relations.get(index.predicate(iri)))
  const inClaims = index.mask(claims!)

  /** What the graph of claims says of a claim under a key. */
  function said(claim: number, key: string): number | undefined {
    const found = relation(claimProperties.get(key)!.path)
    const rank = found ? found.forward.keys.rankOf(claim) : -1
    if (rank < 0) return undefined
    const { targets } = found!.forward
    const end = found!.forward.end(rank)
    for (let edge = found!.forward.start(rank); edge < end; edge++)
      if (inClaims[found!.uniform ?? found!.forward.setOf(edge)]) return targets[edge]!
    return undefined
  }

  /** What the graph of claims says of a thing's statements, with some properties alone where these are named. */
  function evidenced(subject: string, number: number, properties: ReadonlySet<string> | undefined): ReadClaim[] {
    const about = relation(claimProperties.get('subject')!.path)
    if (claims === absent || !about) return []
    return [...matching(index, { predicate: about.predicate, object: number, graph: claims! })].flatMap(({ subject: claim }) => {
      const property = termOf(said(claim, 'predicate')!).value
      if (properties && !properties.has(property)) return []
      const value = said(claim, 'object')
      const fields = Object.fromEntries(
        claimFields.flatMap((name) => {
          const found = said(claim, name)
          return found === undefined ? [] : [[name, termOf(found).value]]
        }),
      )
      return [
        {
          subject,
          property,
          ...(value !== undefined && { value: termOf(value) }),
          source: termOf(said(claim, 'source')!).value,
          ...(fields as Partial<ReadClaim>),
          rank: (fields['rank'] ?? 'normal') as Claim['rank'],
        },
      ]
    })
  }

  function of(subject: string, properties?: ReadonlySet<string>): Claim[] {
    const number = index.terms.find(namedNode(subject))
    if (number === absent) return []
    const known = evidenced(subject, number, properties).map(completed)
    const keyOf = ({ property, value, source }: Claim): string => `${property} ${value ? termKey(value) : ''} ${source}`
    const keys = new Set(known.map(keyOf))
    const plain: Claim[] = []
    for (const relation of relationsNamed(properties)) {
      const { forward, predicate, uniform } = relation
      const rank = forward.keys.rankOf(number)
      if (rank < 0) continue
      const end = forward.end(rank)
      for (let edge = forward.start(rank); edge < end; edge++)
        for (const graph of index.parts.sets.graphsOf(uniform ?? forward.setOf(edge))) {
          if (!isSource(graph)) continue
          const value = termOf(forward.targets[edge]!)
          const claim = completed({ subject, property: termOf(predicate).value, value, source: termOf(graph).value, rank: 'normal' })
          if (keys.size === 0 || !keys.has(keyOf(claim))) plain.push(claim)
        }
    }
    return sortedClaims([...known, ...plain])
  }

  const relationsNamed = (properties: ReadonlySet<string> | undefined): Iterable<Relation> =>
    properties ? [...properties].flatMap((iri) => relation(iri) ?? []) : index.relations.values()

  /** With the range that the value leaves open by the way it is written. */
  function completed({ confidence, atLeast, atMost, ...claim }: ReadClaim): Claim {
    const range =
      atLeast !== undefined || atMost !== undefined ? ([Number(atLeast ?? -Infinity), Number(atMost ?? Infinity)] as const) : undefined
    const property = propertyOf(claim.property)
    const implied = !range && property && claim.value?.termType === 'Literal' ? rangeOfText(claim.value.value, property) : undefined
    return {
      ...claim,
      ...(confidence !== undefined && { confidence: Number(confidence) }),
      ...((range ?? implied) && { range: range ?? implied! }),
    }
  }

  const all = remember((subject) => of(subject))
  let subjects: readonly string[] | undefined
  let retired: Retired | undefined
  const store: ClaimStore = {
    get size() {
      return index.relations.get(index.predicate(`${prefixes.rdf}type`))?.forward.keys.size ?? 0
    },
    get subjects() {
      return (subjects ??= subjectsOf(index, isSource))
    },
    all: () => store.subjects.flatMap(all),
    of: (subject, properties) => (properties ? of(subject, properties) : all(subject)),
    pointingTo: (iri, properties) => {
      const number = index.terms.find(namedNode(iri))
      if (number === absent) return new Map()
      const pointing = [...relationsNamed(properties)]
        .flatMap(({ predicate }) => [...matching(index, { predicate, object: number })])
        .filter(({ graph }) => isSource(graph))
      const bySubject = groupBy(pointing, ({ subject }) => subject)
      return new Map(
        [...bySubject]
          .map(([subject, own]) => [termOf(subject).value, new Set(own.map(({ predicate }) => termOf(predicate).value))] as const)
          .sort(([a], [b]) => compareText(a, b)),
      )
    },
    named: (text, isMeant) => subjectsNamed(index, text, isMeant),
    get retired() {
      return (retired ??= retiredIn(index, others[0]!))
    },
  }
  return store
}

/** The IRIs of all things that sources speak of, sorted. */
function subjectsOf(index: QuadIndex, isSource: (graph: number) => boolean): string[] {
  const type = index.predicate(`${prefixes.rdf}type`)
  const found = new Set<number>()
  for (const { subject, graph } of matching(index, { predicate: type })) if (isSource(graph)) found.add(subject)
  return [...found].map((subject) => index.terms.term(subject).value).sort()
}

/** What the graph about the dataset says of IRIs that went out of use. */
function retiredIn(index: QuadIndex, about: number): Map<string, string> {
  const predicate = index.predicate(replacedBy)
  if (predicate === absent || about === absent) return new Map()
  const iri = (number: number): string => index.terms.term(number).value
  return new Map([...matching(index, { predicate, graph: about })].map(({ subject, object }) => [iri(subject), iri(object)]))
}

/** The subjects with a name: looked up where it is known exactly, else sought among all names. */
function subjectsNamed(index: QuadIndex, text: string, isMeant?: (name: string) => boolean): string[] {
  const found = new Set<number>()
  for (const property of nameProperties) {
    const relation = index.relations.get(index.predicate(property))
    if (!relation) continue
    const { keys } = relation.backward
    const objects = isMeant ? keysWhere(keys, (number) => isMeant(index.terms.key(number).local)) : literalsOf(index, text)
    for (const object of objects) for (const { subject } of matching(index, { predicate: relation.predicate, object })) found.add(subject)
  }
  return [...found].map((subject) => index.terms.term(subject).value).sort()
}

function* keysWhere(keys: KeySet, test: (number: number) => boolean): Generator<number> {
  for (const key of keys.members()) if (test(key)) yield key
}

/** The literals with a text, in any language. */
const literalsOf = ({ terms }: QuadIndex, text: string): number[] =>
  terms.heads
    .flatMap((head) => (head === heads.string ? [literal(text)] : head.startsWith(heads.language) ? [literal(text, head.slice(1))] : []))
    .map((term) => terms.find(term))
    .filter((number) => number !== absent)
