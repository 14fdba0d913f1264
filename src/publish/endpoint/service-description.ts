/** What the endpoint is, for programs (https://www.w3.org/TR/sparql11-service-description/). */
import type { NamedNode, Quad } from '@rdfjs/types'
import { formats } from '../../formats/index.ts'
import type { Graph } from '../../graph/graph.ts'
import { blankNode, literal, namedNode } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import { resultFormats } from '../../query/results.ts'
import type { Answering } from '../server/answer.ts'
import { descriptionOf } from './description.ts'
import { questionsPath } from './path.ts'
import { statementsWith } from './statements.ts'

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
  const say = statementsWith(base)
  return [
    ...say(service, {
      'rdf:type': [namedNode(`${sd}Service`)],
      'sd:endpoint': [service],
      'sd:supportedLanguage': [namedNode(`${sd}SPARQL11Query`)],
      'sd:resultFormat': [
        ...resultFormats.map(({ name }) => namedNode(formatNs + ofRows[name]!)),
        ...formats.map(({ iri }) => namedNode(iri)),
      ],
      'sd:defaultDataset': [dataset],
      'rdfs:seeAlso': [namedNode(base + questionsPath)],
    }),
    ...say(dataset, {
      'rdf:type': [namedNode(`${sd}Dataset`)],
      'sd:defaultGraph': [best],
      'sd:namedGraph': index.namedGraphs.map((number) => blankNode(`g${number}`)),
    }),
    ...say(best, { 'rdf:type': [namedNode(`${sd}Graph`)], 'rdfs:label': [literal('the best view', 'en')] }),
    ...index.namedGraphs.flatMap((number) =>
      say(blankNode(`g${number}`), {
        'rdf:type': [namedNode(`${sd}NamedGraph`)],
        'sd:name': [index.terms.term(number) as NamedNode],
      }),
    ),
  ]
}

/**
 * Describes the endpoint of a graph to those who ask it nothing; people are led to the page where they can ask.
 *
 * @param endpoint its path
 * @param page the path of that page
 */
export const describer = (graph: Graph, endpoint: string, page: string): Answering =>
  descriptionOf(graph, endpoint, () => description(graph, endpoint), page)
