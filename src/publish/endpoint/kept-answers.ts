/** Answers to questions that many ask: each is found once for all who ask at the same time, and kept while there is room. */
import { byteCache } from '../server/byte-cache.ts'
import type { Representation } from '../server/representation.ts'
import type { Pool, Reply } from './answering.ts'
import { Refused, type Question } from './question.ts'
import { refusals } from './refusals.ts'

/** Longer answers are not kept, and are sent while they are found; so much is kept in all. */
const most = { bytes: 256 << 10, inAll: 24 << 20 } as const

/** What is kept of an answer. */
type Whole = Pick<Representation, 'bytes'>

/** A question that is being answered. */
interface Run<Kept> {
  readonly ending: AbortController
  readonly outcome: Promise<Kept | Reply>
  /** How many wait for it. */
  clients: number
  /** Whether it has come to its end, or somebody reads what is too long to be kept. */
  isOver: boolean
}

/** Puts questions, each under a key that stands for all that its answer depends on; `client` is whose share of the threads it takes, if it is put. */
export type AskOnce<Kept> = (key: string, question: Question, signal: AbortSignal, client?: string) => Promise<Kept | Reply>

/**
 * What puts questions to a pool and keeps what is answered. A question ends when the last client that waits for it has left. Of an answer
 * that is too long to be kept there is one stream, so only one of those who waited has it, and the others have the question put again.
 * What is refused is told to all who wait, and is not kept.
 *
 * @param keep makes what is kept of an answer that is whole; `onGrow` is told of the bytes that are added to it later
 */
export function keptAnswers<Kept extends Whole>(
  pool: Pool,
  keep: (key: string, mediaType: string, body: Uint8Array, onGrow: (bytes: number) => void) => Kept,
): AskOnce<Kept> {
  const kept = byteCache<Kept>(most.inAll)
  const runs = new Map<string, Run<Kept>>()

  async function find(key: string, question: Question, signal: AbortSignal, client?: string): Promise<Kept | Reply> {
    const found = await collected(await pool.ask(question, signal, client))
    if ('pieces' in found) return found
    const made: Kept = keep(key, found.mediaType, found.body, (bytes) => kept.grow(key, made, bytes))
    kept.set(key, made, made.bytes)
    return made
  }

  const forget = (key: string, run: Run<Kept>): void => {
    if (runs.get(key) === run) runs.delete(key)
  }

  function start(key: string, question: Question, client?: string): Run<Kept> {
    const ending = new AbortController()
    const run: Run<Kept> = { ending, outcome: find(key, question, ending.signal, client), clients: 0, isOver: false }
    runs.set(key, run)
    const end = (isOver: boolean): void => {
      run.isOver = isOver
      forget(key, run)
    }
    run.outcome.then(
      (found) => end(!('pieces' in found)),
      () => end(true),
    )
    return run
  }

  return async (key, question, signal, client) => {
    const known = kept.get(key)
    if (known) return known
    const run = runs.get(key) ?? start(key, question, client)
    run.clients += 1
    try {
      const found = await Promise.race([run.outcome, left(signal)])
      if (!('pieces' in found)) return found
      if (run.isOver) return await pool.ask(question, signal, client)
      run.isOver = true
      signal.addEventListener('abort', () => run.ending.abort(signal.reason))
      return found
    } finally {
      run.clients -= 1
      if (run.clients === 0 && !run.isOver) {
        forget(key, run)
        run.ending.abort(new Refused(refusals.left))
      }
    }
  }
}

/** Rejects when a client leaves. */
const left = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const leave = (): void => reject(signal.reason as Error)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave)
  })

/** A whole answer, or one that turned out to be too long: then what was read of it stands before the rest. */
async function collected({ mediaType, slow, pieces }: Reply): Promise<Reply | { readonly mediaType: string; readonly body: Uint8Array }> {
  const source = pieces[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const next = await source.next()
    if (next.done) return { mediaType, body: Buffer.concat(read) }
    read.push(next.value)
    bytes += next.value.length
    if (bytes > most.bytes) return { mediaType, slow, pieces: joined(read, source) }
  }
}

async function* joined(read: readonly Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  } finally {
    await source.return?.()
  }
}
