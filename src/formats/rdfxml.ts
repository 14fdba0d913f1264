/** RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/), one description a subject. */
import type { Quad, Term } from '@rdfjs/types'
import { compareText } from '../model/claim.ts'
import { prefixes as vocabulary } from '../model/vocabulary.ts'
import { serialisation, type WriteOptions } from './format.ts'
import { byPredicate, bySubject } from './order.ts'
import { Problems } from './problems.ts'
import { nameProblem, namer } from './xml-name.ts'
import { xmlAttribute, xmlProblem, xmlText } from './xml.ts'

export const rdfxml = serialisation({
  name: 'rdfxml',
  iri: 'http://www.w3.org/ns/formats/RDF_XML',
  mediaType: 'application/rdf+xml',
  extensions: ['rdf', 'xml'],
  quads: false,
  write,
})

function write(quads: readonly Quad[], { prefixes, first }: WriteOptions): string {
  refuse(quads)
  const { name, declared } = namer(prefixes)
  const body = bySubject(quads, first).map(([subject, own]) => {
    const properties = byPredicate(own).flatMap(([predicate, objects]) => objects.map((object) => property(name(predicate), object)))
    const id = `${subject.termType === 'BlankNode' ? 'rdf:nodeID' : 'rdf:about'}="${xmlAttribute(subject.value)}"`
    return `  <rdf:Description ${id}>\n${properties.join('')}  </rdf:Description>\n`
  })
  const declarations = [...declared].map(([prefix, namespace]) => `xmlns:${prefix}="${xmlAttribute(namespace)}"`).sort(compareText)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${declarations.join('\n         ')}>\n${body.join('')}</rdf:RDF>\n`
}

/** Throws for predicates that are no names, and for texts that XML cannot hold. */
function refuse(quads: readonly Quad[]): void {
  const problems = new Problems()
  for (const predicate of new Set(quads.map((quad) => quad.predicate.value))) problems.add(nameProblem(predicate))
  for (const { object } of quads) if (object.termType === 'Literal') problems.add(xmlProblem(object.value))
  problems.throwAny()
}

/** A property element. */
function property(name: string, object: Term): string {
  if (object.termType !== 'Literal')
    return `    <${name} ${object.termType === 'BlankNode' ? 'rdf:nodeID' : 'rdf:resource'}="${xmlAttribute(object.value)}"/>\n`
  const { value, language, datatype } = object
  const kind = language
    ? ` xml:lang="${language}"`
    : datatype.value === `${vocabulary.xsd}string`
      ? ''
      : ` rdf:datatype="${xmlAttribute(datatype.value)}"`
  return `    <${name}${kind}>${xmlText(value)}</${name}>\n`
}
