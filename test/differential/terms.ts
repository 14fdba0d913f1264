/** Terms as texts: for queries, for what a person reads, and to tell whether two are the same. */
import type { Literal, Quad, Term } from '@rdfjs/types'
import { Writer } from 'n3'
import { prefixes } from './vocabulary.ts'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\t]/g, (character) => escapes[character]!)}"`

/** A term as N-Triples writes it, the same for two exactly when they are one term. */
export function termText(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return `_:${term.value}`
    case 'Variable':
      return `?${term.value}`
    case 'Literal':
      return literalText(term)
    case 'DefaultGraph':
      return ''
    case 'Quad':
      return `<<( ${[term.subject, term.predicate, term.object].map(termText).join(' ')} )>>`
  }
}

const xsdString = `${prefixes.xsd}string`

function literalText({ value, language, datatype }: Literal): string {
  if (language) return `${quoted(value)}@${language}`
  return datatype.value === xsdString ? quoted(value) : `${quoted(value)}^^<${datatype.value}>`
}

/** A term as it is written in a query of this folder, with its prefixes. */
export const queryText = (term: Term): string =>
  termText(term).replace(/<([^>]*[#/])(\w+)>/, (whole, namespace: string, name: string) => {
    const prefix = Object.entries(prefixes).find(([, iri]) => iri === namespace)?.[0]
    return prefix === undefined ? whole : `${prefix}:${name}`
  })

export const quadText = ({ subject, predicate, object, graph }: Quad): string =>
  [subject, predicate, object, graph].map(termText).join(' ').trimEnd()

/** Data for a person to read, and to paste elsewhere. */
export function trig(quads: readonly Quad[]): string {
  const writer = new Writer({ format: 'trig', prefixes })
  writer.addQuads([...quads])
  let text = ''
  writer.end((_: unknown, result: string) => (text = result))
  return text.trim()
}
