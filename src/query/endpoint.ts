/** Questions to a store elsewhere, by the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/). */
import { StemmaError } from '../errors.ts'
import { checkTerms } from '../formats/valid.ts'
import { defaultBase, graphNames, prefixesFor } from '../model/iri.ts'
import { quote } from '../quote.ts'
import type { Answer, Parameters } from './answer.ts'
import { isVariable, wrongArgument } from './arguments.ts'
import { misfit } from './misfit.ts'
import { emptyQuery, errorOf } from './parse.ts'
import { plainText } from './plain-text.ts'
import { connect, type Client, type ClientOptions } from './remote/client.ts'
import { cutShort, isHtml, notAnEndpoint, refusal, tooFewRows } from './remote/failures.ts'
import { readResults } from './remote/json-results.ts'
import type { Reply } from './remote/message.ts'
import type { Rewritten } from './remote/rewrite.ts'

export { connect, type Client, type ClientOptions } from './remote/client.ts'
export { credentialsFrom, type Credentials } from './remote/credentials.ts'

/** Where the data is in the store, and how to get there. */
export interface EndpointOptions extends ClientOptions {
  /** Base IRI of instances: prefixes and the names of graphs go by it. */
  readonly base?: string
  /** The name of the graph that plain patterns ask: that of the best view, if no other is named. */
  readonly graph?: string
  /** The file that the question was read from, for errors. */
  readonly file?: string | undefined
}

/**
 * Asks a store a question, as `ask` asks a graph: the project's prefixes are declared already, plain patterns ask the best
 * view, and `GRAPH ?g` the graphs of the sources, of the claims and about the dataset.
 *
 * @param endpoint its address, or a client of it
 * @param sparql a SELECT, ASK, CONSTRUCT or DESCRIBE query; with FROM or FROM NAMED it is put to those graphs as they stand
 * @param parameters variables that are bound beforehand, as terms
 * @throws StemmaError what `ask` throws for what is no question; `unknown-graph` when the store lacks the best view;
 *   `endpoint-…`, `not-an-endpoint`, `cut-answer` and `malformed-answer` for what goes wrong there or on the way
 */
export async function askEndpoint(
  endpoint: string | Client,
  sparql: string,
  parameters: Parameters = {},
  options: EndpointOptions = {},
): Promise<Answer> {
  checkParameters(parameters)
  const { base = defaultBase, graph = graphNames(base).best, file } = options
  const client = typeof endpoint === 'string' ? connect(endpoint, options) : endpoint
  const question = await forStore(plainText(sparql), parameters, base, graph, file)
  const answer = await send(client, question)
  if (question.plain && isThin(answer)) await requireGraph(client, graph)
  return answer
}

function checkParameters(parameters: Parameters): void {
  for (const [name, term] of Object.entries(parameters)) {
    if (!isVariable(name))
      throw wrongArgument('ask', `another name than ${quote(name)} for a variable`, 'write it without ? or $, in letters and digits')
    if (term.termType !== 'NamedNode' && term.termType !== 'Literal')
      throw wrongArgument('ask', `an IRI or a literal for ${quote(name)}`, 'a blank node has no name in another store')
  }
  checkTerms(Object.values(parameters))
}

async function forStore(sparql: string, parameters: Parameters, base: string, best: string, file: string | undefined): Promise<Rewritten> {
  const { parseForStore } = await import('./sparql-parser.ts')
  const prefixes = prefixesFor(base)
  const result = parseForStore(sparql, { prefixes, parameters, places: { base, best } })
  if ('mistake' in result) throw errorOf(result, sparql, prefixes, file)
  if (!('unfit' in result)) return result
  const placed = file !== undefined && { place: { file } }
  switch (result.unfit) {
    case 'empty':
      throw emptyQuery(file)
    case 'update':
      throw new StemmaError(
        {
          code: 'not-a-question',
          message: 'an update changes a store; this only asks',
          ...placed,
          hint: 'use SELECT, ASK, CONSTRUCT or DESCRIBE; stemma push brings data to a store',
        },
        'usage',
      )
    case 'set':
    case 'place':
      throw misfit(result.unfit, result.variable, file)
  }
}

const accepted: Readonly<Record<Answer['type'], string>> = {
  bindings: 'application/sparql-results+json',
  boolean: 'application/sparql-results+json',
  quads: 'application/n-triples, text/turtle;q=0.9',
}

/** Sends a query as it is, and reads what comes back. */
export async function send(client: Client, { text, answer: wanted, limit }: Pick<Rewritten, 'text' | 'answer' | 'limit'>): Promise<Answer> {
  const reply = await client.send({
    method: 'POST',
    accept: accepted[wanted],
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ query: text }).toString(),
  })
  if (reply.status !== 200) throw refusal(reply, client.clean)
  if (isHtml(reply)) throw notAnEndpoint(reply, client.clean)
  const answer = wanted === 'quads' ? await readTriples(reply, client) : readRows(reply, client)
  if (answer.type !== wanted) throw malformed(reply)
  checkWhole(reply, answer, limit)
  return answer
}

function readRows(reply: Reply, client: Client): Answer {
  if (!/json/.test(reply.type)) throw notAnEndpoint(reply, client.clean)
  const results = readResults(reply.text)
  if (results === 'cut') throw cutShort(reply.url)
  if (results === 'malformed') throw malformed(reply)
  return results
}

async function readTriples(reply: Reply, client: Client): Promise<Answer> {
  if (!/turtle|n-triples|n-quads|trig|text\/(plain|n3)/.test(reply.type)) throw notAnEndpoint(reply, client.clean)
  const { Parser } = await import('n3')
  try {
    return {
      type: 'quads',
      quads: new Parser({ format: reply.type === 'text/plain' ? 'application/n-triples' : reply.type }).parse(reply.text),
    }
  } catch {
    throw malformed(reply)
  }
}

const malformed = ({ url }: Reply): StemmaError =>
  new StemmaError(
    { code: 'malformed-answer', message: `what ${url} answers cannot be read`, hint: 'is it a SPARQL 1.1 endpoint?' },
    'outside',
  )

/** Virtuoso cuts long answers without a word but in its headers. */
function checkWhole(reply: Reply, answer: Answer, limit = Infinity): void {
  const most = Number(reply.headers.get('x-sparql-maxrows') ?? Infinity)
  const rows = answer.type === 'bindings' ? answer.rows.length : 0
  if ((rows >= most && rows < limit) || reply.headers.get('x-sql-state') === 'S1TAT') throw tooFewRows(reply.url, rows)
}

/** Whether an answer says as little as one from a store that knows nothing would. */
const isThin = (answer: Answer): boolean =>
  answer.type === 'boolean' ? !answer.value : (answer.type === 'bindings' ? answer.rows : answer.quads).length < 2

/**
 * Refuses a store that lacks a graph: of all that is asked of it, it would know nothing.
 *
 * @throws StemmaError `unknown-graph`
 */
export async function requireGraph(client: Client, graph: string): Promise<void> {
  const answer = await send(client, { text: `ASK { GRAPH <${graph}> { ?s ?p ?o } }`, answer: 'boolean' })
  if (answer.type === 'boolean' && answer.value) return
  throw new StemmaError({
    code: 'unknown-graph',
    message: `the store at ${client.url} has no graph ${quote(graph)}`,
    hint: 'bring the data there with stemma push; if it has another base, name that with --base',
  })
}
