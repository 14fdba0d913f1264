/** Connections on which nothing moves: those that wait for the server are kept, those that the server waits for are ended. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../../../src/publish/server/answer.ts'
import { startServer, type Running } from '../../../src/publish/server/server.ts'

const idleMs = 100
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Five times as long as a connection may be idle before the first row, and again before the second. */
async function* slowly(): AsyncGenerator<Uint8Array> {
  for (const piece of ['first ', 'second']) {
    await pause(5 * idleMs)
    yield Buffer.from(piece)
  }
}

async function* endlessly(): AsyncGenerator<Uint8Array> {
  for (;;) yield await Promise.resolve(Buffer.alloc(1 << 16))
}

const answers: Readonly<Record<string, () => AsyncIterable<Uint8Array>>> = { '/slowly': slowly, '/endlessly': endlessly }

let server: Running
beforeEach(async () => {
  const router = ({ url = '' }: { url?: string | undefined }): Answer => ({
    status: 200,
    headers: {},
    body: { pieces: answers[url]!(), encoding: 'identity' },
  })
  server = await startServer(router, { host: '127.0.0.1', port: 0, idleMs })
})
afterEach(() => server.stop())

const asking = (path: string): Socket => {
  const socket = connect(server.port, '127.0.0.1').on('error', () => {})
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  return socket
}

test('a question that takes long before each of its rows is answered whole', async () => {
  expect(await text(asking('/slowly'))).toMatch(/^HTTP\/1\.1 200 OK\r\n.*first .*second.*\r\n0\r\n\r\n$/s)
})

test('a client that asks nothing is not kept', async () => {
  const silent = connect(server.port, '127.0.0.1').resume()
  await once(silent, 'close')
})

test('a client that does not read its answer is not kept', async () => {
  const socket = asking('/endlessly')
  await once(socket, 'readable')
  // What the system has kept of it is all that ever comes.
  await pause(10 * idleMs)
  expect((await text(socket).catch(() => 'cut')).endsWith('0\r\n\r\n')).toBe(false)
})
