/** RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/), one description a subject. */
import type { Term } from '@rdfjs/types'
import { compareText } from '../model/claim.ts'
import { prefixes as vocabulary } from '../model/vocabulary.ts'
import { serialisation, type WriteOptions } from './format.ts'
import type { Block, Outline } from './outline.ts'
import { Problems } from './problems.ts'
import { nameProblem, namer } from './xml-name.ts'
import { xmlAttribute, xmlProblem, xmlText } from './xml.ts'

export const rdfxml = serialisation({
  name: 'rdfxml',
  iri: 'http://www.w3.org/ns/formats/RDF_XML',
  mediaType: 'application/rdf+xml',
  extensions: ['rdf', 'xml'],
  quads: false,
  spell,
})

function spell(outline: Outline, prefixes: WriteOptions['prefixes']): string {
  const blocks = outline.flatMap(([, own]) => own)
  refuse(blocks)
  const { name, declared } = namer(prefixes)
  const body = blocks.map(([subject, rows]) => {
    const properties = rows.flatMap(([predicate, objects]) => {
      const element = name(predicate)
      return objects.map((object) => property(element, object))
    })
    const id = `${subject.termType === 'BlankNode' ? 'rdf:nodeID' : 'rdf:about'}="${xmlAttribute(subject.value)}"`
    return `  <rdf:Description ${id}>\n${properties.join('')}  </rdf:Description>\n`
  })
  const declarations = [...declared].map(([prefix, namespace]) => `xmlns:${prefix}="${xmlAttribute(namespace)}"`).sort(compareText)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${declarations.join('\n         ')}>\n${body.join('')}</rdf:RDF>\n`
}

/** Throws for predicates that are no names, and for texts that XML cannot hold. */
function refuse(blocks: readonly Block[]): void {
  const problems = new Problems()
  const rows = blocks.flatMap(([, own]) => own)
  for (const predicate of new Set(rows.map(([one]) => one))) problems.add(nameProblem(predicate))
  for (const [, objects] of rows) for (const object of objects) if (object.termType === 'Literal') problems.add(xmlProblem(object.value))
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
