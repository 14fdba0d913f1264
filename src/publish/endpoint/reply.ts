/** From a question to the answer over HTTP, or to why there is none. */
import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http'
import { openToAll, type Answer, type Asked } from '../server/answer.ts'
import { networkOf } from '../server/client.ts'
import type { Pool } from './answering.ts'
import { Refused, type Question, type Refusal } from './question.ts'
import { refusals } from './refusals.ts'

/** Puts a question, and answers when its first rows are there. Throws Refused. */
export async function reply(pool: Pool, asked: Asked, question: Question, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  const client = leaving(asked)
  try {
    const { mediaType, slow, pieces } = await pool.ask(question, client.signal, networkOf(asked.client))
    asked.note({ slow })
    const answer = { status: 200, headers: { ...common, ...headers, 'Content-Type': typeOf(mediaType) } }
    if (asked.method !== 'HEAD') return { ...answer, body: { pieces: untilRead(pieces, asked, client.stay) } }
    // Whoever begins to read and stops ends the question.
    for await (const _ of untilRead(pieces, asked, client.stay)) break
    return answer
  } catch (error) {
    client.stay()
    throw error
  }
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
function leaving({ request: { socket } }: Asked): { readonly signal: AbortSignal; stay(): void } {
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

const common: OutgoingHttpHeaders = { ...openToAll, Vary: 'Accept', 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }

/** Results have the bare types of their registrations, which clients compare with; plain text would be read as ASCII without its encoding. */
const typeOf = (mediaType: string): string => (mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)

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
