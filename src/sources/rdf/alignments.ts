/** As what other vocabularies are read: the ontology says so (st:readFrom), so that a term more there is one more that is read. */
import { readings } from '../../model/terms.ts'
import { classNames, classOf, classOfIri, prefixes, type ClassName, type Property } from '../../model/vocabulary.ts'

/** A path through a graph: the IRIs of its steps, each perhaps walked backwards. */
export type Path = readonly { readonly predicate: string; readonly backwards: boolean }[]

const table = readings as unknown as Record<ClassName, { classes: readonly string[]; keys: Readonly<Record<string, readonly string[]>> }>

const byType = new Map<string, ClassName[]>()
for (const name of classNames)
  for (const iri of [classOf(name).iri, ...table[name].classes]) byType.set(iri, [...(byType.get(iri) ?? []), name])

/** The class as which things of some types are read: one of ours first, then the first of the ontology. */
export function classAmong(types: readonly string[]): ClassName | undefined {
  const own = types.map(classOfIri).find((found) => found !== undefined)
  if (own) return own.name
  const possible = types.flatMap((type) => byType.get(type) ?? [])
  return classNames.find((name) => possible.includes(name))
}

/** Whether things of a type are read as things of some class. */
export const isReadType = (type: string): boolean => byType.has(type)

const paths = new Map<string, readonly Path[]>()

/** The paths whose ends are values of a property of a class: its own first. */
export function pathsOf(className: ClassName, { name, path, inverse }: Property): readonly Path[] {
  const key = `${className} ${name}`
  let known = paths.get(key)
  if (!known) paths.set(key, (known = [`${inverse ? '^' : ''}${path}`, ...(table[className].keys[name] ?? [])].map(pathOf)))
  return known
}

const pathOf = (text: string): Path =>
  text.split(' ').map((step) => ({ predicate: step.replace(/^\^/, ''), backwards: step.startsWith('^') }))

/** Whether a path is one that the ontology itself has, so that its values are written as we write them. */
export const isOwn = (path: Path, { path: own }: Property): boolean => path.length === 1 && path[0]!.predicate === own

const owners = new Map<string, Set<ClassName>>()
for (const name of classNames)
  for (const property of classOf(name).properties.values())
    for (const [first, ...more] of pathsOf(name, property))
      if (!first!.backwards && more.length === 0) owners.set(first!.predicate, (owners.get(first!.predicate) ?? new Set()).add(name))

/** The class of a thing of no type, where its predicates are used of things of one class only. */
export function classByPredicates(predicates: readonly string[]): ClassName | undefined {
  const sure = new Set(predicates.flatMap((predicate) => (owners.get(predicate)?.size === 1 ? [...owners.get(predicate)!] : [])))
  return sure.size === 1 ? [...sure][0] : undefined
}

const vocabularyTypes = new Set([
  ...['Class', 'Datatype'].map((name) => prefixes.rdfs + name),
  `${prefixes.rdf}Property`,
  ...'Ontology Class ObjectProperty DatatypeProperty AnnotationProperty NamedIndividual Restriction'
    .split(' ')
    .map((name) => prefixes.owl + name),
  ...['NodeShape', 'PropertyShape'].map((name) => prefixes.sh + name),
  ...['Concept', 'ConceptScheme'].map((name) => prefixes.skos + name),
])

/** Whether things of a type are terms of a vocabulary, and no data. */
export const isVocabulary = (type: string): boolean => vocabularyTypes.has(type)
