/** Bad input of others, over all formats: what is wrong is told, in bounded time and memory, and the good file beside it is read. */
import { mkdirSync, mkdtempSync, openSync, closeSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '../../src/errors.ts'
import { buildAndTell } from '../../src/graph/build.ts'
import { bulkBuild } from '../../src/graph/bulk/bulk-build.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { goodFiles, goodIds } from './good-files.ts'

type Name = keyof typeof goodFiles
const names = Object.keys(goodFiles) as Name[]

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stemma-bad-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** A problem as the tables write it. */
const short = ({ code, place, hint }: Problem): string =>
  [[code, place?.line, place?.column].filter((part) => part !== undefined).join(':'), hint].join(' | ')

const write = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(folder, dirname(name)), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** Measures; what is too much is an error. */
function bounded<T>(build: () => T): T {
  const [started, before] = [process.cpuUsage(), process.memoryUsage().rss]
  const result = build()
  expect(process.cpuUsage(started).user).toBeLessThan(30e6)
  expect(process.memoryUsage.rss() - before).toBeLessThan(700 * 2 ** 20)
  return result
}

/** What is told of a bad file in a folder with a good one, and of which things something is then known. */
function told(
  name: string,
  content: string | Uint8Array,
): { readonly problems: string[]; readonly ids: string[]; readonly dropped: string[] } {
  write(name, content)
  write('beside.json', JSON.stringify({ id: 'acme/beside', tags: [] }))
  const { graph, gathered } = bounded(() => buildAndTell([folder]))
  for (const { place } of gathered.noted) expect(place?.file).toBe(join(folder, name))
  const ids = [...Object.values(goodIds), 'model/acme--beside'].filter((id) => graph.entity(graph.base + id))
  return { problems: gathered.noted.map(short), ids, dropped: [...gathered.dropped.keys()] }
}
const besideAlone = { ids: ['model/acme--beside'], dropped: [] }

const [anew, cutRdf] = [
  'what stands before was read; mend it, or fetch it anew if it was cut off',
  'mend it: what stands before it was read, what follows was not',
]
const nothingRead = 'mend it, or fetch it again if it was cut off: nothing of it was read'

describe('cut off', () => {
  test.each<readonly [name: Name, length: number, problem: string | readonly string[], dropped: readonly string[]]>([
    [
      'acme/card-owl/README.md',
      16,
      'bad-card:1 | write a line --- behind it, or fetch it again if it was cut off; of this card nothing was read',
      [],
    ],
    ['record.json', 30, `bad-json:1:31 | ${nothingRead}`, []],
    ['bill.cdx.json', 90, `bad-json:1 | ${anew}`, []],
    ['bill.spdx.json', 200, [`bad-json:1 | ${anew}`, 'no-id:1 | it was not read'], []],
    ['croissant.json', 100, `bad-json:1:101 | ${nothingRead}`, []],
    ['linked.jsonld', 60, 'bad-rdf:1:61 | mend it: nothing of the file was read', []],
    ['turtle.ttl', 70, `bad-rdf:1 | ${cutRdf}`, ['rdf: rdf:type']],
    ['triples.nt', 150, `bad-rdf:2 | ${cutRdf}`, ['rdf: rdf:type']],
    ['epoch-2025-04.csv', 80, 'bad-csv:2 | mend the row: it was left out, and the rest read', []],
  ])('%s', (name, length, problem, dropped) => {
    expect(told(name, goodFiles[name].slice(0, length))).toEqual({
      problems: [problem].flat(),
      ids: ['model/acme--beside'],
      dropped,
    })
  })
})

const encodings: readonly (readonly [string, (text: string) => Buffer, at: (text: string) => string, hint: string])[] = [
  ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), () => '1:1', 'it looks like UTF-16; save it as UTF-8'],
  [
    'UTF-16, the other way round',
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    () => '1:1',
    'it looks like UTF-16; save it as UTF-8',
  ],
  ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le'), () => '1:2', 'it looks like UTF-16; save it as UTF-8'],
  ['Latin 1', (text) => Buffer.from(text.replace(/owl/i, 'öwl'), 'latin1'), (text) => placeOf(text, /owl/i), 'save it as UTF-8'],
  [
    'UTF-8 with a byte that is none',
    (text) => Buffer.from(text).map((byte, at) => (at === text.search(/owl/i) ? 0xff : byte)) as Buffer,
    (text) => placeOf(text, /owl/i),
    'save it as UTF-8',
  ],
]
function placeOf(text: string, what: RegExp): string {
  const before = text.slice(0, text.search(what)).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}

describe.each(encodings)('%s', (_, encode, at, hint) => {
  test.each(names)('%s', (name) => {
    const text = goodFiles[name]
    expect(told(name, encode(text))).toEqual({ problems: [`bad-encoding:${at(text)} | ${hint}`], ...besideAlone })
  })
})

