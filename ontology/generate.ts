/**
 * Turns ontology/stemma.ttl into src/model/terms.ts, the one generated file.
 *
 *   tsx ontology/generate.ts           writes the table
 *   tsx ontology/generate.ts --check   fails when the table is stale
 *
 * What it does not know it refuses: a construct that is skipped would be a constraint that nobody checks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Term } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'

const { namedNode } = DataFactory
const source = new URL('stemma.ttl', import.meta.url)
const target = new URL('../src/model/terms.ts', import.meta.url)

const prefixes: Record<string, string> = {}
const parser = new Parser({ baseIRI: source.href })
const quads = parser.parse(readFileSync(source, 'utf8'), null, (prefix, iri) => {
  prefixes[prefix] = iri.value
})
const store = new Store(quads)
const lists = store.extractLists()

const expand = (curie: string): string => {
  const [prefix, local] = curie.split(':') as [string, string]
  return `${prefixes[prefix] ?? fail(`no namespace for ${curie}`)}${local}`
}
const compact = (iri: string): string => {
  const [prefix, namespace] = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace)) ?? fail(`no prefix for ${iri}`)
  return `${prefix}:${iri.slice(namespace.length)}`
}
function fail(message: string): never {
  throw new Error(`ontology/stemma.ttl: ${message}`)
}

const objects = (subject: Term, predicate: string): Term[] => store.getObjects(subject, namedNode(expand(predicate)), null)
const subjects = (predicate: string, object: string): Term[] =>
  store.getSubjects(namedNode(expand(predicate)), namedNode(expand(object)), null)
const only = (subject: Term, predicate: string): Term | undefined => {
  const found = objects(subject, predicate)
  return found.length > 1 ? fail(`${subject.value} has several ${predicate}`) : found[0]
}
const listOf = (head: Term): Term[] => lists[head.value] ?? fail(`${head.value} is no list`)
const localName = (term: Term): string => term.value.replace(/^.*[#/]/, '')

/** English and Chinese text of a predicate; both must be there for a label. */
function texts(subject: Term, predicate: string): Record<string, string> {
  const found = objects(subject, predicate).map((term) => [(term as { language?: string }).language ?? '', term.value])
  return Object.fromEntries(found.sort(([a], [b]) => (a! < b! ? -1 : 1)))
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
/** What a shape, a class and a property may say; all else is refused. */
const understood = {
  property: words(
    'type path name datatype class nodeKind or in minCount maxCount minInclusive maxInclusive minExclusive maxLength pattern uniqueLang message qualifiedValueShape qualifiedMinCount disjoint unitText exclusive readFrom label description',
  ),
  /** xone, or and message of a class constrain claims that come from elsewhere: claims of ours are made whole. */
  class: words('type label comment subClassOf seeAlso readFrom hasKey property xone or message'),
  term: words('type label comment subPropertyOf domain range seeAlso'),
  choice: words('class datatype'),
}
function check(subject: Term, known: ReadonlySet<string>): void {
  for (const { predicate } of store.getQuads(subject, null, null, null))
    if (!known.has(localName(predicate))) fail(`${localName(subject)}: ${predicate.value} is not understood`)
}
const dates = ['date', 'gYear', 'gYearMonth']
const kinds: Record<string, string> = {
  string: 'string',
  langString: 'text',
  integer: 'integer',
  decimal: 'decimal',
  language: 'language',
  date: 'day',
}

/** The classes that a shape allows as value: sh:class, sh:or of sh:class, or a qualified sh:class. */
function classesOf(shape: Term): string[] {
  const direct = objects(shape, 'sh:class')
  const choices = objects(shape, 'sh:or')
    .flatMap(listOf)
    .flatMap((choice) => objects(choice, 'sh:class'))
  const qualified = objects(shape, 'sh:qualifiedValueShape').flatMap((choice) => objects(choice, 'sh:class'))
  return [...direct, ...choices, ...qualified].map(localName)
}

/** What sort of value a property shape asks for, and which values. */
function valueOf(shape: Term, name: string): Record<string, unknown> {
  const classes = classesOf(shape)
  if (classes.length > 0) return { kind: 'reference', classes }
  const choices = only(shape, 'sh:in')
  if (choices) return { kind: 'choice', in: listOf(choices).map((term) => term.value) }
  const datatype = only(shape, 'sh:datatype')
  if (datatype) return { kind: kinds[localName(datatype)] ?? fail(`${name}: datatype ${datatype.value}`) }
  const alternatives = objects(shape, 'sh:or')
    .flatMap(listOf)
    .flatMap((choice) => objects(choice, 'sh:datatype'))
    .map(localName)
  if (alternatives.length > 0)
    return alternatives.sort().join() === dates.join() ? { kind: 'date' } : fail(`${name}: sh:or of ${alternatives.join()}`)
  return only(shape, 'sh:nodeKind')?.value === expand('sh:IRI') ? { kind: 'iri' } : { kind: 'any' }
}

function propertyOf(shape: Term): [string, Record<string, unknown>] {
  const name = only(shape, 'sh:name')?.value ?? fail(`${shape.value} has no sh:name`)
  check(shape, understood.property)
  for (const choice of [...objects(shape, 'sh:or').flatMap(listOf), ...objects(shape, 'sh:qualifiedValueShape')])
    check(choice, understood.choice)
  const path = only(shape, 'sh:path') ?? fail(`${name} has no sh:path`)
  const inverse = only(path, 'sh:inversePath')
  const bound = (predicate: string): number | undefined => {
    const term = only(shape, predicate)
    return term && Number(term.value)
  }
  const bounds = {
    minInclusive: bound('sh:minInclusive'),
    maxInclusive: bound('sh:maxInclusive'),
    minExclusive: bound('sh:minExclusive'),
    maxLength: bound('sh:maxLength'),
  }
  const detail = {
    path: (inverse ?? path).value,
    ...(inverse && { inverse: true }),
    ...valueOf(shape, name),
    ...(only(shape, 'sh:pattern') && { pattern: only(shape, 'sh:pattern')!.value }),
    ...(only(shape, 'sh:message') && { message: only(shape, 'sh:message')!.value }),
    ...(only(shape, 'st:exclusive')?.value === 'true' && { exclusive: true }),
    ...(only(shape, 'schema:unitText') && { unit: only(shape, 'schema:unitText')!.value }),
    ...Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined)),
    required: (bound('sh:minCount') ?? 0) > 0,
    many: !inverse && bound('sh:maxCount') !== 1 && !only(shape, 'sh:uniqueLang'),
  }
  return [name, inverse ? { ...detail, many: true } : detail]
}

