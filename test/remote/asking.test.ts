/** The commands that ask, put to a store: they print what they print of our own graph. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { saveGraph } from '../../src/graph/saved.ts'
import { graphOfClaims } from '../../src/graph/of-claims.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { find, lineage, nameOf, remoteGraph } from '../../src/index.ts'
import { graphOf } from '../graph-of.ts'
import { stemma, type Run } from '../run.ts'
import { commandLines, slips } from './command-lines.ts'
import { localStore, reply, type LocalStore } from './local-store.ts'

const graph = openShipped()
let store: LocalStore
let endpoint: string
const folder = mkdtempSync(join(tmpdir(), 'stemma-asking-'))
const own = join(folder, 'own.stemma')
beforeAll(async () => {
  store = await localStore(quadsOf(graph, 'store'))
  endpoint = `${store.url}/query`
  saveGraph(graph, own)
})
afterEach(() => (store.fault = undefined))
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const ours = (args: readonly string[]): Promise<Run> => stemma([...args, '--graph', own])
const there = (args: readonly string[], at = endpoint): Promise<Run> => stemma([...args, '--endpoint', at])

describe('a store is told of as our own graph is', () => {
  test.each(commandLines)('%s', async (line) => {
    const args = line.split(' ')
    expect(await there(args)).toEqual(await ours(args))
  })

  test('on a terminal too, where it shows how far it is and takes that away', async () => {
    const { err, ...answer } = await stemma(['list', 'models', '--endpoint', endpoint], { terminal: true })
    expect(answer).toEqual({ code: 0, out: (await stemma(['list', 'models', '--graph', own], { terminal: true })).out })
    const shown = err.split('\r')
    expect(shown.slice(0, 3)).toEqual(['', `asking ${endpoint}`, `1,000 statements so far from ${endpoint}`])
    expect(shown.at(-1)).toBe('')
  })

  test('in a file', async () => {
    const file = join(folder, 'bloomz.svg')
    expect(await there(['lineage', 'bloomz', '-o', file])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(file, 'utf8')).toBe((await ours(['lineage', 'bloomz', '--format', 'svg'])).out)
  })
})

describe('a name that means nothing, or too much', () => {
  test.each([...slips.map((line) => line.split(' ')), ['show', ''], ['show', 'a name of many words'], ['show', '"}'.repeat(70)]])(
    'is told as of our own graph: %s %s %s',
    async (...args) => {
      const our = await ours(args)
      expect(our.code).toBe(1)
      expect(await there(args)).toEqual(our)
    },
  )

  test('by which several things go', async () => {
    const yaml = ['benchmark', 'dataset'].map((one) => `kind: ${one[0]!.toUpperCase()}${one.slice(1)}\nid: sni\nsource: paper\nname: SNI\n`)
    const two = await localStore(quadsOf(graphOf(yaml.join('---\n')), 'store'))
    expect(await there(['show', 'sni'], `${two.url}/query`)).toEqual({
      code: 1,
      out: '',
      err: 'error "sni" is the name of 2 things [ambiguous-name]\n  say which: benchmark/sni, dataset/sni\n',
    })
    await two.close()
  })

  test('a store that cannot say what is near says what is not there', async () => {
    store.fault = ({ body }, response) =>
      (new URLSearchParams(body).get('query') ?? '').includes('CONTAINS') && reply(response, 500, 'text/plain', 'too slow')
    expect(await there(['show', 'sparow'])).toEqual({
      code: 1,
      out: '',
      err: 'error there is no thing "sparow" [unknown-name]\n  see what there is: stemma list\n',
    })
  })
})

describe('a store that cannot be asked', () => {
  const all = [
    ['lineage', 'sparrow'],
    ['show', 'sparrow'],
    ['why', 'sparrow'],
    ['list'],
    ['list', 'models'],
    ['conflicts'],
    ['conflicts', 'bloom'],
  ]

  test.each(all)('is empty: %s %s', async (...args) => {
    const empty = await localStore()
    expect(await there(args, `${empty.url}/query`)).toEqual({
      code: 1,
      out: '',
      err:
        `error the store at ${empty.url}/query has no graph "https://w3id.org/stemma/graph/best" [unknown-graph]\n` +
        '  bring the data there with stemma push; if it has another base, name that with --base\n',
    })
    await empty.close()
  })

  test.each(all)('fails: %s %s', async (...args) => {
    store.fault = (_, response) => reply(response, 500, 'text/plain', 'disk full')
    expect(await there(args)).toEqual({
      code: 3,
      out: '',
      err: expect.stringMatching(/disk full.*\[endpoint-failed\]/) as string,
    })
  })

  test('is not there', async () => {
    const gone = await localStore()
    await gone.close()
    const { code, out, err } = await there(['lineage', 'sparrow'], `${gone.url}/query`)
    expect([code, out, err]).toEqual([3, '', expect.stringContaining('[endpoint-unreachable]')])
  })

  test('fails in the midst of it, and the line that shows how far it is is taken away', async () => {
    store.fault = (_, response, count) => count > before + 6 && reply(response, 500, 'text/plain', 'disk full')
    const before = store.seen.length
    const { code, out, err } = await stemma(['conflicts', '--endpoint', endpoint], { terminal: true })
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(/^\rasking [^\r]+(\r[\d,]+ statements so far [^\r]+)+\rerror [^\r]+$/)
  })
})

describe('options', () => {
  const commands = [['lineage', 'sparrow'], ['show', 'sparrow'], ['why', 'sparrow'], ['list'], ['conflicts']]

  test.each(commands)('%s: a store or a graph', async (...args) => {
    const run = await there([...args, '--graph', 'x.yaml'])
    expect([run.code, run.out, run.err]).toEqual([2, '', expect.stringContaining('cannot be used with')])
  })

  test.each(commands)('%s: --base and --timeout say how a store is asked', async (...args) => {
    for (const option of [
      ['--base', 'https://example.org/'],
      ['--timeout', '5'],
    ])
      expect(await stemma([...args, ...option])).toEqual({
        code: 2,
        out: '',
        err: `error ${option[0]!} is for a store [bad-argument]\n  name the store with --endpoint\n`,
      })
  })

  test.each(['build', 'check', 'export', 'push', 'queries'])('%s takes none', async (command) => {
    expect(await there([command])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining("unknown option '--endpoint'") as string,
    })
  })

  test('a graph of another base', async () => {
    const base = 'https://example.org/models/'
    const mine = graphOf('id: mine\nsource: paper\nname: Mine\nfineTunedFrom: other\n---\nid: other\nsource: article\nname: Other\n', base)
    const other = await localStore(quadsOf(mine, 'store'))
    const run = await there(['lineage', 'Mine', '--base', base], `${other.url}/query`)
    expect(run).toEqual({ code: 0, out: 'Mine\n└─ fine-tuned from Other  [paper]\n', err: '' })
    expect(await there(['lineage', 'Mine'], `${other.url}/query`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('--base') as string,
    })
    await other.close()
  })
})

describe('from a program', () => {
  test('a part of a store is a graph', async () => {
    let most = 0
    const part = await remoteGraph(
      endpoint,
      { reach: 'lineage', things: ['bigscience/bloomz'], directions: ['up'] },
      { onProgress: (count) => void (most = count) },
    )
    const { iri } = find(part, 'bigscience/bloomz')
    expect(iri).toBe(find(graph, 'bigscience/bloomz').iri)
    expect(nameOf(part, lineage(part, iri, 'up').branches[0]!.iri)).toBe(nameOf(graph, lineage(graph, iri, 'up').branches[0]!.iri))
    expect(most).toBeGreaterThan(10)
  })

  test('whether there is anything at all is asked of nothing alone', async () => {
    const before = store.seen.length
    expect((await remoteGraph(endpoint, { reach: 'class', className: 'Hardware' })).size).toBeGreaterThan(5)
    expect(store.seen.slice(before).filter(({ body }) => body.includes('ASK'))).toEqual([])
  })

  test('of what is not there, find says that', async () => {
    const part = await remoteGraph(endpoint, { reach: 'thing', things: ['sparow'] })
    expect(() => find(part, 'sparow')).toThrow('did you mean "sparrow"?')
  })
})

describe('an IRI or id that a merge took out of use', () => {
  const yaml = `id: bloom
source: paper
name: BLOOM
---
id: bloomz
source: paper
name: Old Name
fineTunedFrom: bloom
---
id: set
kind: Dataset
source: paper
name: Set`
  const live = graphOf(yaml)
  const iri = (name: string): string => live.base + name
  const merged = graphOfClaims(
    live.claims,
    live.base,
    new Map([
      [iri('model/bloom-old'), iri('model/bloom')],
      [iri('model/old-name'), iri('model/bloom')],
      [iri('dataset/bloom-set'), iri('model/bloom')],
    ]),
  )

  test.each([
    'show bloom-old',
    'show model/bloom-old',
    `why <${iri('dataset/bloom-set')}>`,
    'why model:bloom-old name',
    'lineage bloom-old',
    'lineage model:bloom-old --to bloomz',
    'lineage dataset/bloom-set',
    // A name comes before an id that is none any more, and after an IRI.
    'show old-name',
    'show model/old-name',
    'show dataset/old-name',
  ])('leads on in a store as it does in our own graph: %s', async (line) => {
    const args = line.split(' ')
    const file = join(folder, 'merged.stemma')
    saveGraph(merged, file)
    const other = await localStore(quadsOf(merged, 'store'))
    try {
      expect(await there(args, `${other.url}/query`)).toEqual(await stemma([...args, '--graph', file]))
    } finally {
      await other.close()
    }
  })

  test('costs no question where it is in use, and two where it is not', async () => {
    const other = await localStore(quadsOf(merged, 'store'))
    try {
      const asked = async (name: string): Promise<number> => {
        const before = other.seen.length
        await there(['show', name, '--format', 'turtle'], `${other.url}/query`)
        return other.seen.length - before
      }
      expect((await asked('model/bloom-old')) - (await asked('model/bloom'))).toBe(2)
    } finally {
      await other.close()
    }
  })
})
