/** A dataset brought into a store: in pieces, once, whatever comes between. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { nquads } from '../../src/formats/nquads.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { push, type PushOptions } from '../../src/publish/push/push.ts'
import { graphOf } from '../graph-of.ts'
import { localStore, reply, type LocalStore } from './local-store.ts'

const base = 'https://w3id.org/stemma/'
const { namedNode: iri, literal, quad, blankNode, defaultGraph } = DataFactory

/** Statements that go from graph to graph, as those of many sources do. */
const statements = (count: number, graphs = 5): Quad[] =>
  Array.from({ length: count }, (_, index) =>
    quad(
      iri(`${base}model/m${index}`),
      iri('urn:p'),
      literal(`a "text"\\u0041 with \\ and\nlines ${index}`),
      iri(`${base}document/d${index % graphs}`),
    ),
  )

const small = quadsOf(graphOf('id: a\nsource: paper\nname: A\n---\nid: b\nsource: article\nname: B\nfineTunedFrom: a\n'), 'store')

let store: LocalStore
let folder: string
beforeEach(async () => {
  store = await localStore()
  folder = mkdtempSync(join(tmpdir(), 'stemma-push-'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const run = (path: string, quads: readonly Quad[] | (() => AsyncIterable<Quad>), options: PushOptions = {}) =>
  push(`${store.url}${path}`, typeof quads === 'function' ? quads : () => quads, {
    pause: 2,
    tries: 2,
    state: join(folder, 'state.json'),
    ...options,
  })

const failure = async (running: Promise<unknown>): Promise<StemmaError> => {
  const error: unknown = await running.then(
    () => undefined,
    (one: unknown) => one,
  )
  if (error instanceof StemmaError) return error
  throw new Error('it went well, or wrong in an unforeseen way', { cause: error })
}

const lines = (quads: readonly Quad[]): string => nquads.write(quads, { prefixes: {} })
const inStore = (): string => lines(store.quads.getQuads(null, null, null, null))
const writes = () => store.seen.filter(({ path, method, body }) => path !== '/query' && method !== 'GET' && body !== 'INSERT DATA {}')

describe.each([
  ['/data', 'gsp'],
  ['/update', 'update'],
] as const)('%s', (path, protocol) => {
  test('all of it is there afterwards, and the way is found out', async () => {
    expect(await run(path, small)).toEqual({ protocol, statements: small.length, graphs: 6, resumed: 0, removed: [] })
    expect(inStore()).toBe(lines(small))
    expect(readdirSync(folder)).toEqual([])
  })

  test('a stream, in requests of a bounded size', async () => {
    const all = statements(1000)
    const told: number[] = []
    async function* stream(): AsyncGenerator<Quad> {
      for (const one of all) yield await Promise.resolve(one)
    }
    await run(path, stream, { chunk: 90, onProgress: (done) => told.push(done) })
    expect(inStore()).toBe(lines(all))
    const sizes = writes().map(({ body }) => body.split('\n').filter((line) => line.endsWith(' .')).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(90)
    expect(sizes.reduce((a, b) => a + b)).toBe(1000)
    expect(told.at(-1)).toBe(1000)
  })

  test('and of a bounded length', async () => {
    await run(path, statements(200), { bytes: 2000 })
    expect(Math.max(...writes().map(({ body }) => body.length))).toBeLessThan(2600)
    expect(store.quads.size).toBe(200)
  })

  test('what the graphs held is replaced, what others hold is not', async () => {
    store.quads.addQuad(quad(iri('urn:old'), iri('urn:p'), literal('x'), iri(`${base}document/d1`)))
    store.quads.addQuad(quad(iri('urn:other'), iri('urn:p'), literal('x'), iri('urn:other')))
    await run(path, statements(10))
    expect(inStore()).toBe(lines([...statements(10), quad(iri('urn:other'), iri('urn:p'), literal('x'), iri('urn:other'))]))
  })

  test('with --add it is kept', async () => {
    store.quads.addQuad(quad(iri('urn:old'), iri('urn:p'), literal('x'), iri(`${base}document/d1`)))
    await run(path, statements(10), { add: true })
    expect(store.quads.size).toBe(11)
  })

  test('a graph that is no more goes', async () => {
    await run(path, small)
    const less = quadsOf(graphOf('id: a\nsource: paper\nname: A\n'), 'store')
    expect((await run(path, less)).removed).toEqual([`${base}graph/claims`])
    expect(inStore()).toBe(lines(less))
  })

  test('twice is once', async () => {
    await run(path, small)
    await run(path, small)
    expect(inStore()).toBe(lines(small))
  })

  test('what was stopped goes on where it was', async () => {
    const all = statements(1000)
    store.fault = (seen, response) => {
      if (seen.path === '/query' || writes().length < (protocol === 'gsp' ? 23 : 7)) return false
      response.destroy()
      return true
    }
    expect(await failure(run(path, all, { chunk: 20 }))).toMatchObject({ code: 'endpoint-unreachable', failure: 'outside' })
    const { done } = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as { done: number }
    expect(done).toBeGreaterThan(0)
    store.fault = undefined
    const before = writes().length
    expect(await run(path, all, { chunk: 30 })).toMatchObject({ resumed: done, statements: 1000 })
    expect(inStore()).toBe(lines(all))
    const again = writes().slice(before)
    expect(again.map(({ body }) => body).join('')).not.toContain('model/m0>')
    expect(readdirSync(folder)).toEqual([])
  })

  test('… from the beginning where the data is another by now, or it is asked for', async () => {
    const all = statements(100)
    const stop = async (): Promise<void> => {
      const begun = writes().length
      store.fault = (seen, response) => seen.path !== '/query' && writes().length > begun + 2 && reply(response, 500)
      await failure(run(path, all, { chunk: 2 }))
      store.fault = undefined
    }
    await stop()
    expect(await run(path, [...statements(100).slice(1), ...statements(101).slice(100)], { chunk: 2 })).toMatchObject({
      resumed: 0,
      statements: 100,
    })
    expect(store.quads.size).toBe(100)
    await stop()
    expect(await run(path, all, { restart: true })).toMatchObject({ resumed: 0 })
    await stop()
    expect(await run(path, all.slice(0, 1))).toMatchObject({ resumed: 0, statements: 1 })
  })

  test('a request that was lost on the way is sent again, and does no harm', async () => {
    let lost = 0
    store.fault = (seen, response) => {
      if (seen.path === '/query' || seen.method === 'GET' || (lost += 1) % 3 !== 0) return false
      response.destroy()
      return true
    }
    await run(path, small, { tries: 4, chunk: 10 })
    store.fault = undefined
    expect(inStore()).toBe(lines(small))
  })

  test('what is too large for a store is sent in halves', async () => {
    store.fault = ({ body, path: at }, response) =>
      at !== '/query' && body.split('\n').length > 40 && reply(response, 413, 'text/plain', 'too large')
    await run(path, statements(300))
    expect(store.quads.size).toBe(300)
  })

  test('a statement that a store does not take is named', async () => {
    store.fault = ({ body, path: at }, response) =>
      at !== '/query' && body.includes('model/m77>') && reply(response, 400, 'text/plain', 'bad number')
    const error = await failure(run(path, statements(100)))
    expect(error).toMatchObject({ code: 'refused-statement' })
    expect(error.message).toMatch(/model\/m77>.*document\/d2[^]*bad number/)
  })

  test('a store that loses something is told apart from one that does not', async () => {
    store.fault = ({ path: at }) => {
      if (at !== '/query') return false
      store.quads.removeQuads(store.quads.getQuads(null, null, null, iri(`${base}document/d3`)).slice(0, 1))
      return false
    }
    const error = await failure(run(path, statements(10)))
    expect(error).toMatchObject({ code: 'push-incomplete', failure: 'outside' })
    expect(error.message).toContain(`1 of 5 graphs differ: ${base}document/d3 has 1 statements and was sent 2`)
    expect(readdirSync(folder)).toEqual([])
  })

  test('many that differ are counted', async () => {
    store.fault = ({ path: at, body }, response) =>
      at === '/query' &&
      body.includes('COUNT') &&
      reply(response, 200, 'application/sparql-results+json', '{"head":{"vars":["g","n"]},"results":{"bindings":[]}}')
    expect((await failure(run(path, statements(40, 20)))).message).toMatch(
      /20 of 20 graphs differ: (.* has 0 statements and was sent 2; ){5}…/,
    )
  })

  test.each([
    ['a blank node', quad(blankNode('x'), iri('urn:p'), literal('x'), iri('urn:g')), 'blank-node'],
    ['a blank node at the end', quad(iri('urn:s'), iri('urn:p'), blankNode('x'), iri('urn:g')), 'blank-node'],
    ['no graph', quad(iri('urn:s'), iri('urn:p'), literal('x'), defaultGraph()), 'no-graph-name'],
    ['an IRI that is none', quad(iri('urn:s> . <a'), iri('urn:p'), literal('x'), iri('urn:g')), 'bad-iri-term'],
  ])('%s is refused', async (_, one, code) => {
    expect(await failure(run(path, [one]))).toMatchObject({ code, failure: 'input' })
    expect(store.quads.size).toBe(0)
  })
})

describe('the way to a store', () => {
  test('an address that takes neither protocol', async () => {
    expect(await failure(run('/query', small))).toMatchObject({ code: 'no-way-to-write', failure: 'outside' })
  })

  test('a protocol that it does not have', async () => {
    expect(await failure(run('/update', small, { protocol: 'gsp' }))).toMatchObject({ code: 'no-way-to-write' })
    expect(await failure(run('/data', small, { protocol: 'update' }))).toMatchObject({ code: 'no-way-to-write' })
  })

  test('a store that takes updates in forms only', async () => {
    store.fault = ({ headers, path }, response) =>
      path === '/update' && headers['content-type'] === 'application/sparql-update' && reply(response, 415)
    expect(await run('/update', small)).toMatchObject({ protocol: 'update' })
    expect(inStore()).toBe(lines(small))
  })

  test('a store that must know who asks', async () => {
    store.fault = ({ path, headers }, response) =>
      path === '/data' && headers.authorization !== 'Bearer x' && reply(response, 401, 'text/plain', '', { 'www-authenticate': 'Bearer' })
    expect(await failure(run('/data', small))).toMatchObject({ code: 'endpoint-unauthorized', failure: 'outside' })
    expect(await run('/data', small, { credentials: { token: 'x' } })).toMatchObject({ statements: small.length })
  })

  test('nobody to ask for a count', async () => {
    store.fault = ({ path }, response) => path === '/query' && reply(response, 404)
    expect(await failure(run('/data', small))).toMatchObject({
      code: 'not-an-endpoint',
      message: expect.stringContaining('--query') as string,
    })
    expect(store.quads.size).toBe(0)
  })

  test('somebody to ask elsewhere', async () => {
    const other = await localStore(statements(10))
    await run('/data', statements(10), { query: `${other.url}/query` })
    await other.close()
    expect(store.quads.size).toBe(10)
  })

  test('a place that cannot be kept', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await failure(run('/data', small, { state: join(folder, 'file', 'state.json') }))).toMatchObject({
      code: 'no-place-file',
      failure: 'outside',
    })
  })

  test.each(['', '{', '{"done":1}', '[]', '{"done":-1,"digest":"","before":[]}'])(
    'a file of a place that says %j is no place',
    async (text) => {
      writeFileSync(join(folder, 'state.json'), text)
      expect(await run('/data', small)).toMatchObject({ resumed: 0 })
    },
  )

  test('a place of another errand is of no use', async () => {
    store.fault = ({ path, body }, response) => path === '/data' && body.includes('model/m9>') && reply(response, 503)
    await failure(run('/data', statements(10), { chunk: 1 }))
    store.fault = undefined
    expect(await run('/data', statements(10), { add: true })).toMatchObject({ resumed: 0 })
  })
})