/** Property shapes in the order of the file, which is the order in which a reader is told the facts. */
const order = new Map(
  quads.filter(({ predicate }) => predicate.value === expand('sh:path')).map(({ subject }, index) => [subject.value, index]),
)
const inReadingOrder = (shapes: Term[]): Term[] => shapes.sort((a, b) => order.get(a.value)! - order.get(b.value)!)

const classes = Object.fromEntries(
  subjects('rdf:type', 'sh:NodeShape').map((shape) => {
    if (!objects(shape, 'rdf:type').some((type) => type.value === expand('rdfs:Class')))
      fail(`${shape.value} is no rdfs:Class, so its shape would target nothing`)
    check(shape, understood.class)
    const properties = Object.fromEntries(inReadingOrder(objects(shape, 'sh:property')).map(propertyOf))
    const byPath = (path: Term): string =>
      Object.entries(properties).find(([, property]) => property['path'] === path.value)?.[0] ?? fail(`owl:hasKey names ${path.value}`)
    const key = only(shape, 'owl:hasKey')
    return [
      localName(shape),
      {
        iri: shape.value,
        label: texts(shape, 'rdfs:label'),
        comment: texts(shape, 'rdfs:comment')['en'],
        ...(key && { key: listOf(key).map(byPath) }),
        properties,
      },
    ]
  }),
)

const labelled = [...subjects('rdf:type', 'owl:ObjectProperty'), ...subjects('rdf:type', 'owl:DatatypeProperty')].filter(
  (term) => objects(term, 'rdfs:label').length > 0,
)
for (const term of labelled) check(term, understood.term)
const borrowed = subjects('rdf:type', 'sh:PropertyShape').filter((shape) => objects(shape, 'rdfs:label').length > 0)
interface Relation {
  readonly label: Record<string, string>
  readonly comment: string | undefined
  readonly parents: readonly string[]
}
const relations = Object.fromEntries<Relation>([
  ...labelled.map((term): [string, Relation] => [
    term.value,
    {
      label: texts(term, 'rdfs:label'),
      comment: texts(term, 'rdfs:comment')['en'],
      parents: objects(term, 'rdfs:subPropertyOf').map((parent) => parent.value),
    },
  ]),
  ...borrowed.map((shape): [string, Relation] => [
    only(shape, 'sh:path')!.value,
    { label: texts(shape, 'rdfs:label'), comment: texts(shape, 'sh:description')['en'], parents: [] },
  ]),
])

