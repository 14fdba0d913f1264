/** Asking a store about what is pushed to it: which graphs it has of the dataset, and how large they are. */
import { StemmaError } from '../../errors.ts'
import { graphNames, isIri } from '../../model/iri.ts'
import { send } from '../../query/endpoint.ts'
import type { Client } from '../../query/remote/client.ts'

/** What the address for questions is where that for writing is known. */
const siblings: readonly (readonly [ending: RegExp, ...others: readonly string[]])[] = [
  [/\/sparql-graph-crud-auth\/?$/, '/sparql-auth', '/sparql'],
  [/\/sparql-graph-crud\/?$/, '/sparql'],
  [/\/rdf-graphs\/service\/?$/, ''],
  [/\/statements\/?$/, ''],
  [/\/(?:data|store|update|gsp)\/?$/, '/query', '/sparql', ''],
]

/** The addresses where a store may answer questions, the likeliest first. */
export function questionAddresses(written: string): string[] {
  const url = new URL(written)
  const [ending, ...others] = siblings.find(([pattern]) => pattern.test(url.pathname)) ?? []
  const found = others.map((other) => {
    const sibling = new URL(url)
    sibling.pathname = url.pathname.replace(ending!, other)
    return sibling.href
  })
  return [...found, url.href]
}

/**
 * The first of some clients that answers questions.
 *
 * @throws StemmaError what the likeliest one failed by
 */
export async function firstAnswering(clients: readonly Client[]): Promise<Client> {
  let failure: unknown
  for (const client of clients)
    try {
      await send(client, { text: 'ASK {}', answer: 'boolean' })
      return client
    } catch (error) {
      failure ??= error
    }
  const { problems, failure: kind } = failure as StemmaError
  const hint = 'what is pushed is counted afterwards: name the address for questions with --query URL'
  throw new StemmaError(
    problems.map((problem) => ({ ...problem, hint })),
    kind,
  )
}

/** The graphs of an earlier push: those that its description of the dataset names, itself among them. */
export async function graphsBefore(client: Client, base: string): Promise<string[]> {
  const { about, best, claims } = graphNames(base)
  const answer = await send(client, {
    text: `SELECT DISTINCT ?g { GRAPH <${about}> { ?s <http://www.w3.org/ns/sparql-service-description#name> ?g } }`,
    answer: 'bindings',
  })
  const named = answer.type === 'bindings' ? answer.rows.map(({ g }) => g!.value) : []
  // What others say of our graphs is no reason to remove theirs.
  return named.length === 0 ? [] : [...named.filter((name) => isIri(name) && name.startsWith(base)), best, claims, about]
}

const atOnce = 100

/** How many statements graphs have in a store. */
export async function sizesOf(client: Client, graphs: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map(graphs.map((graph) => [graph, 0]))
  for (let first = 0; first < graphs.length; first += atOnce) {
    const some = graphs.slice(first, first + atOnce)
    const answer = await send(client, {
      text: `SELECT ?g (COUNT(*) AS ?n) { VALUES ?g { ${some.map((graph) => `<${graph}>`).join(' ')} } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g`,
      answer: 'bindings',
    })
    if (answer.type === 'bindings') for (const { g, n } of answer.rows) if (g && n) sizes.set(g.value, Number(n.value))
  }
  return sizes
}
