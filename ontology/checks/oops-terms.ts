/** The pitfalls of OOPS! that concern how terms are named and described (https://oops.linkeddata.es/catalogue.jsp). */
import { prefixes } from '../../src/model/vocabulary.ts'
import { isLanguage, localName, missing, repeated, using, type Check } from './check.ts'
import { borrowed } from './borrowed.ts'

const named = (terms: readonly string[], pattern: RegExp): string[] => terms.filter((term) => pattern.test(localName(term)))
const datatypes = 'string boolean decimal integer double float date time datetime duration anyuri language number text literal'.split(' ')
const ownNamespace = /^https:\/\/w3id\.org\/stemma(?:$|[#/])/

export const oopsOfTerms: readonly Check[] = [
  {
    id: 'P01',
    asks: 'No term means several things.',
    because: 'Judged by reading: each term has one definition, and figures of different units are different properties.',
  },
  { id: 'P02', asks: 'No two classes are synonyms.', finds: (ontology) => using(ontology, 'owl:equivalentClass') },
  {
    id: 'P03',
    asks: 'No property stands for “is”.',
    finds: ({ properties }) => named(properties, /^(is|isA|type|kind|instanceOf|subclassOf|sameAs)$/i),
  },
  { id: 'P07', asks: 'No class is two things in one.', finds: ({ classes }) => named(classes, /[a-z](And|Or|Plus)(?=[A-Z]|$)/) },
  {
    id: 'P08',
    asks: 'Every term has a label and a definition.',
    finds: ({ classes, properties, objects }) =>
      [...classes, ...properties].filter((term) => ['rdfs:label', 'rdfs:comment'].some((one) => objects(term, one).length === 0)),
    because: 'Of our own terms. Those of others have theirs where they are defined.',
  },
  {
    id: 'P20',
    asks: 'Annotations hold what they are for.',
    finds: ({ iri, classes, properties, objects }) => [
      ...[...classes, ...properties].filter((term) => {
        const comments = objects(term, 'rdfs:comment').map(({ value }) => value)
        return objects(term, 'rdfs:label').some(({ value }) => value.length > 40 || /[.。]$/.test(value) || comments.includes(value))
      }),
      ...['dct:created', 'dct:issued', 'dct:modified'].filter((one) =>
        objects(iri, one).some(({ value }) => !/^\d{4}-\d\d-\d\dT/.test(value)),
      ),
    ],
  },
  {
    id: 'P21',
    asks: 'No class is for what is left over.',
    finds: ({ classes }) => named(classes, /^(other|misc|miscellaneous|various|unknown|thing|general)/i),
  },
  {
    id: 'P22',
    asks: 'Names follow one convention.',
    finds: ({ classes, properties }) => [
      ...classes.filter((term) => !/^([A-Z][a-z0-9]+)+$/.test(localName(term))),
      ...properties.filter((term) => !/^[a-z]+[0-9]*([A-Z][a-z0-9]*)*$/.test(localName(term))),
    ],
  },
  {
    id: 'P23',
    asks: 'No class stands in for a datatype.',
    finds: ({ classes }) => classes.filter((term) => datatypes.includes(localName(term).toLowerCase())),
  },
  {
    id: 'P32',
    asks: 'No two classes have one label.',
    finds: ({ classes, objects }) =>
      repeated(
        classes.flatMap((term) =>
          objects(term, 'rdfs:label').map((label) => `${label.value}@${(label as { language?: string }).language}`),
        ),
      ),
  },
  {
    id: 'P36',
    asks: 'The address names no file.',
    finds: ({ iri }) => (/\.(owl|rdf|ttl|n3|nt|xml|rdfxml|jsonld|json|html)$/i.test(iri) ? [iri] : []),
  },
  {
    id: 'P37',
    asks: 'The ontology and its page are on the web.',
    heldBy: 'test/interop/w3id.test.ts',
    because: 'The answer itself can be seen only once the address is registered.',
  },
  { id: 'P38', asks: 'An owl:Ontology is declared.', finds: ({ ofType }) => (ofType('owl:Ontology').length === 1 ? [] : ['owl:Ontology']) },
  {
    id: 'P39',
    asks: 'The namespace does not depend on where the file lies.',
    finds: ({ store }) =>
      store
        .getQuads(null, null, null, null)
        .flatMap(({ subject, object }) => [subject, object])
        .filter(({ termType, value }) => termType === 'NamedNode' && !/^https?:\/\//.test(value))
        .map(({ value }) => value),
  },
  {
    id: 'P40',
    asks: 'No term is used that its namespace does not define, and none of others is defined here.',
    finds: ({ store }) =>
      store.getQuads(null, null, null, null).flatMap(({ subject, predicate, object }) => [
        ...[subject, predicate, object]
          .filter(
            ({ termType, value }) => termType === 'NamedNode' && !ownNamespace.test(value) && !isLanguage(value) && !borrowed.has(value),
          )
          .map(({ value }) => value),
        // Of a term of others nothing is said but what kind of term it is.
        ...(borrowed.has(subject.value) && predicate.value !== `${prefixes.rdf}type` ? [subject.value] : []),
      ]),
    because: 'Against a list of terms, each of which was looked up in its vocabulary.',
  },
  { id: 'P41', asks: 'A licence is declared.', finds: (ontology) => missing(ontology, 'dct:license') },
]
