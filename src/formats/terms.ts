/** Terms as N-Triples and Turtle spell them; they have been checked when they come here. */
import type { Literal, Term } from '@rdfjs/types'
import { prefixes } from '../model/vocabulary.ts'

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

/** A control character as N-Triples and Turtle escape it by code point. */
const codePoint = (character: string): string => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** A string between double quotes, as canonical N-Triples has it. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"\u0000-\u001f\u007f]/g, (character) => escapes[character] ?? codePoint(character))}"`
}

/** An IRI between angle brackets. */
export const bracketed = (iri: string): string => `<${iri}>`

/** A literal between quotes, with its language or datatype; `iri` spells the datatype. */
export function literalText({ value, language, datatype }: Literal, iri: (value: string) => string = bracketed): string {
  if (language) return `${quoted(value)}@${language}`
  return datatype.value === `${prefixes.xsd}string` ? quoted(value) : `${quoted(value)}^^${iri(datatype.value)}`
}

/** A term as N-Triples has it (https://www.w3.org/TR/n-triples/). */
export function nTriplesTerm(term: Term): string {
  if (term.termType === 'Literal') return literalText(term)
  return term.termType === 'BlankNode' ? `_:${term.value}` : bracketed(term.value)
}

const numerals: Readonly<Record<string, RegExp>> = {
  [`${prefixes.xsd}integer`]: /^[+-]?\d+$/,
  [`${prefixes.xsd}decimal`]: /^[+-]?\d*\.\d+$/,
  [`${prefixes.xsd}double`]: /^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/,
}

/** Whether a literal is a number that Turtle reads back as the same term when it stands without quotes and datatype. */
export const isNumeral = ({ value, datatype }: Literal): boolean => numerals[datatype.value]?.test(value) ?? false
