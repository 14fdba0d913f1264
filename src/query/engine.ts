/** SPARQL 1.1 over a graph, by Comunica's engine without network access. */
import type { Term } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { quote } from '../quote.ts'
import type { QuadIndex } from '../graph/index/quad-index.ts'
import type { Answer, AnswerStream, Operation, Parameters, Row } from './answer.ts'
import { isGraph, isVariable, wrongArgument } from './arguments.ts'
import { baseOf } from './base.ts'
import { checkDataset, inDataset, type Dataset } from './dataset.ts'
import { overNamedGraphs } from './named-graphs.ts'
import { badQuery, questionOf, tooDeep } from './parse.ts'
import { plainText } from './plain-text.ts'
import { foreignSource, withServices, type Services } from './services.ts'
import { putParameters } from './put-parameters.ts'

/** How a question is asked. */
export interface AskOptions {
  /** Whether each row of a SELECT carries its sources, in a variable of its own that comes last. */
  readonly why?: boolean
}

/**
 * Asks a question. The project's prefixes are declared already.
 *
 * @param graph what to ask
 * @param sparql a SELECT, ASK, CONSTRUCT or DESCRIBE query
 * @param parameters variables that are bound beforehand, as terms
 * @param file the file that the question was read from, for errors
 * @throws StemmaError `bad-query` with line and caret, `empty-query`, `unknown-prefix`, `unknown-graph` for FROM,
 *   `not-a-question` for updates, `foreign-source` for SERVICE, `bad-argument` for what is no graph, text or term,
 *   `no-why` for sources of what is no row of patterns
 */
export async function ask(
  graph: Graph,
  sparql: string,
  parameters: Parameters = {},
  file?: string,
  { why = false }: AskOptions = {},
): Promise<Answer> {
  if (why) return whole(await askStream(graph, sparql, parameters, file, { why }))
  return put(async (...question) => (await import('./comunica.ts')).runQuery(...question), graph, sparql, parameters, file)
}

/** What a request says beside the question (https://www.w3.org/TR/sparql11-protocol/#query-operation). */
interface Request extends AskOptions {
  readonly dataset?: Dataset | undefined
  /** Who SERVICE may ask; nobody, if this is missing. */
  readonly services?: Services | undefined
  /** The address of the endpoint, which relative IRIs go by where the question has no BASE. */
  readonly address?: string
}

/**
 * As `ask`, the rows or triples some at a time as they are found; reading them throws as `ask` does.
 *
 * @param request what the request says beside the question
 */
export async function askStream(
  graph: Graph,
  sparql: string,
  parameters: Parameters = {},
  file?: string,
  request: Request = {},
): Promise<AnswerStream> {
  const answer = await put(
    async (question, index, base) => {
      const { streamQuery } = await import('./comunica.ts')
      if (!request.why) return streamQuery(question, index, base)
      const { withSources } = await import('./why/with-sources.ts')
      // The statements that a row rests on are looked for in the same graphs that are asked.
      return withSources(overNamedGraphs(question, index), index, (wider) => streamQuery(wider, index, base), file)
    },
    graph,
    sparql,
    parameters,
    file,
    request,
  )
  switch (answer.type) {
    case 'bindings':
      return { ...answer, rows: inOurWords(answer.rows, sparql, file) }
    case 'quads':
      return { ...answer, quads: inOurWords(answer.quads, sparql, file) }
    case 'boolean':
      return answer
  }
}

async function whole(answer: AnswerStream): Promise<Answer> {
  if (answer.type !== 'bindings') throw new TypeError('only rows carry their sources')
  const rows: Row[] = []
  for await (const some of answer.rows) for (const row of some) rows.push(row)
  return { ...answer, rows }
}

async function* inOurWords<Item>(items: AsyncIterable<Item>, sparql: string, file: string | undefined): AsyncGenerator<Item> {
  try {
    yield* items
  } catch (error) {
    throw ours(error, sparql, file)
  }
}

