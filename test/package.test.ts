/** The built package: its graph is the data's, its commands are the README's, and its library does what its example says. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../src/graph/build.ts'
import type { Graph } from '../src/graph/graph.ts'
import { graphBytes } from '../src/graph/file/write-graph.ts'
import { openSaved } from '../src/graph/saved.ts'
import { quadsOf } from '../src/graph/quads.ts'
import { nquads } from '../src/formats/nquads.ts'
import { termKey, type Claim } from '../src/model/claim.ts'
import { packageFile } from '../src/package-files.ts'
import { blocksIn } from './blocks.ts'

const cli = packageFile('dist/stemma.cjs')
const blocks = (language: string): string[] => blocksIn('README.md', language)

describe('the packaged graph', () => {
  const fresh = build([packageFile('data')])
  const packaged = packageFile('dist/graph.stemma')
  const saved = openSaved(packaged)

  test('equals a fresh build', () => {
    const bytes = Buffer.concat([...graphBytes(fresh.index)])
    expect(readFileSync(packaged).equals(bytes), 'dist/graph.stemma is not what data/ gives: npm run build').toBe(true)
  })
  test('has the same quads', () => {
    const lines = (graph: Graph): string[] => nquads.write(quadsOf(graph, 'all'), { prefixes: {} }).split('\n')
    const known = new Set(lines(saved))
    expect(lines(fresh).filter((line) => !known.has(line))).toEqual([])
    expect(lines(fresh)).toHaveLength(known.size)
  })
  test('has the same statements, for the same reasons, on the same claims', () => {
    const flat = ({ place: _, value, ...rest }: Claim): string => JSON.stringify([value && termKey(value), Object.entries(rest).sort()])
    const told = (graph: Graph, iri: string): string =>
      JSON.stringify([
        graph
          .statementsOf(iri)
          .map(({ property, value, because, entailed, claims }) => [property, termKey(value), because, entailed, claims.map(flat)]),
        graph.claimsOf(iri).map(flat),
        [...graph.pointingTo(iri)].sort(),
      ])
    expect([...fresh.entities.keys()].filter((iri) => told(fresh, iri) !== told(saved, iri))).toEqual([])
  })
})

/** An asset as Ecosystem Graphs has them. */
const asset = `- type: model
  name: My own BLOOMZ
  organization: My lab
  created_date: 2026-11-01
  dependencies: [BLOOMZ, something else]
`

describe("the README's commands", () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-readme-'))
  beforeAll(() => {
    mkdirSync(join(folder, 'my-models'))
    writeFileSync(join(folder, 'my-models', 'my-bloomz.yaml'), blocks('yaml')[0]!)
    writeFileSync(join(folder, 'hub.jsonl'), blocks('json')[0]!)
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'assets', 'mine.yaml'), asset)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const commands = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('npx stemma ')))

  test('are at least ten', () => {
    expect(commands.length).toBeGreaterThanOrEqual(12)
  })
  test.each(commands)('%s', (command) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `node "$CLI" ${command.slice('npx stemma '.length)}`], {
      cwd: folder,
      env: { ...process.env, CLI: cli },
      encoding: 'utf8',
    })
    const site = / publish (\S+)/.exec(command)?.[1]
    const file = site === undefined ? / -o (\S+)/.exec(command)?.[1] : `${site}/index.html`
    // A build says what it made beside the answer.
    const beside = command.includes(' build ') ? /^(records|entities|triples|time) .*\n/gm : /^(also|see also|site): .*\n/gm
    expect([status, stderr.replace(beside, '')]).toEqual([0, ''])
    expect(file ? readFileSync(join(folder, file), 'utf8') : stdout).not.toBe('')
  })
})

test("the README's library example", () => {
  const example = packageFile('dist/readme-example.mjs')
  writeFileSync(example, blocks('ts')[0]!)
  const { status, stdout, stderr } = spawnSync(process.execPath, [example], { encoding: 'utf8' })
  rmSync(example)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('Dialogue-Prompted Chinchilla')
  expect(Number(stdout.trim().split('\n').at(-1))).toBeGreaterThan(1)
})

test('the code is ASCII, which it is read as', () => {
  const code = readdirSync(packageFile('dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cjs'))
  expect(code.filter((name) => readFileSync(packageFile(`dist/${name}`)).some((byte) => byte > 0x7f))).toEqual([])
})

test('an error of a part of the program that is loaded later is told like any other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-foreign-'))
  writeFileSync(join(folder, 'index.html'), 'mine')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'publish', folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^error .* which stemma publish has not written .*\[not-a-site\]\n {2}name an empty folder/),
  ])
})

