/** What a check of the ontology is, and what checks look at. */
import { readFileSync } from 'node:fs'
import type { Term } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import { prefixes } from '../../src/model/vocabulary.ts'

/** A check of a catalogue, with how it stands. */
export interface Check {
  /** Its id in the catalogue. */
  readonly id: string
  /** What it asks for, in our words. */
  readonly asks: string
  /** What is wrong, each as text; nothing where the check passes. Absent where the file alone cannot tell. */
  readonly finds?: (ontology: Ontology) => readonly string[]
  /** The file of the test that holds it, where that is another than the one that runs `finds`. */
  readonly heldBy?: string
  /** Why it does not apply, or what more there is to say. */
  readonly because?: string
  /** The catalogue asks for more than can be had: `because` says what. */
  readonly partly?: true
}

/** The ontology, with the questions that checks ask of it. */
export interface Ontology {
  readonly iri: string
  readonly store: Store
  /** Our own terms, by kind, as IRIs. */
  readonly classes: readonly string[]
  readonly objectProperties: readonly string[]
  readonly datatypeProperties: readonly string[]
  readonly properties: readonly string[]
  /** What a subject has under a predicate such as `dct:title`. */
  objects(subject: string | Term, predicate: string): Term[]
  /** What has a predicate at all, as texts. */
  having(predicate: string): string[]
  /** What has a type, as texts. */
  ofType(type: string): string[]
  /** The members of an RDF list. */
  list(head: Term): Term[]
}

const { namedNode } = DataFactory

/** The IRI of `dct:title`. */
export const iriOf = (curie: string): string => {
  const [prefix, local] = curie.split(':') as [keyof typeof prefixes, string]
  return prefixes[prefix] + local
}

/** The part of an IRI behind its namespace. */
export const localName = (iri: string): string => iri.replace(/^.*[#/]/, '')

/** Whether an IRI is a term of our own. */
export const isOurs = (iri: string): boolean => iri.startsWith(prefixes.st)

/** The languages that ontologies and shapes are written in. */
const languages = [prefixes.rdf, prefixes.rdfs, prefixes.owl, prefixes.sh, prefixes.xsd]

/** Whether an IRI is a term of these languages, which needs no declaration. */
export const isLanguage = (iri: string): boolean => languages.some((namespace) => iri.startsWith(namespace))

/** The ontology as it stands in a file. */
export function readOntology(file: string | URL): Ontology {
  const store = new Store(new Parser().parse(readFileSync(file, 'utf8')))
  const lists = store.extractLists()
  const ofType = (type: string): string[] =>
    store.getSubjects(namedNode(iriOf('rdf:type')), namedNode(iriOf(type)), null).map(({ value }) => value)
  const [objectProperties, datatypeProperties] = ['owl:ObjectProperty', 'owl:DatatypeProperty'].map((kind) => ofType(kind).filter(isOurs))
  return {
    iri: ofType('owl:Ontology').join(' '),
    store,
    classes: ofType('owl:Class').filter(isOurs),
    objectProperties: objectProperties!,
    datatypeProperties: datatypeProperties!,
    properties: [...objectProperties!, ...datatypeProperties!],
    objects: (subject, predicate) =>
      store.getObjects(typeof subject === 'string' ? namedNode(subject) : subject, namedNode(iriOf(predicate)), null),
    having: (predicate) => store.getSubjects(namedNode(iriOf(predicate)), null, null).map(({ value }) => value),
    ofType,
    list: (head) => lists[head.value] ?? [],
  }
}

/** What of some metadata the ontology lacks: each is given by the predicates that may say it. */
export const missing = ({ iri, objects }: Ontology, ...wanted: readonly string[]): string[] =>
  wanted.filter((predicates) => !predicates.split(' ').some((predicate) => objects(iri, predicate).length > 0))

/** What uses any of some constructs. */
export const using = ({ having }: Ontology, ...predicates: readonly string[]): string[] => predicates.flatMap(having)

/** The classes that a domain or range, or a class expression, is made of. */
export function classesIn({ objects, list }: Ontology, expression: Term): string[] {
  const [union] = objects(expression, 'owl:unionOf')
  return union ? list(union).map(({ value }) => value) : [expression.value]
}

/** Texts that come more than once. */
export const repeated = (texts: readonly string[]): string[] => texts.filter((text, index) => texts.indexOf(text) !== index)
