/** The pitfalls of OOPS! that concern how terms are put together (https://oops.linkeddata.es/catalogue.jsp). */
import type { Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { prefixes } from '../../src/model/vocabulary.ts'
import { classesIn, iriOf, isLanguage, isOurs, localName, using, type Check, type Ontology } from './check.ts'
import { tooNarrow } from './oops-shapes.ts'

const none = 'Nothing of the kind is stated.'

/** All that stands above a term under a predicate, at any distance. */
function above(ontology: Ontology, term: string, predicate: string, seen = new Set<string>()): Set<string> {
  for (const { value } of ontology.objects(term, predicate)) {
    if (seen.has(value)) continue
    seen.add(value)
    above(ontology, value, predicate, seen)
  }
  return seen
}

/** Terms of others with the name of one of ours that are not said to be above it. */
const unrelated = (ontology: Ontology, ours: readonly string[], theirs: readonly string[], predicate: string): string[] =>
  ours.flatMap((term) => {
    const namesakes = theirs.filter((other) => !isOurs(other) && localName(other) === localName(term))
    const related = above(ontology, term, predicate)
    return namesakes.filter((other) => !related.has(other)).map((other) => `${term} ${other}`)
  })

const domainsAndRanges = (ontology: Ontology, property: string): string[] =>
  ['rdfs:domain', 'rdfs:range'].flatMap((one) => ontology.objects(property, one)).flatMap((term) => classesIn(ontology, term))

/** What is used as a class: above another, in a domain or range, as a value of shapes, as a type. */
const usedAsClass = (ontology: Ontology): string[] => {
  const { store, list } = ontology
  const values = (predicate: string): Term[] => store.getObjects(null, DataFactory.namedNode(iriOf(predicate)), null)
  const used = ['rdfs:subClassOf', 'rdfs:domain', 'rdfs:range', 'sh:class', 'rdf:type'].flatMap(values)
  return [
    ...used.flatMap((term) => classesIn(ontology, term)),
    ...values('owl:members').flatMap((head) => list(head).map(({ value }) => value)),
  ]
}

export const oopsOfStructure: readonly Check[] = [
  {
    id: 'P04',
    asks: 'No term stands alone.',
    finds: (ontology) => {
      const used = new Set(ontology.properties.flatMap((property) => domainsAndRanges(ontology, property)))
      return ontology.classes.filter((term) => !used.has(term) || ontology.objects(term, 'rdfs:subClassOf').length === 0)
    },
  },
  { id: 'P05', asks: 'No wrong inverse.', finds: (ontology) => using(ontology, 'owl:inverseOf'), because: none },
  {
    id: 'P06',
    asks: 'No class is above itself.',
    finds: (ontology) => ontology.classes.filter((term) => above(ontology, term, 'rdfs:subClassOf').has(term)),
  },
  {
    id: 'P09',
    asks: 'What the domain needs is there.',
    because: 'Judged by use: a source whose words fit no property is kept under st:finding, and those show what is missing.',
  },
  {
    id: 'P10',
    asks: 'Classes that exclude each other are said to.',
    finds: ({ ofType }) => (ofType('owl:AllDisjointClasses').length > 0 ? [] : ['owl:AllDisjointClasses']),
  },
  {
    id: 'P11',
    asks: 'Every property has a domain and a range.',
    finds: ({ properties, objects }) =>
      properties.filter((term) => ['rdfs:domain', 'rdfs:range'].some((one) => objects(term, one).length === 0)),
  },
  {
    id: 'P12',
    asks: 'A property that others have too is related to theirs.',
    finds: (ontology) =>
      unrelated(
        ontology,
        ontology.properties,
        ['owl:ObjectProperty', 'owl:DatatypeProperty'].flatMap(ontology.ofType),
        'rdfs:subPropertyOf',
      ),
    because: 'As sub-properties: ours are narrower, so none is said to be equivalent.',
  },
  {
    id: 'P13',
    asks: 'Every relation has an inverse.',
    because:
      'OOPS! reports this as minor. It is left out on purpose: each fact is stated in one direction, and a question reads it in the other with ^ (SPARQL 1.1, 9.1).',
  },
  {
    id: 'P14',
    asks: 'owl:allValuesFrom is not taken for “some”.',
    finds: (ontology) => using(ontology, 'owl:allValuesFrom'),
    because: none,
  },
  {
    id: 'P15',
    asks: '“Some not” is not taken for “not some”.',
    finds: (ontology) => using(ontology, 'owl:someValuesFrom', 'owl:complementOf'),
    because: none,
  },
  {
    id: 'P16',
    asks: 'A class that things are to be sorted into by reasoning is defined, not only described.',
    because: 'Nothing is sorted by reasoning: the class of a thing is stated.',
  },
  {
    id: 'P17',
    asks: 'No hierarchy goes down to single things.',
    finds: ({ classes, objects }) => classes.filter((term) => objects(term, 'rdfs:subClassOf').some(({ value }) => isOurs(value))),
    because: 'None of our classes is under another of ours.',
  },
  {
    id: 'P18',
    asks: 'No domain or range is narrower than the data needs.',
    finds: tooNarrow,
    because: 'Domains and ranges hold every class whose shape has the property, and every class that the shapes allow as value.',
  },
  {
    id: 'P19',
    asks: 'No property has several domains or ranges, which would have to hold at once.',
    finds: ({ properties, objects }) =>
      properties.filter((term) => ['rdfs:domain', 'rdfs:range'].some((one) => objects(term, one).length > 1)),
    because: 'Where several classes may be meant, it is one union.',
  },
  {
    id: 'P24',
    asks: 'No term is used in its own definition.',
    finds: (ontology) => [
      ...ontology.properties.filter((term) => domainsAndRanges(ontology, term).includes(term)),
      ...[...ontology.classes, ...ontology.properties].filter((term) =>
        ['rdfs:subClassOf', 'rdfs:subPropertyOf'].some((one) => above(ontology, term, one).has(term)),
      ),
    ],
  },
  { id: 'P25', asks: 'No relation is its own inverse.', finds: (ontology) => using(ontology, 'owl:inverseOf'), because: none },
  { id: 'P26', asks: 'No symmetric relation has an inverse.', finds: ({ ofType }) => ofType('owl:SymmetricProperty'), because: none },
  { id: 'P27', asks: 'No wrong equivalence of properties.', finds: (ontology) => using(ontology, 'owl:equivalentProperty'), because: none },
  { id: 'P28', asks: 'No wrong symmetric relation.', finds: ({ ofType }) => ofType('owl:SymmetricProperty'), because: none },
  {
    id: 'P29',
    asks: 'No wrong transitive relation.',
    finds: ({ ofType }) => ofType('owl:TransitiveProperty'),
    because: 'Nothing of the kind is stated: lineage is walked by questions, and each step keeps its source.',
  },
  {
    id: 'P30',
    asks: 'A class that others have too is related to theirs.',
    finds: (ontology) => unrelated(ontology, ontology.classes, ontology.ofType('owl:Class'), 'rdfs:subClassOf'),
    because: 'As sub-classes: ours are narrower, so none is said to be equivalent.',
  },
  { id: 'P31', asks: 'No wrong equivalence of classes.', finds: (ontology) => using(ontology, 'owl:equivalentClass'), because: none },
  { id: 'P33', asks: 'No chain of one property.', finds: (ontology) => using(ontology, 'owl:propertyChainAxiom'), because: none },
  {
    id: 'P34',
    asks: 'What is used as a class is declared as one.',
    finds: (ontology) => {
      const declared = new Set(ontology.ofType('owl:Class'))
      return usedAsClass(ontology).filter((term) => !isLanguage(term) && !declared.has(term))
    },
  },
  {
    id: 'P35',
    asks: 'What is used as a property is declared as one.',
    finds: (ontology) => {
      const declared = new Set(['owl:ObjectProperty', 'owl:DatatypeProperty', 'owl:AnnotationProperty'].flatMap(ontology.ofType))
      const supers = ontology.properties.flatMap((term) => ontology.objects(term, 'rdfs:subPropertyOf'))
      return [...ontology.store.getPredicates(null, null, null), ...supers]
        .map(({ value }) => value)
        .filter((term) => !isLanguage(term) && !declared.has(term) && !term.startsWith(prefixes.sh))
    },
  },
]
