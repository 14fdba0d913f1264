/** A stop while requests are under way, and how the command begins and ends. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import type { Answer } from '../../../src/publish/server/answer.ts'
import { startServer } from '../../../src/publish/server/server.ts'
import { stemma } from '../../run.ts'
import { descriptors, until } from './served.ts'

const ok: Answer = { status: 200, headers: { 'Content-Length': 2 }, body: Buffer.from('ok') }
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The status and the Connection header of an answer, or the code of the failure. */
const ask = (port: number): Promise<string> =>
  new Promise((resolve) => {
    request({ host: '127.0.0.1', port, agent: false }, (response) => {
      response.resume().once('end', () => resolve(`${response.statusCode} ${response.headers.connection}`))
    })
      .once('error', (error) => resolve((error as NodeJS.ErrnoException).code!))
      .end()
  })

describe('hostile 30: a stop while requests are under way', () => {
  test('they come to their end, nobody new is let in, and nothing is left open', async () => {
    const before = descriptors()
    let asked = 0
    const slowly = async (): Promise<Answer> => ((asked += 1), await pause(300), ok)
    const server = await startServer(slowly, { host: '127.0.0.1', port: 0 })
    const all = Array.from({ length: 50 }, () => ask(server.port))
    await until(() => asked === 50)
    const stopped = server.stop()
    expect(await ask(server.port)).toBe('ECONNREFUSED')
    expect(new Set(await Promise.all(all))).toEqual(new Set(['200 close']))
    await stopped
    await until(() => descriptors() <= before)
  })

  test('after the grace time they get an error', async () => {
    const server = await startServer(() => new Promise(() => {}), { host: '127.0.0.1', port: 0, graceMs: 100 })
    const one = ask(server.port)
    await pause(50)
    const started = performance.now()
    await server.stop()
    expect(performance.now() - started).toBeLessThan(1000)
    expect(await one).toBe('ECONNRESET')
  })

  test('clients that asked for much at once and left are not waited for', async () => {
    let asked = 0
    const slowly = async (): Promise<Answer> => ((asked += 1), await pause(500), ok)
    const server = await startServer(slowly, { host: '127.0.0.1', port: 0 })
    const socket = connect(server.port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(10))
    await until(() => asked === 10)
    socket.destroy()
    await pause(50)
    const started = performance.now()
    await server.stop()
    expect(performance.now() - started).toBeLessThan(400)
  })

  test('connections on which nobody asks anything do not hold it up', async () => {
    const server = await startServer(() => ok, { host: '127.0.0.1', port: 0 })
    const [silent, kept] = [connect(server.port, '127.0.0.1'), connect(server.port, '127.0.0.1')]
    kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(kept, 'data')
    silent.on('error', () => {})
    const started = performance.now()
    await server.stop()
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

test('what a handler throws is a 500 for one and no matter for others', async () => {
  const { routerOf } = await import('../../../src/publish/server/router.ts')
  const { served } = await import('./served.ts')
  const { storeOf } = await import('../../../src/publish/server/store.ts')
  const one = await served()
  const errors: string[] = []
  const fails = (message: string) => () => {
    throw new Error(message)
  }
  const handlers = ['a', 'b'].map((name) => ({
    route: name,
    methods: ['GET'],
    at: (path: string) => (path === name ? fails(name) : undefined),
  }))
  const slow = { route: 'c', methods: ['GET'], at: (path: string) => (path === 'c' ? () => Promise.reject(new Error('c')) : undefined) }
  const router = routerOf(
    storeOf(() => one, 2 ** 20),
    [...handlers, slow],
    (error) => errors.push((error as Error).message),
  )
  const server = await startServer(router, { host: '127.0.0.1', port: 0 })
  for (const path of ['a', 'b', 'c']) {
    const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })
    expect([response.status, (await response.text()).includes('Something went wrong')]).toEqual([500, true])
  }
  expect(errors).toEqual(['a', 'b', 'c'])
  const bad = await startServer(() => ({ status: 200, headers: { 'X-Bad': 'a\nb' } }), {
    host: '127.0.0.1',
    port: 0,
    onError: () => errors.push('sent'),
  })
  expect([await ask(bad.port), errors.at(-1)]).toEqual(['ECONNRESET', 'sent'])
  await bad.stop()
  await Promise.all([server.stop(), one.stop()])
})

describe('stemma serve', () => {
  let child: ChildProcess | undefined
  afterEach(() => child?.kill('SIGKILL'))

  const start = async (...args: string[]): Promise<string> => {
    child = spawn(
      process.execPath,
      ['--import', 'tsx', packageFile('src/cli.ts'), 'serve', '--graph', packageFile('data'), '--log', 'off', ...args],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const line = await createInterface({ input: child.stdout! })[Symbol.asyncIterator]().next()
    return String(line.value)
  }

  test('tells its address, tells when that is taken, and ends well when it is told to', async () => {
    const url = await start('--port', '0')
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const page = await fetch(url)
    expect([page.status, page.redirected, page.headers.get('content-type')]).toEqual([200, true, 'text/html; charset=utf-8'])
    const port = new URL(url).port
    expect(await stemma(['serve', '--port', port])).toEqual({
      code: 3,
      out: '',
      err: `error port ${port} of 127.0.0.1 is in use [port-in-use]\n  take another with --port, or --port 0 for any that is free\n`,
    })
    const asking = Array.from({ length: 50 }, () => ask(Number(port)))
    await Promise.race(asking)
    child!.kill('SIGTERM')
    const [code] = (await once(child!, 'exit')) as [number | null]
    expect(code).toBe(0)
    for (const answer of await Promise.all(asking)) expect(answer).toMatch(/^303 |^ECONN/)
  })

  test.each([
    [['--port', '70000'], 2, 'whole number up to 65535'],
    [['--host', 'no such host'], 3, 'cannot listen'],
    [['--base', 'nonsense'], 2, 'cannot be a base'],
    [['--metrics', 'host'], 2, 'A port, an address and a port, or off'],
    [['--metrics', '[::1]:70000'], 2, 'A port, an address and a port, or off'],
    [['--log', 'all'], 2, 'Allowed choices are off, error'],
    [['--proxied', 'nginx'], 2, '[bad-proxy]'],
    [['--rate', '-1'], 2, 'whole number'],
  ])('%j', async (args, code, text) => {
    const run = await stemma(['serve', ...args])
    expect([run.code, run.err.includes(text)]).toEqual([code, true])
  })
})
