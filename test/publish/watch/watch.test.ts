/** What those who watch over a server see: its figures and its log. */
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { openEndpoint, type Endpoint } from '../../../src/publish/endpoint/open.ts'
import { openWatch, type Watch } from '../../../src/publish/watch/watch.ts'
import { version } from '../../../src/version.ts'
import { graphOf } from '../../graph-of.ts'
import { served, until, yaml, type Served } from '../server/served.ts'

const programs = { process: packageFile('dist/endpoint-process.cjs'), worker: packageFile('dist/endpoint-worker.cjs') }
const endless = `SELECT ?x { BIND("${'a'.repeat(40)}!" AS ?x) FILTER REGEX(?x, "^(a+)+$") }`
const hasPromtool = spawnSync('promtool', ['--version']).status === 0

const graph = graphOf(yaml)
let endpoint: Endpoint
let watch: Watch
let site: Served
let lines: string[] = []

beforeAll(async () => {
  watch = openWatch({ level: 'info', write: (line) => lines.push(line), graph: () => graph, state: () => endpoint.state })
  endpoint = openEndpoint(graph, { programs, onError: watch.onError, limits: { workers: 2, timeMs: 3000, slowMs: 200, rows: 900 } })
  const fails = {
    route: 'fails',
    methods: ['GET'],
    at: (path: string) => (path === 'fails' ? () => Promise.reject(new Error('a\nb')) : undefined),
  }
  const { onAnswered, onError } = watch
  site = await served({ handlers: [...endpoint.handlers, ...watch.handlers, fails], onAnswered, onError })
  // Threads take a while to begin.
  for (let number = 0; number < 4; number++) await (await ask('ASK {}')).text()
})
afterAll(async () => {
  await site.stop()
  await endpoint.close()
})

const ask = (query: string): Promise<Response> => fetch(`${site.url}sparql?query=${encodeURIComponent(query)}`)
const text = async (): Promise<string> => (await fetch(`${site.url}metrics`)).text()

/** The figures by their names and labels. */
const figures = async (): Promise<Map<string, number>> =>
  new Map(
    (await text())
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )

/** By how much the figures have grown when all answers are counted: those whose clients are told first are counted last. */
async function grown(before: ReadonlyMap<string, number>, wanted: Readonly<Record<string, number>>): Promise<void> {
  const names = Object.keys(wanted)
  await expect
    .poll(
      async () => {
        const now = await figures()
        return Object.fromEntries(names.map((name) => [name, (now.get(name) ?? 0) - (before.get(name) ?? 0)]))
      },
      { timeout: 5000 },
    )
    .toEqual(wanted)
}

