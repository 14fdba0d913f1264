/** Answers a question in the form that the client accepts, a piece at a time. */
import type { Quad } from '@rdfjs/types'
import { StemmaError } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { prefixesFor } from '../../model/iri.ts'
import type { AnswerStream } from '../../query/answer.ts'
import { askStream } from '../../query/engine.ts'
import type { Services } from '../../query/services.ts'
import { rememberLast } from '../../remember.ts'
import { bind, savedQuery } from '../../query/saved.ts'
import { rowsWriter, type ResultFormat } from '../../query/results.ts'
import { chosenForm, formsOf } from './answer-forms.ts'
import { overHttp } from './hints.ts'
import { endpointPath } from './path.ts'
import { Refused, type AnswerLimits, type Question } from './question.ts'

/** An answer that has been begun: the form that was chosen, and its text as it is found. */
export interface Begun {
  readonly mediaType: string
  readonly pieces: AsyncIterable<string>
}

/**
 * Begins to answer; what is asked for costs nothing until the pieces are read, as far as the engine allows that.
 *
 * @throws Refused where the question is none or cannot be put, the client accepts no form of the answer, or there is more of it than it
 *   may hold; reading the pieces throws the same
 */
export async function answerQuestion(
  graph: Graph,
  { sparql, dataset, saved, why, accept }: Question,
  limits: AnswerLimits,
): Promise<Begun> {
  try {
    const parameters = saved ? bind(graph, savedQuery(saved.name)!, saved.given) : {}
    const services = limits.services && (await servicesWithin(limits.services))
    const request = { dataset, services, address: graph.base + endpointPath, why: why ?? false }
    const answer = await askStream(graph, sparql, parameters, undefined, request)
    if (answer.type === 'quads') {
      const { mediaType, format } = chosenForm(formsOf.triples, accept)
      const written = async (): Promise<string> =>
        format.write(await allOf(answer.quads, limits.rows), { prefixes: prefixesFor(graph.base) })
      return { mediaType, pieces: bounded(piecesOf(written), limits.bytes, graph.base) }
    }
    const { mediaType, format } = chosenForm(formsOf.rows, accept)
    return { mediaType, pieces: bounded(resultPieces(answer, format, limits.rows), limits.bytes, graph.base) }
  } catch (error) {
    throw refusalOf(error, graph.base)
  }
}

/** Made once for all questions: they have the same limits. */
const servicesWithin = rememberLast(async ({ urls, timeMs }: NonNullable<AnswerLimits['services']>): Promise<Services> => {
  const { servicesAt } = await import('../../query/remote/service.ts')
  return servicesAt(urls, timeMs)
})

async function* resultPieces(answer: Exclude<AnswerStream, { type: 'quads' }>, format: ResultFormat, most: number): AsyncGenerator<string> {
  if (answer.type === 'boolean') return yield format.boolean(answer.value)
  const write = rowsWriter(format, answer.variables)
  let count = 0
  let head: string | undefined = format.head(answer.variables)
  for await (const rows of answer.rows) {
    count += rows.length
    if (count > most) throw tooMuch(`more than ${most.toLocaleString('en')} rows`)
    yield (head ?? '') + write(rows)
    head = undefined
  }
  yield (head ?? '') + format.foot
}

async function* piecesOf(write: () => Promise<string>): AsyncGenerator<string> {
  yield await write()
}

async function allOf(batches: AsyncIterable<readonly Quad[]>, most: number): Promise<Quad[]> {
  const quads: Quad[] = []
  for await (const batch of batches) {
    quads.push(...batch)
    if (quads.length > most) throw tooMuch(`more than ${most.toLocaleString('en')} triples`)
  }
  return quads
}

async function* bounded(pieces: AsyncIterable<string>, most: number, base: string): AsyncGenerator<string> {
  let bytes = 0
  try {
    for await (const piece of pieces) {
      bytes += Buffer.byteLength(piece)
      if (bytes > most) throw tooMuch(`more than ${Math.round(most / 1e6)} MB`)
      yield piece
    }
  } catch (error) {
    throw refusalOf(error, base)
  }
}

const tooMuch = (what: string): Refused =>
  new Refused({
    status: 503,
    problems: [
      {
        code: 'too-much',
        message: `the answer would hold ${what}`,
        hint: 'ask for less, with LIMIT or a narrower question; the dumps hold everything',
      },
    ],
  })

/** The statuses of what is wrong with a question; all else is a slip in it. */
const statuses: Readonly<Record<string, number>> = {
  'not-a-question': 403,
  'too-much-memory': 503,
  'unknown-name': 404,
  'ambiguous-name': 404,
  'service-failed': 502,
  'no-xml-text': 406,
  'no-xml-name': 406,
}

function refusalOf(error: unknown, base: string): unknown {
  if (!(error instanceof StemmaError)) return error
  return new Refused({
    status: statuses[error.problems[0]!.code] ?? 400,
    problems: error.problems.map((problem) => overHttp(problem, base)),
  })
}
