/**
 * What is said of a source and stands nowhere in it: when and where it was read, its kind, what it is in our words. A
 * document does not say so of itself, so the source of such claims is the curation.
 */
import { literal, namedNode, type Claim } from '../model/claim.ts'
import { mint } from '../model/iri.ts'
import { classOf, prefixes } from '../model/vocabulary.ts'

const id = 'curation'
const curated = new Set(['documentType', 'description', 'homepage', 'retrieved', 'sha256'])

/** The source of what a sheet says under a key: the sheet's own, or the curation where a document speaks of itself. */
export function sayer(key: string, subject: string, source: string, base: string): string {
  return subject === source && curated.has(key) ? mint(base, 'Document', id) : source
}

/** What is known of the curation itself, where claims name it and nobody describes it. */
export function curationClaims(claims: readonly Claim[], base: string): Claim[] {
  const subject = mint(base, 'Document', id)
  if (!claims.some(({ source }) => source === subject) || claims.some((claim) => claim.subject === subject)) return []
  const { iri, properties } = classOf('Document')
  const path = (key: string): string => properties.get(key)!.path
  const values = [
    [`${prefixes.rdf}type`, namedNode(iri)],
    [path('name'), literal('Curation', 'en')],
    [path('name'), literal('编目', 'zh')],
    [path('documentType'), literal('curation')],
    [path('description'), literal('What the curators say of the sources: their kind, and when and where they were read.', 'en')],
  ] as const
  return values.map(([property, value]) => ({ subject, property, value, source: subject, rank: 'normal' }))
}