test('everything that the package names is there', () => {
  const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
    files: string[]
    bin: Record<string, string>
    exports: Record<string, string | Record<string, string>>
  }
  const named = [
    ...manifest.files,
    ...Object.values(manifest.bin),
    ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry))),
  ]
  expect(named.filter((file) => !existsSync(packageFile(file)))).toEqual([])
})

test('the command line works from a copy of the package alone, without its dependencies installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-copy-'))
  for (const name of ['dist', 'queries', 'ontology', 'data']) symlinkSync(packageFile(name), join(folder, name))
  copyFileSync(packageFile('package.json'), join(folder, 'package.json'))
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--preserve-symlinks-main',
      '--preserve-symlinks',
      join(folder, 'dist/stemma.cjs'),
      'query',
      'ASK { model:sparrow st:derivedFrom+ model:chinchilla }',
    ],
    { encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true })
  expect([status, stdout]).toEqual([0, 'true\r\n'])
})

test('the server works from the package, with its figures and its log', async () => {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--metrics', '0', '--proxied', '1'])
  const err = text(child.stderr)
  const told = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const [url, metrics] = [(await told.next()).value as string, (await told.next()).value as string]
  const answer = await fetch(`${url}sparql?query=ASK+%7B%7D`, { headers: { 'x-forwarded-for': '192.0.2.1' } })
  expect([answer.status, await answer.json()]).toEqual([200, { head: {}, boolean: true }])
  expect((await fetch(`${url}metrics`)).status).toBe(404)
  expect(await (await fetch(metrics)).text()).toContain('stemma_http_requests_total{route="sparql",method="GET",status="200"} 1\n')
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
  const lines = (await err)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; client?: string })
  expect(lines.map(({ msg, client }) => [msg, client])).toEqual([
    ['started', undefined],
    ['answered', '192.0.2.1'],
    ['answered', '127.0.0.1'],
    ['stopping', undefined],
    ['stopped', undefined],
  ])
})

describe('what V8 compiled of the code before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-cache-'))
  const dist = join(folder, 'dist')
  const question = ['query', 'ancestors', 'model=sparrow']
  const answerOf = (program: string): unknown[] => {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...question], { encoding: 'utf8' })
    return [status, signal, stdout, stderr]
  }
  const caches = readdirSync(packageFile('dist'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cache'))
  beforeAll(() => {
    cpSync(packageFile('dist'), dist, { recursive: true })
    for (const name of ['queries', 'ontology', 'data', 'package.json']) symlinkSync(packageFile(name), join(folder, name))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is taken by the V8 that made it', () => {
    const script = `const load = require('./load.cjs')
load.made = ({ cachedDataRejected }, file) => console.log(cachedDataRejected, require('node:path').basename(file))
require('./main.cjs')
require('./vendor/comunica.cjs')`
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: dist, encoding: 'utf8' })
    expect(stdout).toBe('false main.code.cjs\nfalse comunica.code.cjs\n')
  })

  const flipped = (bytes: Buffer, every: number): Buffer =>
    Buffer.from(bytes.map((byte, place) => (place % every === every - 1 ? byte ^ 0xff : byte)))
  const spoilt: Readonly<Record<string, (bytes: Buffer, file: string) => Buffer>> = {
    'one byte is another': (bytes) => flipped(bytes, Math.ceil(bytes.length * 0.6)),
    'many bytes are others, those that V8 looks at left alone': (bytes) => flipped(bytes, 1000),
    'its end is missing': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'it is empty': () => Buffer.alloc(0),
    'it is shorter than a checksum': () => Buffer.from('no'),
    'it is something else': (bytes) => Buffer.alloc(bytes.length, 'stemma'),
    'it is that of other code': (_, file) =>
      readFileSync(
        packageFile(
          join(
            'dist',
            caches.find((other) => other !== file)!,
          ),
        ),
      ),
  }
  test.each(Object.entries(spoilt))('is passed over where %s', (_, spoil) => {
    expect(caches).toContainEqual(expect.stringContaining('comunica'))
    for (const file of caches) writeFileSync(join(dist, file), spoil(readFileSync(packageFile(join('dist', file))), file))
    expect(answerOf(join(dist, 'stemma.cjs'))).toEqual(answerOf(cli))
  })
  test('is not needed', () => {
    for (const file of caches) rmSync(join(dist, file))
    expect(answerOf(join(dist, 'stemma.cjs'))).toEqual(answerOf(cli))
  })
})