describe('large', () => {
  test.each(['a.json', 'a.jsonld', 'a.csv', 'a.ttl', 'a.nt', 'a.rdf', 'README.md'])('%s of 100 MB is not even read', (name) => {
    write(name, '')
    truncateSync(join(folder, name), 100_000_000)
    write('beside.json', JSON.stringify({ id: 'acme/beside', tags: [] }))
    const { graph, gathered } = bounded(() => buildAndTell([folder]))
    expect(gathered.noted.map(short)).toEqual(['file-too-large | split it: one file a thing'])
    expect(graph.entity(`${graph.base}model/acme--beside`)).toBeDefined()
  })

  test('a line of 100 MB in JSON Lines, between others', async () => {
    const file = write('hub.jsonl', '{"id":"acme/first"}\n{"id":"acme/long","tags":["')
    const handle = openSync(file, 'a')
    for (let piece = 0; piece < 100; piece++) writeSync(handle, 'x'.repeat(1_000_000))
    writeSync(handle, '"]}\n{"id":"acme/last"}\n')
    closeSync(handle)
    const before = process.memoryUsage.rss()
    const { graph, problems } = await bulkBuild([file], [], { workers: 0 })
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 2 ** 20)
    expect(problems.map(short)).toEqual(['line-too-long:2 | one line is one record, and no record is so long'])
    expect(modelsOf(graph)).toEqual(['model/acme--first', 'model/acme--last'])
  })

  const many = (text: string, count: number): string => text.repeat(count)
  const noThings = 'no-things | docs/sources.md lists the classes; a vocabulary or a set of shapes is no data'
  const fair = 'https://w3id.org/fair4ml#MLModel'
  test.each<readonly [name: string, content: () => string, problems: readonly string[]]>([
    ['one value of 15 MB in a.json', () => `{"id":"acme/a","tags":["${many('x', 15e6)}"]}`, []],
    [
      'one cell of 15 MB in a.csv',
      () => `${goodFiles['epoch-2025-04.csv']}A,B,${many('x', 15e6)}\n`,
      ['bad-csv:3 | mend the row: it was left out, and the rest read'],
    ],
    ['millions of statements in a.ttl', () => `<http://e/a> a <${fair}> ; <http://e/b> ${many('1,', 7e6)}1 .`, [`bad-rdf | ${cutRdf}`]],
    ['one literal of 15 MB in a.nt', () => `<http://e/a> <http://e/b> "${many('x', 15e6)}" .`, [noThings]],
    [
      'millions of items in a.yaml',
      () => `${goodFiles['assets.yaml']}  x: [${many('a,', 7e6)}]\n`,
      ['too-many-values:6 | nothing of the file was read: split it, one asset a file'],
    ],
    ['a licence of 900 kB in README.md', () => `---\nlicense: ${many('x', 900_000)}\n---\n`, []],
  ])('%s, on one line', (name, content, problems) => {
    const { problems: found, ids } = told(name.replace(/.* /, ''), content())
    expect(found).toEqual(problems)
    expect(ids).toContain('model/acme--beside')
  })
})

const modelsOf = ({ entities, base }: Graph): string[] =>
  [...entities.keys()].flatMap((iri) => (iri.startsWith(`${base}model/`) ? [iri.slice(base.length)] : [])).sort()

describe('deep, or made to grow', () => {
  const deep = (open: string, close: string): string => open.repeat(50_000) + close.repeat(50_000)
  const bomb = Array.from({ length: 20 }, (_, n) => `- &a${n + 1} [${`*a${n}, `.repeat(10)}]`).join('\n')
  test.each<readonly [name: string, content: string, codes: readonly string[]]>([
    ['a.json', `{"id":"acme/a","tags":${deep('[', ']')}}`, []],
    ['a.cdx.json', `{"bomFormat":"CycloneDX","specVersion":"1.6","components":${deep('[', ']')}}`, ['too-deep:1', 'bad-value:1']],
    ['a.spdx.json', goodFiles['bill.spdx.json'].replace('{"type"', `${deep('[', ']')},{"type"`), ['too-deep:1']],
    ['a.jsonld', `{"@id":"http://e/a","http://e/p":${deep('[', ']')}}`, ['bad-rdf']],
    [
      'a.rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://e/">${deep('<a>', '</a>')}</rdf:RDF>`,
      ['bad-rdf'],
    ],
    ['a.ttl', `<http://e/a> <http://e/b> ${deep('[ <http://e/b> ', ' ]').replace(/ \]/, '1 ]')} .`, ['no-things']],
    ['x/y/README.md', `---\na: ${deep('[', ']')}\n---\n`, ['bad-card:2']],
    ['assets.yaml', `${goodFiles['assets.yaml']}  x: ${deep('[', ']')}\n`, ['too-deep:6']],
    ['assets.yaml', `${goodFiles['assets.yaml']}  x:\n  ${'- '.repeat(50_000)}a\n`, ['too-deep:7']],
    ['x/y/.eval_results/a.yaml', deep('[', ']'), ['bad-yaml']],
    ['x/z/.eval_results/a.yaml', `- &a0 [x]\n${bomb}\n`, ['bad-yaml']],
    ['assets.yaml', `${goodFiles['assets.yaml']}  x: &a [*a]\n  license: *a\n`, []],
  ])('%s (%#)', (name, content, codes) => {
    const { problems, ids } = told(name, content)
    expect(problems.map((one) => /^[\w-]+(?::\d+)?/.exec(one)?.[0])).toEqual(codes)
    expect(ids).toContain('model/acme--beside')
  })
})
