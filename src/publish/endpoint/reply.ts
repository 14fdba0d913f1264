/** From a question to the answer over HTTP, or to why there is none. */
import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http'
import { openToAll, type Answer, type Asked } from '../server/answer.ts'
import { networkOf } from '../server/client.ts'
import { preferredEncoding } from '../server/preferences.ts'
import type { Pool, Reply } from './answering.ts'
import { Refused, type Question, type Refusal } from './question.ts'
import { refusals } from './refusals.ts'

/** Puts a question, and answers when its first rows are there. Throws Refused. */
export const reply = (pool: Pool, asked: Asked, question: Question): Promise<Answer> =>
  whileThere(asked, async (client) => streamed(await pool.ask(question, client.signal, networkOf(asked.client)), asked, client))

/** Who asked, until it has its answer. */
interface Client {
  /** Says that it has left. */
  readonly signal: AbortSignal
  /** Ends listening for that. */
  stay(): void
}

/** Looks for an answer for as long as its client is there. */
export async function whileThere(asked: Asked, answer: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = leaving(asked)
  try {
    return await answer(client)
  } catch (error) {
    client.stay()
    throw error
  }
}

/** The answer whose pieces are sent as they are found. */
export async function streamed(
  { mediaType, slow, pieces }: Reply,
  asked: Asked,
  { stay }: Client,
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  asked.note({ slow })
  const encoding = preferredEncoding(asked.headers['accept-encoding'])
  const coding = encoding !== 'identity' && { 'Content-Encoding': encoding }
  const answer = { status: 200, headers: { ...common, ...headers, 'Content-Type': typeOf(mediaType), ...coding } }
  if (asked.method !== 'HEAD') return { ...answer, body: { pieces: untilRead(pieces, asked, stay), encoding } }
  // Whoever begins to read and stops ends the question.
  for await (const _ of untilRead(pieces, asked, stay)) break
  return answer
}

/** Answers, or says why not. */
export async function orRefusal({ note }: Asked, answer: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    note({ code: codeOf(error.refusal) })
    return refusal(error.refusal)
  }
}

/** A signal that the client has left, until it is not listened for any more. */
function leaving({ request: { socket } }: Asked): Client {
  const left = new AbortController()
  const leave = (): void => left.abort(new Refused(refusals.left))
  socket.once('close', leave)
  return { signal: left.signal, stay: () => socket.off('close', leave) }
}

async function* untilRead(pieces: AsyncIterable<Uint8Array>, { note }: Asked, done: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    if (error instanceof Refused) note({ code: codeOf(error.refusal) })
    throw error
  } finally {
    done()
  }
}

/** What all answers have. */
export const common: OutgoingHttpHeaders = {
  ...openToAll,
  Vary: 'Accept, Accept-Encoding',
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
}

/** Results have the bare types of their registrations, which clients compare with; plain text would be read as ASCII without its encoding. */
export const typeOf = (mediaType: string): string => (mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)

const codeOf = ({ problems }: Refusal): string => problems[0]!.code

/** Why there is no answer (RFC 9457), in plain words and with what to try. */
function refusal({ status, problems, retryAfter, available }: Refusal): Answer {
  const body = Buffer.from(
    `${JSON.stringify(
      {
        type: 'about:blank',
        title: STATUS_CODES[status],
        status,
        detail: problems.map(({ message }) => message).join('; '),
        problems,
        ...(available && { available }),
      },
      null,
      2,
    )}\n`,
  )
  return {
    status,
    headers: {
      ...common,
      'Content-Type': 'application/problem+json',
      'Content-Length': body.length,
      ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
    },
    body,
  }
}
