/** Terms as they are sent to the page and back. */
import type { Quad, Term } from '@rdfjs/types'
import { blankNode, literal, namedNode } from '../../../model/claim.ts'
import { prefixes } from '../../../model/vocabulary.ts'
import type { Row } from '../../../query/answer.ts'
import type { SentRow, SentTerm } from '../protocol.ts'

const string = `${prefixes.xsd}string`

/** A term, to be sent. */
export function sent(term: Term): SentTerm {
  if (term.termType === 'NamedNode') return term.value
  if (term.termType !== 'Literal') return { blank: term.value }
  const { value, language, datatype } = term
  return { value, ...(language ? { language } : datatype.value !== string && { datatype: datatype.value }) }
}

/** A term that was sent. */
export function received(term: SentTerm): Term {
  if (typeof term === 'string') return namedNode(term)
  if ('blank' in term) return blankNode(term.blank)
  return literal(term.value, term.language ?? (term.datatype === undefined ? undefined : namedNode(term.datatype)))
}

/** Rows by column. */
export const sentRows = (variables: readonly string[], rows: readonly Row[]): SentRow[] =>
  rows.map((row) => variables.map((name) => (row[name] ? sent(row[name]) : null)))

/** Triples by subject, predicate and object. */
export const sentTriples = (quads: readonly Quad[]): SentRow[] =>
  quads.map(({ subject, predicate, object }) => [sent(subject), sent(predicate), sent(object)])
