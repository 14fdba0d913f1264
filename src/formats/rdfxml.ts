/** RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/), one description a subject. */
import type { Quad, Term } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { prefixes as vocabulary, readingOrder } from '../model/vocabulary.ts'
import type { Format, WriteOptions } from './format.ts'
import { inDefaultGraph, nTriplesTerm } from './terms.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}
const text = (value: string): string => value.replace(/[&<>\r]/g, (character) => entities[character]!)
const attribute = (value: string): string => value.replace(/[&<>"\r\n\t]/g, (character) => entities[character]!)

export const rdfxml: Format = {
  name: 'rdfxml',
  iri: 'http://www.w3.org/ns/formats/RDF_XML',
  mediaType: 'application/rdf+xml',
  extensions: ['rdf', 'xml'],
  quads: false,
  write,
}

function write(quads: readonly Quad[], { prefixes }: WriteOptions): string {
  const triples = inDefaultGraph(quads)
  const namespaces = new Map<string, string>([[vocabulary.rdf, 'rdf']])
  const known = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]))
  /** The predicate as an XML name: its namespace ends before the longest tail that is one. */
  const qname = (iri: string): string => {
    const local = /[\p{L}_][\p{L}\p{N}_.-]*$/u.exec(iri)?.[0]
    if (!local)
      throw new StemmaError({
        code: 'no-xml-name',
        message: `RDF/XML has no name for the predicate <${iri}>`,
        hint: 'its IRI ends in no letter; use another format',
      })
    const namespace = iri.slice(0, -local.length)
    const prefix = namespaces.get(namespace) ?? known.get(namespace) ?? `ns${namespaces.size}`
    namespaces.set(namespace, prefix)
    return `${prefix}:${local}`
  }
  const property = ({ predicate, object }: Quad): string => {
    const name = qname(predicate.value)
    if (object.termType === 'NamedNode') return `    <${name} rdf:resource="${attribute(object.value)}"/>\n`
    if (object.termType === 'BlankNode') return `    <${name} rdf:nodeID="${attribute(object.value)}"/>\n`
    if (object.termType !== 'Literal') throw new TypeError(`a ${object.termType} cannot be written as RDF`)
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(object.value))
      throw new StemmaError({
        code: 'no-xml-text',
        message: `RDF/XML cannot hold a control character, which a value of <${predicate.value}> has`,
        hint: 'use another format',
      })
    const kind = object.language
      ? ` xml:lang="${attribute(object.language)}"`
      : object.datatype.value === `${vocabulary.xsd}string`
        ? ''
        : ` rdf:datatype="${attribute(object.datatype.value)}"`
    return `    <${name}${kind}>${text(object.value)}</${name}>\n`
  }
  const about = (term: Term): string =>
    term.termType === 'BlankNode' ? `rdf:nodeID="${attribute(term.value)}"` : `rdf:about="${attribute(term.value)}"`
  const body = [...groupBy(triples, ({ subject }) => nTriplesTerm(subject))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => {
      const sorted = own
        .map((quad) => [readingOrder(quad.predicate.value), quad.predicate.value, nTriplesTerm(quad.object), quad] as const)
        .sort((a, b) => a[0] - b[0] || compareText(a[1], b[1]) || compareText(a[2], b[2]))
      return `  <rdf:Description ${about(own[0]!.subject)}>\n${[...new Set(sorted.map(([, , , quad]) => property(quad)))].join('')}  </rdf:Description>\n`
    })
    .join('')
  const declarations = [...namespaces].map(([namespace, prefix]) => `xmlns:${prefix}="${attribute(namespace)}"`).sort(compareText)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${declarations.join('\n         ')}>\n${body}</rdf:RDF>\n`
}
