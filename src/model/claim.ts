/** The unit that flows through the house: what one source says of one thing. */
import type { DataFactory as Factory, Literal, NamedNode } from '@rdfjs/types'
import { DataFactory as n3Factory } from 'n3'
import type { Place } from '../errors.ts'

/** A value as RDF/JS has it. */
export type Value = NamedNode | Literal

/** Wikidata's ranks, best first. */
export const ranks = ['preferred', 'normal', 'deprecated'] as const
export type Rank = (typeof ranks)[number]

/** What may be said in place of a value: there is none, nobody knows, its owner does not tell. */
export const statuses = ['absent', 'unknown', 'withheld'] as const
export type Status = (typeof statuses)[number]

/** A subject, a property, a value (or a status in its place), a source; and what else is known of the statement. */
export interface Claim {
  /** IRI of the thing. */
  readonly subject: string
  /** IRI of the predicate. */
  readonly property: string
  readonly value?: Value
  readonly status?: Status
  /** IRI of the Document that says so. */
  readonly source: string
  /** Where in the source it stands. */
  readonly at?: string
  /** The value as the source writes it. */
  readonly written?: string
  /** The numbers that would be written so, where the way it is written rounds. */
  readonly range?: readonly [low: number, high: number]
  readonly note?: string
  readonly rank: Rank
  /** Why it has that rank. */
  readonly reason?: string
  /** 0 to 1. */
  readonly confidence?: number
  /** IRI of the Document that the source itself names. */
  readonly citing?: string
  /** Where the claim stands in the input. */
  readonly place?: Place
}

/** The factory of terms: n3's, by the interface that all RDF/JS libraries share. */
export const { namedNode, literal, quad, blankNode, defaultGraph }: Factory = n3Factory as Factory

/** A value's lexical form with its datatype or language: the same for two values exactly when they are one term. */
export function termKey(value: Value): string {
  return value.termType === 'NamedNode'
    ? `<${value.value}>`
    : `"${value.value}"${value.language ? `@${value.language}` : `^^${value.datatype.value}`}`
}

/** Claims in an order that does not depend on the order of the input: by subject, property, value, source and place. */
export function sortedClaims(claims: readonly Claim[]): Claim[] {
  return claims
    .map((claim) => ({ claim, value: claim.value ? termKey(claim.value) : `~${claim.status}` }))
    .sort(
      (a, b) =>
        compareText(a.claim.subject, b.claim.subject) ||
        compareText(a.claim.property, b.claim.property) ||
        compareText(a.value, b.value) ||
        compareText(a.claim.source, b.claim.source) ||
        compareText(a.claim.at ?? '', b.claim.at ?? ''),
    )
    .map(({ claim }) => claim)
}

/** Code-point order, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