const values = (subject: Term, predicate: string): string[] => objects(subject, predicate).map(({ value }) => value)
/** The classes of a domain or range: one, or those of a union. */
const named = (term: Term): string[] => {
  const union = only(term, 'owl:unionOf')
  return union ? listOf(union).map(({ value }) => value) : [term.value]
}
const classLinks = Object.fromEntries(
  subjects('rdf:type', 'sh:NodeShape').map((shape) => [
    localName(shape),
    { parents: values(shape, 'rdfs:subClassOf'), see: values(shape, 'rdfs:seeAlso') },
  ]),
)
const propertyLinks = Object.fromEntries(
  labelled.map((term) => [
    term.value,
    {
      domain: objects(term, 'rdfs:domain').flatMap(named),
      range: objects(term, 'rdfs:range').flatMap(named),
      see: values(term, 'rdfs:seeAlso'),
    },
  ]),
)

/** A SHACL path as its steps: IRIs, with ^ in front where the step is walked backwards. */
function stepsOf(path: Term): string[] {
  if (path.termType === 'NamedNode') return [path.value]
  const inverse = only(path, 'sh:inversePath')
  return inverse ? [`^${inverse.value}`] : listOf(path).flatMap(stepsOf)
}
/** What is read as a class or under a key, in the order of the file: the first gives the name. */
const readFrom = (subject: Term): Term[] =>
  quads.filter((quad) => quad.predicate.value === expand('st:readFrom') && quad.subject.equals(subject)).map(({ object }) => object)
const readings = Object.fromEntries(
  subjects('rdf:type', 'sh:NodeShape').map((shape) => [
    localName(shape),
    {
      classes: readFrom(shape).map(({ value }) => value),
      keys: Object.fromEntries(
        inReadingOrder(objects(shape, 'sh:property')).flatMap((property) => {
          const paths = readFrom(property).map((path) => stepsOf(path).join(' '))
          return paths.length > 0 ? [[only(property, 'sh:name')!.value, paths]] : []
        }),
      ),
    },
  ]),
)

const [about] = subjects('rdf:type', 'owl:Ontology')
const said = (predicate: string): string => only(about!, predicate)?.value ?? fail(`the ontology has no ${predicate}`)
const maintainers = only(about!, 'dct:creator')!
const ontology = {
  iri: about!.value,
  title: texts(about!, 'dct:title'),
  description: texts(about!, 'dct:description'),
  version: said('owl:versionInfo'),
  versionIri: said('owl:versionIRI'),
  license: said('dct:license'),
  status: said('bibo:status').replace(/^.*\//, ''),
  created: said('dct:created').slice(0, 10),
  issued: said('dct:issued').slice(0, 10),
  modified: said('dct:modified').slice(0, 10),
  citation: said('dct:bibliographicCitation'),
  maintainers: { iri: maintainers.value, name: only(maintainers, 'foaf:name')!.value },
}

for (const [iri, label] of [
  ...Object.entries(relations).map(([iri, relation]) => [iri, relation.label] as const),
  ...Object.values(classes).map((one) => [one.iri, one.label] as const),
])
  if (!label['en'] || !label['zh']) fail(`${compact(iri)} needs an English and a Chinese label`)

const table = (name: string, value: unknown): string => `export const ${name} = ${JSON.stringify(value, null, 2)} as const\n`
const text = [
  '// Generated from ontology/stemma.ttl by `npm run generate`; edit that file instead.\n',
  '/** The prefixes of the ontology, and their namespaces. */\n' + table('prefixes', prefixes),
  '/** The classes, each with its properties by key in reading order, and for a class with identity its key. */\n' +
    table('classes', classes),
  '/** The properties by IRI, with their labels and super-properties. */\n' + table('relations', relations),
  '/** What the ontology says of itself. */\n' + table('ontology', ontology),
  '/** Of each class, by name: the classes of other vocabularies that it is under, and what to see beside it. */\n' +
    table('classLinks', classLinks),
  '/** Of each property of our own, by IRI: the classes of its domain and range, and what to see beside it. */\n' +
    table('propertyLinks', propertyLinks),
  '/** Of each class, by name: the classes of other vocabularies that are read as it, and by key the paths that are: IRIs with spaces between, with ^ in front where the step is walked backwards. */\n' +
    table('readings', readings),
].join('\n')

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) fail('src/model/terms.ts is stale: run `npm run generate`')
