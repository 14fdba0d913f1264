/** The JSON-LD context that the ontology implies (JSON-LD 1.1): its keys are the keys of the YAML. */
import { rememberLast } from '../remember.ts'
import { prefixesFor, toCurie } from './iri.ts'
import { allProperties, classNames, classOf, prefixes, type Property } from './vocabulary.ts'

type Prefixes = Readonly<Record<string, string>>

const nested = classNames.flatMap((name) => [...classOf(name).properties.values()].filter(({ inverse }) => inverse))
const keys = new Set<string>(['id', 'kind', ...classNames, ...[...allProperties, ...nested].map(({ name }) => name)])

/** Of the literals that a key's definition reads from plain texts, the local name of their datatype. */
export const plainDatatypes: Partial<Record<Property['kind'], string>> = {
  integer: 'integer',
  decimal: 'decimal',
  language: 'language',
  day: 'date',
  string: 'string',
  choice: 'string',
}

/** The scheme of an IRI. It is the same in upper and lower case, and some readers make it lower before they look for a prefix. */
export const schemeOf = (iri: string): string => iri.slice(0, Math.max(iri.indexOf(':'), 0)).toLowerCase()

/** The prefixes but those that are the scheme of an IRI of the document: where `st` is a prefix, the IRI `st:x` would be read as another. */
export function unmistakable(table: Record<string, string>, schemes: ReadonlySet<string>): Record<string, string> {
  const taken = new Set([...Object.values(table).map(schemeOf), ...schemes])
  const fit = Object.entries(table).filter(([prefix]) => !taken.has(prefix.toLowerCase()))
  // The same table, where nothing is left out, so that what was worked out for it is found again.
  return fit.length === Object.keys(table).length ? table : Object.fromEntries(fit)
}

/** How a property's values are read: references and IRIs as identifiers, texts by language, numbers by datatype. */
function definition({ path, kind }: Property, table: Prefixes): Record<string, unknown> {
  const id = { '@id': toCurie(path, table) }
  const typed = (local: string): Record<string, unknown> => ({ ...id, '@type': toCurie(prefixes.xsd + local, table) })
  switch (kind) {
    case 'reference':
    case 'iri':
      return { ...id, '@type': '@id' }
    case 'text':
      return { ...id, '@container': '@language' }
    case 'integer':
    case 'decimal':
    case 'language':
      return typed(kind)
    case 'day':
      return typed('date')
    default:
      return id
  }
}

/** A prefix; where its namespace has no end that says so, it must be said. */
const prefix = (namespace: string): unknown => (/[:/?#[\]@]$/.test(namespace) ? namespace : { '@id': namespace, '@prefix': true })

/**
 * Prefixes as a context may have them: in JSON-LD they share one space of names with the keys, so that the prefix of
 * benchmarks, whose name is the key of an evaluation's benchmark, gets an s: `benchmarks:mmlu`.
 *
 * @param table namespaces by prefix
 */
export const contextPrefixes = rememberLast((table: Prefixes): Record<string, string> => {
  const free = (name: string): string => (keys.has(name) || Object.hasOwn(table, name) ? free(`${name}s`) : name)
  const renamed = Object.entries(table).map(([name, namespace]) => [keys.has(name) ? free(`${name}s`) : name, namespace])
  return Object.fromEntries(renamed)
})

/**
 * The terms of the context under some prefixes.
 *
 * @param table namespaces by prefix, none of which is a key
 */
export const contextUnder = rememberLast((table: Prefixes): Record<string, unknown> => ({
  '@version': 1.1,
  ...Object.fromEntries(Object.entries(table).map(([name, namespace]) => [name, prefix(namespace)])),
  id: '@id',
  kind: '@type',
  ...Object.fromEntries(classNames.map((name) => [name, toCurie(classOf(name).iri, table)])),
  ...Object.fromEntries(allProperties.map((property) => [property.name, definition(property, table)])),
  ...Object.fromEntries(nested.map(({ name, path }) => [name, { '@reverse': toCurie(path, table), '@type': '@id' }])),
}))

/**
 * The context under which JSON-LD of this project is written. It is whole without a base, which JSON-LD ignores in a
 * context that is fetched, so it can be published: things are named `model:bloomz`.
 *
 * @param base base IRI of instances
 */
export function jsonldContext(base: string): Record<string, unknown> {
  return contextUnder(contextPrefixes(prefixesFor(base)))
}
