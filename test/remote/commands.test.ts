/** The command line and a store: what a person types, sees and is told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openShipped } from '../../src/graph/shipped.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { stemma } from '../run.ts'
import { localStore, reply, type LocalStore } from './local-store.ts'

let store: LocalStore
let endpoint: string
const folder = mkdtempSync(join(tmpdir(), 'stemma-remote-'))
beforeAll(async () => {
  store = await localStore(quadsOf(openShipped(), 'store'))
  endpoint = `${store.url}/query`
})
afterEach(() => {
  store.fault = undefined
  vi.unstubAllEnvs()
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

describe('stemma query --endpoint', () => {
  test.each([
    [['descends', 'model=sparrow', 'from=chinchilla']],
    [['models-of', 'producer=DeepMind', 'lang=zh', '--format', 'table']],
    [['says', 'source=gen2-gen3-survey', 'about=Chinchilla']],
    [['mldcat-ap', 'model=bloomz-7.1b']],
    [['ASK { model:sparrow a st:Model }']],
    [['DESCRIBE model:sparrow', '--format', 'ntriples']],
  ])('%j prints what it prints of our own graph', async (args) => {
    expect(await stemma(['query', ...args, '--endpoint', endpoint])).toEqual(await stemma(['query', ...args]))
  })

  test('on a terminal too', async () => {
    const args = ['query', 'sizes', 'family=gopher']
    expect(await stemma([...args, '--endpoint', endpoint], { terminal: true })).toEqual(await stemma(args, { terminal: true }))
  })

  test('names are looked up in the store, as find does', async () => {
    for (const name of ['Sparrow', 'SPARROW', 'model:sparrow', 'model/sparrow', 'https://w3id.org/stemma/model/sparrow', '麻雀'])
      expect((await stemma(['query', 'licences', `model=${name}`, '--endpoint', endpoint])).out).toContain('model/sparrow')
  })

  test.each([
    [['ancestors', 'model=nope'], 1, 'there is no model "nope"'],
    [['ancestors', 'model=the-pile'], 1, 'it is a dataset'],
    [['ancestors'], 2, 'ancestors needs model'],
    [['ancestors', 'model=sparrow', 'x=1'], 2, 'has no parameter "x"'],
    [['SELECT ?m {'], 1, 'is not SPARQL'],
    [['INSERT DATA {}'], 2, 'an update changes a store'],
    [['nothing-of-this-name'], 1, 'there is no saved question'],
    [['ASK {}', '--timeout', '0'], 2, 'from 1 to 300'],
    [['ASK {}', '--timeout', '301'], 2, 'from 1 to 300'],
    [['ASK {}', '--base', 'nothing'], 2, 'cannot be a base'],
    [['ASK {}', '--graph', 'x.yaml'], 2, 'cannot be used with'],
  ])('%j ends with a message', async (args, code, message) => {
    const run = await stemma(['query', ...args, '--endpoint', endpoint])
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toContain(message)
  })

  test.each(['--base', '--timeout'])('%s alone has no meaning', async (option) => {
    const run = await stemma(['query', 'ASK {}', option, option === '--base' ? 'https://example.org/' : '5'])
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('name the store with --endpoint')])
  })

  test('another base: the store has nothing of it, and that is told', async () => {
    const run = await stemma(['query', 'SELECT ?m { ?m a st:Model }', '--endpoint', endpoint, '--base', 'https://example.org/'])
    expect(run.code).toBe(1)
    expect(run.err).toContain('has no graph "https://example.org/graph/best"')
  })

  test('a store that fails is outside', async () => {
    store.fault = (_, response) => reply(response, 500, 'text/plain', 'disk \u001b[31mfull')
    const run = await stemma(['query', 'ASK {}', '--endpoint', endpoint])
    expect([run.code, run.out]).toEqual([3, ''])
    expect(run.err).toContain('[endpoint-failed]')
    expect(run.err).not.toContain('\u001b')
  })

  test('credentials are those of the environment', async () => {
    vi.stubEnv('STEMMA_ENDPOINT_USER', 'me')
    vi.stubEnv('STEMMA_ENDPOINT_PASSWORD', 'hunter2')
    store.fault = ({ headers }, response) =>
      headers.authorization === `Basic ${btoa('me:hunter2')}`
        ? false
        : reply(response, 401, 'text/plain', '', { 'www-authenticate': 'Basic realm="x"' })
    expect(await stemma(['query', 'ASK { model:bloom a st:Model }', '--endpoint', endpoint])).toEqual({ code: 0, out: 'true\r\n', err: '' })
    vi.stubEnv('STEMMA_ENDPOINT_PASSWORD', 'hunter3')
    const run = await stemma(['query', 'ASK {}', '--endpoint', endpoint])
    expect([run.code, run.err]).toEqual([3, expect.stringContaining('check STEMMA_ENDPOINT_USER')])
    expect(run.err).not.toContain('hunter')
    vi.stubEnv('STEMMA_ENDPOINT_PASSWORD', '')
    expect(await stemma(['query', 'ASK {}', '--endpoint', endpoint])).toMatchObject({
      code: 2,
      err: expect.stringContaining('given alone') as string,
    })
  })

  test('to a file', async () => {
    const file = join(folder, 'answer.csv')
    await stemma(['query', 'sizes', 'family=gopher', '--endpoint', endpoint, '-o', file])
    expect(readFileSync(file, 'utf8')).toBe((await stemma(['query', 'sizes', 'family=gopher'])).out)
  })
})

describe('stemma push', () => {
  const yaml = join(folder, 'mine.yaml')
  const state = join(folder, 'state.json')
  writeFileSync(
    yaml,
    'kind: Document\nid: notes\nsource: notes\nname: Notes\ndocumentType: documentation\n---\nid: mine\nsource: notes\nname: Mine\n',
  )

  test('a graph of one’s own, and then asks it', async () => {
    const empty = await localStore()
    const pushed = await stemma(['push', `${empty.url}/data`, yaml, '--state', state])
    expect([pushed.code, pushed.out]).toEqual([0, ''])
    expect(pushed.err).toMatch(/^pushed {4}\d+ statements in \d graphs, and counted there\nby {8}Graph Store Protocol\n$/)
    expect(await stemma(['query', 'SELECT ?m { ?m a st:Model }', '--endpoint', `${empty.url}/query`])).toEqual({
      code: 0,
      out: 'm\r\nhttps://w3id.org/stemma/model/mine\r\n',
      err: '',
    })
    await empty.close()
  })

  test('tells how far it is to a person, and to nobody else', async () => {
    const empty = await localStore()
    const args = ['push', `${empty.url}/update`, yaml, '--state', state, '--chunk', '5']
    expect((await stemma(args, { terminal: true })).err).toContain('\r5 statements in the store')
    expect((await stemma(args)).err).not.toContain('\r')
    await empty.close()
  })

  test.each([
    [['push'], 2, 'missing'],
    [['push', 'nowhere'], 2, 'is no address of an endpoint'],
    [['push', 'http://127.0.0.1:1/x', '--protocol', 'ftp'], 2, 'gsp, update'],
    [['push', 'http://127.0.0.1:1/x', '--chunk', '0'], 2, 'whole number'],
    [['push', 'http://127.0.0.1:1/x', 'no-such-file.yaml'], 1, 'does not exist'],
  ])('%j ends with a message', async (args, code, message) => {
    const run = await stemma(args)
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toContain(message)
  })
})
