/** The vocabulary as the rest of the house sees it: classes and properties, read from the generated table. */
import { classes, prefixes, relations } from './terms.ts'

export { prefixes }

/** A class of the ontology, by its local name. */
export type ClassName = keyof typeof classes

/** What sort of value a property takes. */
export type ValueKind = 'reference' | 'choice' | 'string' | 'text' | 'integer' | 'decimal' | 'language' | 'day' | 'date' | 'iri' | 'any'

/** A property as one class uses it. */
export interface Property {
  /** The key in YAML, JSON and TypeScript. */
  readonly name: string
  /** The predicate's IRI. */
  readonly path: string
  /** The value is the subject of the triple: the nested form of a Training, Usage, Evaluation or Comparison. */
  readonly inverse?: boolean
  readonly kind: ValueKind
  /** Of a reference: the classes that it may point to. */
  readonly classes?: readonly ClassName[]
  /** Of a choice: its words. */
  readonly in?: readonly string[]
  /** Of a number: what it counts or measures. */
  readonly unit?: string
  /** Whether sources that name no value in common contradict each other, though there may be several. */
  readonly exclusive?: true
  /** Of a text: how many characters it has at most. */
  readonly maxLength?: number
  readonly pattern?: string
  readonly message?: string
  readonly minInclusive?: number
  readonly maxInclusive?: number
  readonly minExclusive?: number
  readonly required: boolean
  /** Whether several values may hold at once; where not, two different values are a conflict. */
  readonly many: boolean
}

interface ClassTable {
  readonly iri: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly comment: string
  readonly key?: readonly string[]
  readonly properties: Record<string, Omit<Property, 'name'>>
}

/** A class with its properties in reading order. */
export interface Class {
  readonly name: ClassName
  readonly iri: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly comment: string
  /** Of a class whose instances are identified by what they say: the properties that do so. */
  readonly key?: readonly string[]
  readonly properties: ReadonlyMap<string, Property>
  /** The first part of its instances' IRIs after the base: `model`. */
  readonly segment: string
}

const byName = new Map<string, Class>(
  Object.entries(classes as unknown as Record<string, ClassTable>).map(([name, { properties, ...rest }]) => [
    name,
    {
      ...rest,
      name: name as ClassName,
      segment: name.toLowerCase(),
      properties: new Map(Object.entries(properties).map(([key, property]) => [key, { name: key, ...property }])),
    },
  ]),
)

/** All classes, in the order of the ontology. */
export const classNames = [...byName.keys()] as readonly ClassName[]

/** The classes that a person writes a document for: those that have a name of their own. */
export const documentClasses = classNames.filter((name) => classOf(name).properties.has('name'))

/** The class of a name. */
export function classOf(name: ClassName): Class {
  return byName.get(name)!
}

/** The class of an IRI, if it is one of ours. */
export function classOfIri(iri: string): Class | undefined {
  return iri.startsWith(prefixes.st) ? byName.get(iri.slice(prefixes.st.length)) : undefined
}

/** The class whose name, label or IRI segment a person wrote, in any case, singular or plural. */
export function findClass(written: string): Class | undefined {
  const wanted = written.toLowerCase().replace(/^st:/, '')
  return [...byName.values()].find(
    ({ segment, label }) =>
      [segment, `${segment}s`, `${segment.replace(/y$/, '')}ies`, label.en, `${label.en}s`, label.zh].includes(wanted) ||
      (segment === 'hardware' && wanted === 'hardware'),
  )
}

const byPath = new Map<string, Property>()
for (const { properties } of byName.values())
  for (const property of properties.values()) if (!property.inverse && !byPath.has(property.path)) byPath.set(property.path, property)

/** The property that a predicate's IRI stands for, as the first class that has it uses it. */
export function propertyOf(path: string): Property | undefined {
  return byPath.get(path)
}

/** All properties that are stored as they stand, in reading order. */
export const allProperties: readonly Property[] = [...byPath.values()]

const order = new Map([prefixes.rdf + 'type', ...byPath.keys()].map((path, index) => [path, index]))

/** Where a predicate stands in reading order: type first, then as in the ontology, then all others. */
export function readingOrder(path: string): number {
  return order.get(path) ?? Number.MAX_SAFE_INTEGER
}

/** The predicates that say to what a training, usage, evaluation or comparison belongs: the first of its class's key. */
export const ownerLinks: ReadonlySet<string> = new Set(
  [...byName.values()].flatMap(({ key, properties }) => (key ? [properties.get(key[0]!)!.path] : [])),
)

const relationTable = relations as unknown as Record<
  string,
  { label: { en: string; zh: string }; comment: string; parents: readonly string[] }
>

/** The label of a predicate in a language, or its local name. */
export function labelOf(path: string, language: 'en' | 'zh' = 'en'): string {
  return relationTable[path]?.label[language] ?? path.replace(/^.*[#/]/, '')
}

/** What a predicate means, in English; empty for a borrowed one. */
export function commentOf(path: string): string {
  return relationTable[path]?.comment ?? ''
}

/** Whether a predicate is the other, or one of its direct or indirect sub-properties. */
export function isSubPropertyOf(path: string, ancestor: string): boolean {
  return path === ancestor || (relationTable[path]?.parents ?? []).some((parent) => isSubPropertyOf(parent, ancestor))
}

/** Shorthand for a term of our namespace: `st('derivedFrom')`. */
export const st = (local: string): string => prefixes.st + local
