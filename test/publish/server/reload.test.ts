/** Row 29 of the hostile list: a graph that is replaced while it is served. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveGraph } from '../../../src/graph/saved.ts'
import { packageFile } from '../../../src/package-files.ts'
import type { Answer } from '../../../src/publish/server/answer.ts'
import type { Router } from '../../../src/publish/server/router.ts'
import { switching } from '../../../src/publish/server/switching.ts'
import { graphOf } from '../../graph-of.ts'
import { until } from './served.ts'

describe('what was served before', () => {
  const asked = new IncomingMessage(new Socket())
  const named = (name: string, closed: string[]) => ({
    router: () => ({ status: 200, headers: { name } }),
    close: () => void closed.push(name),
  })
  const request = (to: Router): { readonly name: unknown; end(): void } => {
    const ends: (() => void)[] = []
    const visit = { id: 1, client: '', proceed: () => {}, note: () => {}, onEnd: (run: () => void) => void ends.push(run) }
    const answer = to(asked, visit) as Answer
    return { name: answer.headers['name'], end: () => ends.forEach((run) => run()) }
  }

  test('is closed after its last answer, and at the end everything is', async () => {
    const closed: string[] = []
    const now = switching(named('first', closed))
    const early = [request(now.router), request(now.router)]
    now.to(named('second', closed))
    const late = request(now.router)
    expect([...early, late].map(({ name }) => name)).toEqual(['first', 'first', 'second'])
    early[0]!.end()
    await Promise.resolve()
    expect(closed).toEqual([])
    early[1]!.end()
    await until(() => closed.length > 0)
    expect(closed).toEqual(['first'])
    const all = now.close()
    late.end()
    await all
    expect(closed).toEqual(['first', 'second'])
  })
})

describe('stemma serve with a graph file', () => {
  const model = (id: string): string => `id: ${id}\nsource: paper\nname: ${id.toUpperCase()}`
  let folder: string
  let file: string
  let child: ChildProcess | undefined
  let told: string[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stemma-reload-'))
    file = join(folder, 'graph.stemma')
    told = []
  })
  afterEach(() => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  /** Puts a graph in the place of the file, as builds do. */
  const put = (...ids: string[]): void => {
    saveGraph(graphOf(ids.map(model).join('\n---\n')), join(folder, 'next.stemma'))
    renameSync(join(folder, 'next.stemma'), file)
  }
  const serve = async (...args: string[]): Promise<string> => {
    child = spawn(process.execPath, [packageFile('dist/stemma.cjs'), 'serve', '--graph', file, '--port', '0', '--log', 'off', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    createInterface({ input: child.stderr! }).on('line', (line) => told.push(line.replaceAll(folder, '')))
    const { value } = (await createInterface({ input: child.stdout! })[Symbol.asyncIterator]().next()) as { value: string }
    return value
  }
  const anew = (times: number) => until(() => told.filter((line) => line === 'the graph was opened anew').length === times, 20_000)
  const models = async (url: string): Promise<string> => {
    const answer = await fetch(`${url}sparql?query=${encodeURIComponent('SELECT ?m { ?m a st:Model } ORDER BY ?m')}`, {
      headers: { accept: 'text/csv' },
    })
    const ids = (await answer.text()).split('\r\n').slice(1, -1)
    return `${answer.status} ${ids.map((iri) => iri.split('/').at(-1)).join(' ')}`
  }
  const page = async (url: string, name: string): Promise<number> => (await fetch(`${url}model/${name}.ttl`)).status

  test('each question and page is of one graph, the old one or the new one, and none is dropped', async () => {
    put('bloom')
    const url = await serve()
    const seen: string[] = []
    let asking = true
    const clients = Array.from({ length: 4 }, async () => {
      while (asking) seen.push(await models(url))
    })
    await until(() => seen.length > 4)
    put('bloom', 'opt')
    await anew(1)
    put('gopher')
    await anew(2)
    await until(() => seen.at(-1) === '200 gopher')
    asking = false
    await Promise.all(clients)
    // Each client sees them in the order in which they came; never a mixture, never an error.
    expect([...new Set(seen)].sort()).toEqual(['200 bloom', '200 bloom opt', '200 gopher'])
    expect([await page(url, 'gopher'), await page(url, 'bloom')]).toEqual([200, 404])
  }, 60_000)

  test('an answer that is under way comes to its end on the graph that it began with', async () => {
    put('bloom', 'opt', 'gopher')
    const url = await serve()
    const digits = 'VALUES ?d { 0 1 2 3 4 5 6 7 8 9 }'
    const wide = ['a', 'b', 'c', 'd', 'e'].map((name) => digits.replace('?d', `?${name}`)).join(' ')
    const answer = await fetch(`${url}sparql?query=${encodeURIComponent(`SELECT ?m { ?m a st:Model ${wide} }`)}`, {
      headers: { accept: 'text/csv' },
    })
    const pieces = (answer.body as ReadableStream<Uint8Array>).values()
    let bytes = (await pieces.next()).value!.length
    put('bloomz')
    await anew(1)
    expect(await models(url)).toBe('200 bloomz')
    for await (const piece of pieces) bytes += piece.length
    const row = (id: string): number => `https://w3id.org/stemma/model/${id}\r\n`.length
    expect(bytes).toBe('m\r\n'.length + 100_000 * (row('bloom') + row('opt') + row('gopher')))
  }, 60_000)

  test('what cannot be read takes the place of nothing, and SIGHUP opens the graph anew', async () => {
    put('bloom')
    const url = await serve()
    writeFileSync(join(folder, 'broken'), 'broken')
    renameSync(join(folder, 'broken'), file)
    await until(() => told.length === 3, 20_000)
    expect(told).toEqual([
      'error /graph.stemma: this is no saved graph [not-a-graph]',
      '  stemma build … -o graph.stemma makes one',
      'the graph could not be opened anew, and stays what it was',
    ])
    expect(await models(url)).toBe('200 bloom')
    put('opt')
    await anew(1)
    child!.kill('SIGHUP')
    await anew(2)
    expect(await models(url)).toBe('200 opt')
  }, 60_000)

  test('a graph that is damaged inside is not served', async () => {
    put('bloom')
    const bytes = readFileSync(file)
    bytes[200]! ^= 1
    writeFileSync(file, bytes)
    expect(await serve()).toBe(undefined)
    await until(() => child!.exitCode !== null)
    expect([child!.exitCode, told.filter((line) => line.startsWith('error'))]).toEqual([
      1,
      ['error /graph.stemma: the graph is damaged: the checksum of its part texts.0, at byte 16 is wrong [broken-graph]'],
    ])
  }, 60_000)
})