describe('the figures', () => {
  test('are in the form of Prometheus, and kept by nobody', async () => {
    const answer = await fetch(`${site.url}metrics`)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ])
    expect(await answer.text()).toMatch(/^# TYPE stemma_http_requests_total counter$/m)
  })

  test.skipIf(!hasPromtool)("have nothing that Prometheus's own tool complains of", async () => {
    const own = (await text()).split('\n').filter((line) => /^(# (TYPE|HELP) )?stemma_/.test(line))
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: `${own.join('\n')}\n`, encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([0, '', ''])
  })

  test('grow by what was asked', async () => {
    const before = await figures()
    await ask('ASK {}')
    await ask('SELEC')
    expect((await ask(endless)).status).toBe(504)
    for (const path of ['model/bloom.html', 'model/bloomz.html', 'model/bloom', 'no', 'nor'])
      await fetch(`${site.url}${path}`, { redirect: 'manual' })
    await fetch(site.url, { method: 'PROPFIND' })
    const thousand = 'abc'.replace(/./g, (name) => ` VALUES ?${name} { 0 1 2 3 4 5 6 7 8 9 }`)
    await expect((await ask(`SELECT * { ${thousand} }`)).text()).rejects.toThrow()
    await grown(before, {
      'stemma_http_requests_total{route="sparql",method="GET",status="200"}': 2,
      'stemma_http_requests_total{route="sparql",method="GET",status="400"}': 1,
      'stemma_http_requests_total{route="sparql",method="GET",status="504"}': 1,
      'stemma_http_requests_total{route="site",method="GET",status="200"}': 2,
      'stemma_http_requests_total{route="neutral",method="GET",status="303"}': 1,
      'stemma_http_requests_total{route="none",method="GET",status="404"}': 2,
      'stemma_http_requests_total{route="neutral",method="other",status="405"}': 1,
      'stemma_http_request_duration_seconds_count{route="sparql"}': 4,
      'stemma_http_cut_total{route="sparql"}': 1,
      'stemma_refusals_total{code="bad-query"}': 1,
      'stemma_refusals_total{code="too-slow"}': 1,
      'stemma_refusals_total{code="too-much"}': 1,
    })
    // The time of one was up.
    const replaced = 'stemma_endpoint_threads_replaced_total'
    await expect.poll(async () => (await figures()).get(replaced)! - before.get(replaced)!, { timeout: 5000 }).toBeGreaterThan(0)
  }, 30_000)

  test('tell how large things are, and how questions are doing', async () => {
    const now = await figures()
    const page = (await fetch(`${site.url}model/bloom.html`)).headers.get('content-length')
    const sent = 'stemma_http_sent_bytes_total{route="site"}'
    await expect.poll(async () => (await figures()).get(sent)! - now.get(sent)!).toBeGreaterThan(Number(page))
    expect(now.get(`stemma_build_info{version="${version}"}`)).toBe(1)
    expect(now.get('stemma_graph_triples')).toBeGreaterThan(20)
    expect(now.get('stemma_endpoint_up')).toBe(1)
    expect(now.get('stemma_endpoint_restarts_total')).toBe(0)
    expect(now.get('stemma_endpoint_resident_memory_bytes')).toBeGreaterThan(20e6)
    expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(20e6)
    const slow = ask(endless)
    await expect.poll(async () => (await figures()).get('stemma_questions_slow'), { timeout: 5000 }).toBe(1)
    await slow
  }, 30_000)

  test('are at a port of their own where that is wished, or nowhere', async () => {
    const apart = openWatch({ level: 'off', write: () => {}, graph: () => graph, metrics: { host: '127.0.0.1', port: 0 } })
    const url = await apart.started(site.url)
    expect(apart.handlers).toEqual([])
    const own = await (await fetch(url!)).text()
    expect(own).toMatch(/^stemma_graph_triples \d+$/m)
    // Without an endpoint there is nothing that could be down.
    expect(own).not.toMatch(/stemma_(?:endpoint|questions)/)
    expect([(await fetch(new URL('/', url))).status, (await fetch(url!, { method: 'POST' })).status]).toEqual([404, 404])
    await apart.stopped()
    await expect(fetch(url!)).rejects.toThrow()
    const none = openWatch({ level: 'off', write: () => {}, graph: () => graph, metrics: 'off' })
    expect([none.handlers, await none.started(site.url)]).toEqual([[], undefined])
  })
})

describe('the log', () => {
  /** The lines of what is done, as many as are waited for. */
  async function logged(many: number, run: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
    lines = []
    await run()
    await until(() => lines.length >= many)
    expect(lines.every((line) => /^[\x20-\x7e]+\n$/.test(line))).toBe(true)
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  test('has a line for each answer', async () => {
    const all = await logged(3, async () => {
      await fetch(`${site.url}model/bloom.html`)
      await (await ask('ASK { ?a ?b ?c }')).text()
      await ask(endless)
      await fetch(`${site.url}health`)
    })
    const line = {
      time: expect.any(String) as string,
      id: expect.any(Number) as number,
      client: '127.0.0.1',
      method: 'GET',
      bytes: expect.any(Number) as number,
      ms: expect.any(Number) as number,
      msg: 'answered',
    }
    expect(all).toEqual([
      { ...line, level: 'info', target: '/model/bloom.html', route: 'site', status: 200 },
      {
        ...line,
        level: 'info',
        target: '/sparql?query=ASK%20%7B%20%3Fa%20%3Fb%20%3Fc%20%7D',
        route: 'sparql',
        status: 200,
        lane: expect.any(String) as string,
      },
      {
        ...line,
        level: 'warn',
        target: expect.stringMatching('^/sparql.query=SELECT') as string,
        route: 'sparql',
        status: 504,
        code: 'too-slow',
      },
    ])
    expect(new Set(all.map(({ id }) => id)).size).toBe(3)
  }, 30_000)

  test.each([
    ['bytes that steer a terminal, which are no request', '/\x9b31m\x85', ''],
    ['quotes and a line that is escaped', '/"}\\%0a{"level":"error"', '/"}\\%0a{"level":"error"'],
    ['a target that is long', `/${'a'.repeat(8000)}`, `/${'a'.repeat(1999)}...`],
  ])('%s: one line', async (_, target, told) => {
    const all = await logged(1, () => {
      const { socket, all: answer } = site.raw()
      socket.write(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 'latin1'))
      return answer
    })
    expect(all.map(({ target: own }) => own)).toEqual([told])
  })

  test('tells what was no request, and who left', async () => {
    const all = await logged(1, () => {
      const { socket, all: answer } = site.raw()
      socket.write('nonsense\r\n\r\n')
      return answer
    })
    expect(all).toEqual([expect.objectContaining({ client: '127.0.0.1', method: '', target: '', status: 400 })])
    const [left] = await logged(1, async () => {
      const leaving = new AbortController()
      const asked = fetch(`${site.url}sparql?query=${encodeURIComponent(endless)}`, { signal: leaving.signal })
      await until(() => endpoint.state.running > 0)
      leaving.abort()
      await expect(asked).rejects.toThrow()
    })
    expect(left).toMatchObject({ status: 499, cut: true, route: 'sparql' })
  })

  test('tells what was unforeseen with its stack, and whose request that was', async () => {
    const [error, answer] = await logged(2, () => fetch(`${site.url}fails`))
    expect(error).toMatchObject({
      level: 'error',
      id: answer!['id'],
      err: { message: 'a\nb', stack: expect.stringContaining('watch.test.ts') as string },
    })
    expect(answer).toMatchObject({ level: 'warn', route: 'fails', status: 500 })
  })
})
