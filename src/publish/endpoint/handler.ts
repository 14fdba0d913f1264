/** The SPARQL endpoint: questions of clients, put to the pool, and its answers. */
import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http'
import { openToAll, type Answer, type Asked, type Handler } from '../server/answer.ts'
import { endpointPath } from './path.ts'
import { questionOf } from './protocol.ts'
import type { Pool } from './answering.ts'
import { Refused, type Refusal } from './question.ts'
import { refusals } from './refusals.ts'

/** Answers at the endpoint. */
export function endpoint(pool: Pool, describe: (asked: Asked) => Answer): Handler {
  async function answer(asked: Asked): Promise<Answer> {
    try {
      const question = await questionOf(asked)
      if (!question) return describe(asked)
      const client = leaving(asked)
      try {
        const { mediaType, pieces } = await pool.ask(question, client.signal)
        return { status: 200, headers: { ...common, 'Content-Type': typeOf(mediaType) }, body: { pieces: untilRead(pieces, client.stay) } }
      } catch (error) {
        client.stay()
        throw error
      }
    } catch (error) {
      if (error instanceof Refused) return refusal(error.refusal)
      throw error
    }
  }
  return { methods: ['GET', 'HEAD', 'POST'], at: (path) => (path === endpointPath || path === `${endpointPath}/` ? answer : undefined) }
}

/** A signal that the client has left, until it is not listened for any more. */
function leaving({ request: { socket } }: Asked): { readonly signal: AbortSignal; stay(): void } {
  const left = new AbortController()
  const leave = (): void => left.abort(new Refused(refusals.left))
  socket.once('close', leave)
  return { signal: left.signal, stay: () => socket.off('close', leave) }
}

async function* untilRead(pieces: AsyncIterable<Uint8Array>, done: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } finally {
    done()
  }
}

const common: OutgoingHttpHeaders = { ...openToAll, Vary: 'Accept', 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' }

const typeOf = (mediaType: string): string => (mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)

/** Why there is no answer (RFC 9457), in plain words and with what to try. */
function refusal({ status, problems, available }: Refusal): Answer {
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
      ...(status === 503 && { 'Retry-After': 5 }),
    },
    body,
  }
}
