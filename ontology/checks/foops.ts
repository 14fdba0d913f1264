/**
 * The tests of FOOPS!, the validator of ontologies by the FAIR principles (https://w3id.org/foops/catalog), one entry each.
 *
 * What asks for the published address cannot be seen in a file; the test of the redirects stands for it until then.
 */
import { isOurs, missing, type Check, type Ontology } from './check.ts'

const w3id = 'test/interop/w3id.test.ts'
const files = 'test/publish/ontology-files.test.ts'
const published = 'The answer itself can be seen only once the address is registered.'

/** Terms that lack all of some annotations. */
const without = ({ classes, properties, objects }: Ontology, ...predicates: readonly string[]): string[] =>
  [...classes, ...properties].filter((term) => predicates.every((predicate) => objects(term, predicate).length === 0))

export const foops: readonly Check[] = [
  {
    id: 'PURL1',
    asks: 'The address is of a scheme that promises to last.',
    finds: ({ iri }) => (iri.startsWith('https://w3id.org/') ? [] : [iri]),
  },
  { id: 'URI1', asks: 'The address of the ontology leads to RDF.', heldBy: w3id, because: published },
  {
    id: 'URI2',
    asks: 'The address under which it is found is the one that it gives itself.',
    finds: ({ iri, objects }) => objects(iri, 'vann:preferredNamespaceUri').flatMap(({ value }) => (value === `${iri}#` ? [] : [value])),
  },
  {
    id: 'VER1',
    asks: 'There is a version IRI, and it is not the address of the ontology.',
    finds: ({ iri, objects }) => {
      const [version] = objects(iri, 'owl:versionInfo')
      const wanted = `${iri}/ontology/${version?.value}`
      return objects(iri, 'owl:versionIRI')
        .map(({ value }) => value)
        .join() === wanted
        ? []
        : [wanted]
    },
  },
  { id: 'VER2', asks: 'The version IRI leads somewhere.', heldBy: w3id, because: published },
  {
    id: 'OM1',
    asks: 'Least metadata: title, description, licence, version IRI, creator, namespace.',
    finds: (ontology) =>
      missing(ontology, 'dct:title', 'dct:description', 'dct:license', 'owl:versionIRI', 'dct:creator', 'vann:preferredNamespaceUri'),
  },
  { id: 'FIND1', asks: 'A prefix is declared.', finds: (ontology) => missing(ontology, 'vann:preferredNamespacePrefix') },
  { id: 'FIND2', asks: 'The prefix is known to prefix.cc or LOV.', because: 'A registry takes it once it is published.' },
  { id: 'FIND3', asks: 'The ontology is in a registry such as LOV.', because: 'A registry takes it once it is published.' },
  { id: 'FIND_3_BIS', asks: 'Its metadata outlive it, in a registry.', because: 'A registry takes it once it is published.' },
  { id: 'CN1', asks: 'The address answers with HTML or with RDF, as the client asks.', heldBy: w3id, because: published },
  { id: 'HTTP1', asks: 'The address is of an open protocol.', finds: ({ iri }) => (/^https?:/.test(iri) ? [] : [iri]) },
  { id: 'RDF1', asks: 'It is there as RDF that can be read.', heldBy: files },
  {
    id: 'VOC1',
    asks: 'Its metadata are in vocabularies that are widely used.',
    finds: (ontology) => missing(ontology, 'dct:title', 'vann:preferredNamespacePrefix', 'bibo:status', 'owl:versionIRI'),
  },
  {
    id: 'VOC2',
    asks: 'It builds on other vocabularies.',
    finds: ({ classes, objects }) => classes.filter((one) => !objects(one, 'rdfs:subClassOf').some(({ value }) => !isOurs(value))),
  },
  { id: 'DOC1', asks: 'The address leads to a page for people.', heldBy: w3id, because: published },
  {
    id: 'OM2',
    asks: 'Recommended metadata: prefix, version, day of creation, citation.',
    finds: (ontology) => missing(ontology, 'vann:preferredNamespacePrefix', 'owl:versionInfo', 'dct:created', 'dct:bibliographicCitation'),
  },
  {
    id: 'OM3',
    asks: 'Detailed metadata: DOI, publisher, logo, status, source, day of issue.',
    finds: (ontology) => missing(ontology, 'dct:publisher', 'bibo:status', 'dct:issued', 'dct:modified'),
    partly: true,
    because:
      'It has no DOI, no logo, and no work that it was taken from, so it names none; it is the first version, so it names none before.',
  },
  { id: 'VOC3', asks: 'All terms have labels.', finds: (ontology) => without(ontology, 'rdfs:label') },
  { id: 'VOC4', asks: 'All terms have definitions.', finds: (ontology) => without(ontology, 'rdfs:comment') },
  { id: 'OM4.1', asks: 'A licence is declared.', finds: (ontology) => missing(ontology, 'dct:license') },
  {
    id: 'OM4.2',
    asks: 'The licence can be looked up.',
    finds: ({ iri, objects }) =>
      objects(iri, 'dct:license').flatMap(({ value }) => (value.startsWith('https://creativecommons.org/licenses/') ? [] : [value])),
    because: 'Held as far as a file can tell: it is an address of Creative Commons.',
  },
  { id: 'OM5.1', asks: 'Who made it, and when.', finds: (ontology) => missing(ontology, 'dct:creator', 'dct:created') },
  { id: 'OM5.2', asks: 'Who published it, and when.', finds: (ontology) => missing(ontology, 'dct:publisher', 'dct:issued') },
]
