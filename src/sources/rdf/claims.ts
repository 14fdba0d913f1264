/** Claims as our own graphs have them (st:Claim): what is known of a statement beside its terms. */
import { statuses, termKey, type Status, type Value } from '../../model/claim.ts'
import { namedNode } from '../../model/claim.ts'
import { classOf } from '../../model/vocabulary.ts'
import type { Beside } from '../sheet-writer.ts'
import type { Fact, Facts } from './facts.ts'
import { typePredicate } from './things.ts'

/** A claim of a source. */
export interface OwnClaim {
  readonly source: string
  readonly subject: string
  readonly predicate: string
  readonly value?: Value
  readonly status?: Status
  readonly beside: Beside
}

const claimType = classOf('Claim').iri
const path = (key: string): string => classOf('Claim').properties.get(key)!.path

/**
 * The claims that a file has; the statements that make them are used.
 *
 * @param documentOf the IRI of a document that the file describes, for what a claim calls its source
 */
export function claimsIn(facts: Facts, documentOf: (node: string) => string | undefined): OwnClaim[] {
  return facts.subjects().flatMap((node): OwnClaim[] => {
    const own = facts.of(node)
    if (!own.some(({ predicate, object }) => predicate === typePredicate && object.value === claimType)) return []
    const value = (key: string): Fact | undefined => own.find(({ predicate }) => predicate === path(key))
    const text = (key: string): string | undefined => value(key)?.object.value
    const [subject, predicate, source] = [text('subject'), text('predicate'), documentOf(text('source') ?? '')]
    const status = statuses.find((one) => one === text('status'))
    const object = value('object')?.object
    if (subject === undefined || predicate === undefined || source === undefined || (!object && !status)) return []
    own.forEach((fact) => facts.use(fact))
    return [
      {
        source,
        subject,
        predicate,
        ...(object && object.termType !== 'BlankNode' ? { value: object as Value } : {}),
        ...(status && { status }),
        beside: besideOf(text, documentOf(text('citing') ?? '')),
      },
    ]
  })
}

function besideOf(text: (key: string) => string | undefined, citing: string | undefined): Beside {
  const given = <K extends string>(key: K): Partial<Record<K, string>> => {
    const value = text(key)
    return value === undefined ? {} : ({ [key]: value } as Record<K, string>)
  }
  const number = (key: string): number | undefined => {
    const value = Number(text(key) ?? Number.NaN)
    return Number.isNaN(value) ? undefined : value
  }
  const [low, high, confidence] = [number('atLeast'), number('atMost'), number('confidence')]
  const rank = text('rank')
  return {
    ...given('at'),
    ...given('written'),
    ...given('note'),
    ...given('reason'),
    ...(citing !== undefined && { citing }),
    ...(rank === 'preferred' || rank === 'deprecated' ? { rank } : {}),
    ...(confidence !== undefined && { confidence }),
    ...(low !== undefined || high !== undefined ? { range: [low ?? -Infinity, high ?? Infinity] as const } : {}),
  }
}

/** What is known of a statement, and of what a source says that it has no value for. */
export interface ClaimTable {
  /** What stands beside a statement; several where the source makes it in several places. */
  of(source: string, fact: Fact): readonly Beside[]
  /** The claims without a value of a thing. */
  statusesOf(source: string, subject: string): readonly OwnClaim[]
}

export function claimTable(claims: readonly OwnClaim[]): ClaimTable {
  const besides = new Map<string, Beside[]>()
  const open = new Map<string, OwnClaim[]>()
  for (const claim of claims) {
    const { source, subject, predicate, value, beside } = claim
    if (value) add(besides, `${source} ${subject} ${predicate} ${termKey(value)}`, beside)
    else add(open, `${source} ${subject}`, claim)
  }
  return {
    of: (source, { subject, predicate, object }) =>
      (object.termType === 'BlankNode'
        ? undefined
        : besides.get(`${source} ${subject.value} ${predicate} ${termKey(object as Value)}`)) ?? [{}],
    statusesOf: (source, subject) => open.get(`${source} ${subject}`) ?? [],
  }
}

/** A claim as the statement that it is about, in case that stands nowhere else. */
export const statementOf = ({ subject, predicate, value }: OwnClaim): Fact | undefined =>
  value && { subject: namedNode(subject), predicate, object: value }

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const before = map.get(key)
  if (before) before.push(value)
  else map.set(key, [value])
}

/** The name of a graph that an export of ours has beside those of its sources. */
export const isGraphOfExport = (name: string): boolean => /\/graph\/(?:best|claims|about)$/.test(name)
