/** The JSON-LD context that the ontology implies (JSON-LD 1.1): its keys are the keys of the YAML. */
import { prefixesFor, toCurie } from './iri.ts'
import { allProperties, classNames, classOf, prefixes, type Property } from './vocabulary.ts'

const xsd = (local: string): string => `xsd:${local}`

/** How a property's values are read: references and IRIs as identifiers, texts by language, numbers by datatype. */
function definition({ path: iri, kind }: Property): Record<string, unknown> {
  const path = toCurie(iri, prefixes)
  switch (kind) {
    case 'reference':
    case 'iri':
      return { '@id': path, '@type': '@id' }
    case 'text':
      return { '@id': path, '@container': '@language' }
    case 'integer':
    case 'decimal':
    case 'language':
      return { '@id': path, '@type': xsd(kind) }
    case 'day':
      return { '@id': path, '@type': xsd('date') }
    default:
      return { '@id': path }
  }
}

/**
 * The context under which JSON-LD of this project is written.
 *
 * @param base base IRI of instances, which relative identifiers such as `model/bloomz` resolve against
 */
export function jsonldContext(base: string): Record<string, unknown> {
  const nested = classNames.flatMap((name) =>
    [...classOf(name).properties.values()]
      .filter(({ inverse }) => inverse)
      .map(({ name: key, path }) => [key, { '@reverse': toCurie(path, prefixes), '@type': '@id' }]),
  )
  return {
    '@version': 1.1,
    '@base': base,
    ...Object.fromEntries(
      Object.entries(prefixesFor(base)).filter(([, namespace]) => Object.values(prefixes).includes(namespace as never)),
    ),
    id: '@id',
    kind: '@type',
    ...Object.fromEntries(classNames.map((name) => [name, toCurie(classOf(name).iri, prefixes)])),
    ...Object.fromEntries(allProperties.map((property) => [property.name, definition(property)])),
    ...Object.fromEntries(nested),
  }
}
