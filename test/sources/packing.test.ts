/** What is packed is read as what it holds, in bounded memory and time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAndTell, type Built } from '../../src/graph/build.ts'
import { bulkBuild } from '../../src/graph/bulk/bulk-build.ts'
import { st } from '../../src/model/vocabulary.ts'
import { inFolder } from '../graph-of.ts'
import { goodFiles } from './good-files.ts'
import { frameOf, repeated, zstdOf } from './zstd-of.ts'

/** Builds of files in folders. */
const built = (files: Readonly<Record<string, string | Uint8Array>>): Built =>
  inFolder({}, (folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return buildAndTell([folder])
  })

const packings = [
  ['gzip', '.gz', gzipSync],
  ['zstd', '.zst', zstdOf],
] as const

/** Three records, as the program `zstd -19` packs them. */
const records = Buffer.from(
  'KLUv/QRodQIAYsQOEpDPAUg2AHyfghTN3ezs7Hp+nVP2a52gMy35PFypBvcRrkn5oXwyN1q+RqydjEvF8+GtQtEO8ccTuw0FAHhlUlcRoAK3uOLjLlNl5cC+xQ==',
  'base64',
)

test.each(packings)('%s: a file of each kind says the same packed as it is', (_, ending, pack) => {
  const said = ({ graph, gathered }: Built): unknown => [
    graph.claims.filter(({ property }) => property !== st('sha256')).map(({ place: _place, ...claim }) => claim),
    gathered.noted,
    [...gathered.dropped.keys()],
  ]
  const all = Object.entries(goodFiles)
  const packed = built(Object.fromEntries(all.map(([name, content]) => [`${name}${ending}`, pack(content)])))
  expect(said(packed)).toEqual(said(built(goodFiles)))
})

test('what the program zstd packed, in one frame or several, with some that are passed over', () => {
  const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
  const list = Buffer.concat([skipped, zstdOf('['), skipped, zstdOf(goodFiles['record.json']), zstdOf(']')])
  const { graph, gathered } = built({ 'list.json.zst': list })
  expect([gathered.noted, graph.entity(`${graph.base}model/acme--record-owl`)?.names]).toEqual([[], { en: 'record-owl' }])
})

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'stemma-packed-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Builds of one file of records. */
const bulk = (name: string, content: Uint8Array) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return bulkBuild([file], [], { workers: 0 })
}

test('records that the program zstd packed go the fast way', async () => {
  const { graph, problems } = await bulk('hub.jsonl.zst', records)
  expect(problems).toEqual([])
  expect([...graph.entities.keys()].filter((iri) => iri.includes('/model/'))).toEqual(
    ['egg', 'nest', 'owl'].map((name) => `${graph.base}model/acme--${name}`),
  )
})

/** Blocks of one byte each, for each of which what unpacks them may move all that it can look back at. */
const crumbs = Buffer.concat([frameOf([], 0x78), ...Array.from({ length: 1_000_000 }, () => repeated(1)), repeated(1, true)])

const small = 'the file is larger than 16 MiB'
const cut = 'what zstd packed cannot be unpacked: unexpected EOF'
const hint = 'fetch it again: it is damaged, or was cut off'

test.each([
  [
    'cut off',
    '.gz',
    gzipSync('{'.repeat(99)).subarray(0, -9),
    'bad-packing',
    'what gzip packed cannot be unpacked: unexpected end of file',
    hint,
  ],
  ['cut off', '.zst', zstdOf('{'.repeat(99)).subarray(0, -9), 'bad-packing', cut, hint],
  [
    'damaged',
    '.zst',
    records.map((byte, at) => (at === 20 ? 255 - byte : byte)),
    'bad-packing',
    expect.stringContaining('what zstd packed') as string,
    hint,
  ],
  [
    'packed again',
    '.gz',
    gzipSync(gzipSync('{}')),
    'packed-twice',
    'what gzip packed was packed before, by gzip',
    'unpack it once: gzip -d',
  ],
  ['packed again', '.gz', gzipSync(zstdOf('{}')), 'packed-twice', 'what gzip packed was packed before, by zstd', 'unpack it once: gzip -d'],
  [
    'packed again',
    '.zst.gz',
    gzipSync(zstdOf('{}')),
    'packed-twice',
    'what gzip packed was packed before, by zstd',
    'unpack it once: gzip -d',
  ],
  ['a bomb', '.gz', gzipSync(Buffer.alloc(200 * 2 ** 20)), 'file-too-large', small, 'split it: one file a thing'],
  [
    'a bomb',
    '.zst',
    frameOf([...Array.from({ length: 9_999 }, () => repeated(1 << 17)), repeated(1, true)]),
    'file-too-large',
    small,
    'split it: one file a thing',
  ],
  [
    'made to look back far',
    '.zst',
    frameOf([repeated(1, true)], 0xf8),
    'bad-packing',
    'what zstd packed cannot be unpacked: it looks back further than 32 MiB',
    hint,
  ],
  ['made to take long', '.zst', crumbs, 'bad-packing', 'what zstd packed cannot be unpacked: it takes too long', hint],
])('what is %s (%s) is told, in bounded time and memory, and the rest is read', (_, ending, content, code, message, hint) => {
  const before = process.memoryUsage.rss()
  const started = process.cpuUsage()
  const { graph, gathered } = built({ 'record.json': goodFiles['record.json'], [`bad.json${ending}`]: content })
  expect(process.cpuUsage(started).user).toBeLessThan(20e6)
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 2 ** 20)
  expect(gathered.noted).toEqual([{ code, message, place: { file: expect.stringMatching(/bad\.json/) as string }, hint }])
  expect(graph.entity(`${graph.base}model/acme--record-owl`)).toBeDefined()
})
