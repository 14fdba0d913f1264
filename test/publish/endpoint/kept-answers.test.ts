/** Answers that are found once for many: who shares them, who ends them, what is kept. */
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Pool, Reply } from '../../../src/publish/endpoint/answering.ts'
import { keptAnswers } from '../../../src/publish/endpoint/kept-answers.ts'
import { Refused } from '../../../src/publish/endpoint/question.ts'
import { refusals } from '../../../src/publish/endpoint/refusals.ts'

/** A question that was put, which a test answers by hand. */
interface Put {
  readonly signal: AbortSignal
  answer(...pieces: string[]): void
  refuse(): void
}

function asking(): { readonly put: Put[]; ask(client?: AbortController): Promise<string> } {
  const put: Put[] = []
  const pool: Pick<Pool, 'ask'> = {
    ask: (_, signal) =>
      new Promise<Reply>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error))
        put.push({
          signal,
          answer: (...pieces) => resolve({ mediaType: 'text/csv', slow: false, pieces: piecesOf(pieces) }),
          refuse: () => reject(new Refused(refusals.full)),
        })
      }),
  }
  const answer = keptAnswers(pool as Pool, (_, __, body) => ({ bytes: body.length, text: Buffer.from(body).toString() }))
  return {
    put,
    async ask(client = new AbortController()) {
      const found = await answer('key', { sparql: 'ASK {}' }, client.signal)
      return 'text' in found ? found.text : `stream of ${(await buffer(found.pieces)).length}`
    },
  }
}

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece))
}

const leave = (client: AbortController): void => client.abort(new Refused(refusals.left))
const long = ['a'.repeat(200_000), 'b'.repeat(200_000)]

test('those who ask at the same time have one answer, and so have those who ask later', async () => {
  const { put, ask } = asking()
  const both = [ask(), ask()]
  put[0]!.answer('a', 'b')
  expect([...(await Promise.all(both)), await ask(), put.length]).toEqual(['ab', 'ab', 'ab', 1])
})

test('one who leaves does not end it for the other', async () => {
  const { put, ask } = asking()
  const first = new AbortController()
  const [left, stays] = [ask(first), ask()]
  leave(first)
  await expect(left).rejects.toThrow('the client has left')
  put[0]!.answer('whole')
  expect([await stays, put.length, put[0]!.signal.aborted]).toEqual(['whole', 1, false])
})

test('it ends when all have left, and is put anew for the next', async () => {
  const { put, ask } = asking()
  const clients = [new AbortController(), new AbortController()]
  const all = clients.map((client) => ask(client))
  clients.forEach(leave)
  await Promise.allSettled(all)
  expect(put[0]!.signal.aborted).toBe(true)
  const next = ask()
  put[1]!.answer('again')
  expect(await next).toBe('again')
})

test('what is refused is told to all who wait, and not kept', async () => {
  const { put, ask } = asking()
  const both = [ask(), ask()]
  put[0]!.refuse()
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = ask()
  put[1]!.answer('now')
  expect(await next).toBe('now')
})

test('what is too long to be kept is streamed to one, and put again for each other', async () => {
  const { put, ask } = asking()
  const both = Promise.all([ask(), ask()])
  put[0]!.answer(...long)
  await expect.poll(() => put.length).toBe(2)
  put[1]!.answer(...long)
  expect(await both).toEqual(['stream of 400000', 'stream of 400000'])
  void ask()
  expect(put.length).toBe(3)
})

test('who has the stream ends it by leaving', async () => {
  const pool = { ask: () => Promise.resolve({ mediaType: 'text/csv', slow: false, pieces: endless() }) }
  let ended = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield await Promise.resolve(Buffer.alloc(100_000))
    } finally {
      ended += 1
    }
  }
  const answer = keptAnswers(pool as unknown as Pool, (_, __, { length: bytes }) => ({ bytes }))
  const found = (await answer('key', { sparql: '' }, new AbortController().signal)) as Reply
  for await (const _ of found.pieces) break
  expect(ended).toBe(1)
})
