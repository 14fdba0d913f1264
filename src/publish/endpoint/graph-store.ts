/** The graphs by their names, as the Graph Store Protocol has them (https://www.w3.org/TR/sparql11-http-rdf-update/): they can only be read. */
import type { Graph } from '../../graph/graph.ts'
import { graphNames, isIri } from '../../model/iri.ts'
import { isGraphName } from '../../query/dataset.ts'
import { reading, type Handler } from '../server/answer.ts'
import type { Pool } from './answering.ts'
import { parametersOf, queryOf } from './protocol.ts'
import { Refused } from './question.ts'
import { orRefusal, reply } from './reply.ts'

const hint = 'ask for ?default, or for ?graph= and the name of a graph, such as that of a source'

const refuse = (status: number, code: string, message: string): never => {
  throw new Refused({ status, problems: [{ code, message, hint }] })
}

/** Answers at `graph-store?default` with the best view, at `graph-store?graph=IRI` with a named graph. */
export const graphStore = (graph: Graph, pool: Pool): Handler => ({
  route: 'graph-store',
  methods: reading,
  at: (path) =>
    path === 'graph-store'
      ? (asked) =>
          orRefusal(asked, () => {
            const { accept } = asked.headers
            const sparql = contentOf(graph, parametersOf(queryOf(asked.request.url ?? '')))
            return reply(pool, asked, { sparql, ...(accept !== undefined && { accept }) })
          })
      : undefined,
})

/** The question whose answer is what a graph holds. */
function contentOf(graph: Graph, parameters: URLSearchParams): string {
  const names = parameters.getAll('graph')
  if (names.length + Number(parameters.has('default')) !== 1) refuse(400, 'bad-request', 'the request names no graph, or several')
  const [name = graphNames(graph.base).best] = names
  if (!isIri(name)) refuse(400, 'bad-request', 'the name of the graph is no absolute IRI')
  if (name === graphNames(graph.base).best) return 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }'
  if (!isGraphName(name, graph)) refuse(404, 'unknown-graph', 'there is no graph of this name')
  return `CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <${name}> { ?s ?p ?o } }`
}
