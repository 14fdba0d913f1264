/** A thing in the words of schema.org, as search engines read it out of its page. */
import { valueOf } from '../../graph/graph.ts'
import { prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { isLink } from '../html.ts'
import { textOf, type Here } from '../site.ts'

const types: Readonly<Record<ClassName, string>> = {
  Model: 'SoftwareApplication',
  Dataset: 'Dataset',
  Hardware: 'Product',
  Organization: 'Organization',
  Software: 'SoftwareApplication',
  Application: 'SoftwareApplication',
  Document: 'CreativeWork',
  Benchmark: 'Dataset',
  License: 'CreativeWork',
  Mention: 'Thing',
  Training: 'Action',
  Usage: 'Thing',
  Evaluation: 'Rating',
  Comparison: 'Thing',
  Claim: 'Claim',
}

/** For a key of schema.org, the properties whose values it takes. */
const keys: Readonly<Record<string, readonly string[]>> = {
  license: [`${prefixes.dct}license`],
  creator: [st('producer')],
  isBasedOn: [st('derivedFrom'), st('trainedOn')],
  sameAs: [`${prefixes.skos}exactMatch`, `${prefixes.foaf}page`],
  hasPart: [st('hasPart')],
  isPartOf: [st('variantOf')],
  subjectOf: [st('describedBy')],
}

const application: Partial<Record<ClassName, string>> = { Model: 'Language model', Software: 'Software', Application: 'Application' }

/** So many values of one key are enough for a search engine. */
const most = 20

/**
 * JSON-LD with the vocabulary of schema.org.
 *
 * @param iri a thing of the graph
 * @see https://schema.org/
 */
export function schemaOrg(here: Here, iri: string, description: string): object {
  const { graph } = here.site
  const { className } = graph.entity(iri)!
  const statements = graph.statementsOf(iri)
  const values = (properties: readonly string[]): string[] => [
    ...new Set(
      statements.flatMap(({ property, value }) => (properties.includes(property) && value.termType === 'NamedNode' ? [value.value] : [])),
    ),
  ]
  const alternate = statements.flatMap(({ property, value }) => (property === `${prefixes.skos}altLabel` ? [value.value] : []))
  const released = valueOf(graph, iri, `${prefixes.dct}issued`)?.value
  return {
    '@context': 'https://schema.org/',
    '@type': types[className],
    '@id': iri,
    url: `${graph.base}${here.path}`,
    name: textOf(here, iri),
    description,
    ...(application[className] && { applicationCategory: application[className] }),
    ...(alternate.length > 0 && { alternateName: alternate.slice(0, most) }),
    ...(released && className !== 'Organization' && { datePublished: released }),
    ...Object.fromEntries(
      Object.entries(keys).flatMap(([key, properties]) => {
        const found = values(properties).slice(0, most)
        if (found.length === 0) return []
        return [
          [
            key,
            found.map((value) =>
              graph.entity(value) ? { '@id': value, name: textOf(here, value) } : isLink(value) ? value : { '@id': value },
            ),
          ],
        ]
      }),
    ),
  }
}
