/** What the endpoint is, for programs (https://www.w3.org/TR/sparql11-service-description/). */
import type { Quad } from '@rdfjs/types'
import { formats } from '../../formats/index.ts'
import type { Graph } from '../../graph/graph.ts'
import { blankNode, literal, namedNode, quad, type Value } from '../../model/claim.ts'
import { graphNames, prefixesFor } from '../../model/iri.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { resultFormats } from '../../query/results.ts'
import { openToAll, variesByAccept, type Answer, type Asked } from '../server/answer.ts'
import { preferredType } from '../server/preferences.ts'
import { contentType } from '../server/representation.ts'
import { Refused } from './question.ts'

const sd = 'http://www.w3.org/ns/sparql-service-description#'
const formatNs = 'http://www.w3.org/ns/formats/'

/** The IRIs of the formats of rows, by name (https://www.w3.org/ns/formats/). */
const ofRows: Readonly<Record<string, string>> = {
  json: 'SPARQL_Results_JSON',
  xml: 'SPARQL_Results_XML',
  csv: 'SPARQL_Results_CSV',
  tsv: 'SPARQL_Results_TSV',
}

/** The description of the endpoint of a graph. */
function description({ base, index }: Graph, endpoint: string): Quad[] {
  const service = namedNode(base + endpoint)
  const [dataset, best] = [blankNode('dataset'), namedNode(graphNames(base).best)]
  const quads: Quad[] = []
  const say = (subject: Quad['subject'], statements: Readonly<Record<string, readonly (Value | ReturnType<typeof blankNode>)[]>>): void => {
    for (const [predicate, objects] of Object.entries(statements))
      for (const object of objects) quads.push(quad(subject, namedNode(predicate.startsWith('http') ? predicate : sd + predicate), object))
  }
  const type = `${prefixes.rdf}type`
  say(service, {
    [type]: [namedNode(`${sd}Service`)],
    endpoint: [service],
    supportedLanguage: [namedNode(`${sd}SPARQL11Query`)],
    resultFormat: [...resultFormats.map(({ name }) => namedNode(formatNs + ofRows[name]!)), ...formats.map(({ iri }) => namedNode(iri))],
    defaultDataset: [dataset],
  })
  say(dataset, {
    [type]: [namedNode(`${sd}Dataset`)],
    defaultGraph: [best],
    namedGraph: index.namedGraphs.map((number) => blankNode(`g${number}`)),
  })
  say(best, { [type]: [namedNode(`${sd}Graph`)], [`${prefixes.rdfs}label`]: [literal('the best view', 'en')] })
  for (const number of index.namedGraphs)
    say(blankNode(`g${number}`), { [type]: [namedNode(`${sd}NamedGraph`)], name: [index.terms.term(number)] })
  return quads
}

/**
 * Describes the endpoint of a graph to those who ask it nothing; people are led to the page where they can ask.
 *
 * @param endpoint its path
 * @param page the path of that page
 */
export function describer(graph: Graph, endpoint: string, page: string): (asked: Asked) => Answer {
  const quads = description(graph, endpoint)
  const offers = [...formats, { name: 'html', mediaType: 'text/html' } as const]
  return ({ headers }) => {
    const chosen = preferredType(offers, headers.accept)
    if (!chosen)
      throw new Refused({
        status: 406,
        problems: [{ code: 'not-acceptable', message: 'the description cannot be given in a form that the request accepts' }],
        available: offers.map(({ mediaType }) => mediaType),
      })
    const common = { ...openToAll, Vary: variesByAccept }
    if (!('write' in chosen)) return { status: 303, headers: { ...common, Location: page, 'Content-Length': 0 } }
    const body = Buffer.from(chosen.write(quads, { prefixes: prefixesFor(graph.base), first: graph.base + endpoint }))
    return {
      status: 200,
      headers: {
        ...common,
        'Content-Type': contentType(chosen.mediaType),
        'Content-Length': body.length,
      },
      body,
    }
  }
}