/** Checks a question and puts it to the engine. */
async function put<Result>(
  run: (question: Operation, index: QuadIndex, base?: string) => Promise<Result | undefined>,
  graph: Graph,
  sparql: string,
  parameters: Parameters,
  file: string | undefined,
  { dataset, address, services }: Request = {},
): Promise<Result> {
  checkArguments(graph, sparql, parameters)
  const written = await questionOf(plainText(sparql), graph.base, file, address)
  const question = dataset ? inDataset(written, dataset) : written
  const { type, updates: steps = [] } = question as Operation & { readonly updates?: readonly Operation[] }
  if ([type, ...steps.map((step) => step.type)].includes('load')) throw foreignSource(undefined, file)
  if (updates.has(type)) throw notAQuestion()
  // Whoever puts it to graphs from outside may name some that are not here; they are empty.
  if (!dataset) checkDataset(question, graph, file)
  try {
    const base = baseOf(sparql) ?? address
    const rowsOf = async (part: Operation): Promise<readonly Row[]> => {
      const answer = await (await import('./comunica.ts')).runQuery(part, graph.index, base)
      return answer?.type === 'bindings' ? answer.rows : []
    }
    const local = await withServices(putParameters(question, parameters, file), services, rowsOf, file)
    const answer = await run(local, graph.index, base)
    if (answer) return answer
  } catch (error) {
    throw ours(error, sparql, file)
  }
  throw notAQuestion()
}

/** The operations of SPARQL Update. */
const updates: ReadonlySet<string> = new Set(['compositeupdate', 'deleteinsert', 'load', 'clear', 'create', 'drop', 'add', 'move', 'copy'])

const notAQuestion = (): StemmaError =>
  new StemmaError(
    {
      code: 'not-a-question',
      message: 'an update changes a graph; this one is read-only',
      hint: 'use SELECT, ASK, CONSTRUCT or DESCRIBE; facts are changed in the data files',
    },
    'usage',
  )

/** Callers in JavaScript have no types to warn them. */
function checkArguments(graph: unknown, sparql: unknown, parameters: unknown): void {
  if (!isGraph(graph)) throw wrongArgument('ask', 'a graph first', 'such as openShipped() or build([folder])')
  if (typeof sparql !== 'string') throw wrongArgument('ask', 'a query in SPARQL, as a text', "such as 'SELECT ?m { ?m a st:Model }'")
  if (typeof parameters !== 'object' || parameters === null)
    throw wrongArgument('ask', 'its parameters as an object', 'terms by the names of variables; bind() makes them from texts')
  for (const [name, term] of Object.entries(parameters as Record<string, unknown>)) {
    if (!isVariable(name))
      throw wrongArgument('ask', `another name than ${quote(name)} for a variable`, 'write it without ? or $, in letters and digits')
    if (!isTerm(term)) throw wrongArgument('ask', `an RDF term for ${quote(name)}`, 'bind() makes terms from texts')
  }
}

const isTerm = (value: unknown): value is Term =>
  typeof value === 'object' && value !== null && ['NamedNode', 'Literal', 'BlankNode'].includes((value as Partial<Term>).termType ?? '')

/** A graph in a file is read on the way, so not all errors are the engine's. */
const ours = (error: unknown, sparql: string, file: string | undefined): StemmaError =>
  error instanceof StemmaError ? error : engineError(error as Error, sparql, file)

/** Comunica's errors in our words. */
function engineError(error: Error, sparql: string, file: string | undefined): StemmaError {
  if (error instanceof RangeError && /call stack/.test(error.message)) return tooDeep(file)
  if (error instanceof RangeError) return tooLarge(error.message, file)
  return badQuery(error.message, plainText(sparql), file)
}

/** A text, or a list of rows, of more than some hundred million. */
const tooLarge = (what: string, file: string | undefined): StemmaError =>
  new StemmaError({
    code: 'too-much-memory',
    message: `the question makes something that is too large to be kept: ${what}`,
    ...(file !== undefined && { place: { file } }),
    hint: 'put less together: what CONCAT, REPLACE and GROUP_CONCAT make grows fast',
  })
