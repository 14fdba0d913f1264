/** Terms as N-Triples and Turtle spell them. Terms are valid when they come here; what could break out is escaped all the same. */
import type { Quad, Term } from '@rdfjs/types'
import { compareText } from '../model/claim.ts'

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

/** A character as N-Triples and Turtle escape it by code point. */
const codePoint = (character: string): string => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** A string between double quotes, as canonical N-Triples has it. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"\u0000-\u001f\u007f]/g, (character) => escapes[character] ?? codePoint(character))}"`
}

/** An IRI between angle brackets; what may not stand there is escaped by code point. */
export function bracketed(iri: string): string {
  return `<${iri.replace(/[\u0000-\u0020<>"{}|\\^`]/g, codePoint)}>`
}

/** A term as N-Triples has it (https://www.w3.org/TR/n-triples/). */
export function nTriplesTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return bracketed(term.value)
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal':
      if (term.language) return `${quoted(term.value)}@${term.language}`
      return term.datatype.value === 'http://www.w3.org/2001/XMLSchema#string'
        ? quoted(term.value)
        : `${quoted(term.value)}^^${bracketed(term.datatype.value)}`
    default:
      throw new TypeError(`a ${term.termType} cannot be written as RDF`)
  }
}

/** Distinct lines, sorted by code point. */
export function sortedLines(quads: readonly Quad[], line: (quad: Quad) => string): string {
  return [...new Set(quads.map(line))].sort(compareText).join('')
}

/** The quads of the default graph. */
export const inDefaultGraph = (quads: readonly Quad[]): Quad[] => quads.filter(({ graph }) => graph.termType === 'DefaultGraph')
