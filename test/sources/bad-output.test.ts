import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { stemma } from '../run.ts'
import { good } from './bad-input/common.ts'

const cli = new URL('../../src/cli.ts', import.meta.url).pathname

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-output-'))
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data', 'good.yaml'), good)
})
afterEach(() => rmSync(folder, { recursive: true }))

const inFolder = (name: string): string => join(folder, name)
const buildTo = (...names: readonly string[]): ReturnType<typeof stemma> =>
  stemma(['build', inFolder('data'), ...names.flatMap((name) => ['-o', inFolder(name)])])

test('a folder that does not exist', async () => {
  const { code, err } = await buildTo('none/a.ttl')
  expect(code).toBe(3)
  expect(err).toBe(
    `error ${inFolder('none/a.ttl')}: cannot be written: its folder does not exist [file-enoent]\n  make it first: mkdir -p ${inFolder('none')}\n`,
  )
})

test('a folder where the file should be', async () => {
  mkdirSync(inFolder('a.ttl'))
  const { code, err } = await buildTo('a.ttl')
  expect(code).toBe(3)
  expect(err).toBe(`error ${inFolder('a.ttl')}: cannot be written: it is a folder [file-eisdir]\n  name a file in it\n`)
  expect(readdirSync(folder).sort()).toEqual(['a.ttl', 'data'])
})

test('a path through a file', async () => {
  const { code, err } = await buildTo('data/good.yaml/a.ttl')
  expect(code).toBe(3)
  expect(err).toContain('[file-enotdir]')
})

test.each(['a.docx', 'a'])('an ending that tells no format: %s', async (name) => {
  const { code, err } = await buildTo(name)
  expect(code).toBe(2)
  expect(err).toMatch(/\[unknown-format\]\n {2}one of: /)
  expect(readdirSync(folder)).toEqual(['data'])
})

test('a device that is full', async () => {
  symlinkSync('/dev/full', inFolder('a.ttl'))
  const { code, err } = await buildTo('a.ttl')
  expect(code).toBe(3)
  expect(err).toContain('does not fit: the disk is full [file-enospc]')
  expect(readlinkSync(inFolder('a.ttl'))).toBe('/dev/full')
})

const small = mkdtempSync(join(tmpdir(), 'stemma-small-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small]).status === 0
afterAll(() => {
  if (mounted) spawnSync('umount', [small])
  rmSync(small, { recursive: true, force: true })
})

test.skipIf(!mounted)('a file system that is full (skipped where mounting is not allowed)', async () => {
  const file = join(small, 'a.ttl')
  writeFileSync(file, 'the old one')
  writeFileSync(
    inFolder('data/more.yaml'),
    Array.from({ length: 300 }, (_, index) => `---\n{ id: m${index}, source: paper, name: Model ${index}, released: 2022 }\n`).join(''),
  )
  const { code, err } = await stemma(['build', inFolder('data'), '-o', file])
  expect(code).toBe(3)
  expect(err).toContain('does not fit: the disk is full [file-enospc]')
  expect(readFileSync(file, 'utf8')).toBe('the old one')
  expect(readdirSync(small)).toEqual(['a.ttl'])
})

test('where the name is a link, the file that it leads to is replaced', async () => {
  writeFileSync(inFolder('real.nt'), 'the old one')
  symlinkSync('real.nt', inFolder('a.nt'))
  expect((await buildTo('a.nt')).code).toBe(0)
  expect(readlinkSync(inFolder('a.nt'))).toBe('real.nt')
  expect(readFileSync(inFolder('real.nt'), 'utf8')).toContain('<https://w3id.org/stemma/model/parent>')
})

test('a build with a problem leaves the old file as it was', async () => {
  writeFileSync(inFolder('a.ttl'), 'the old one')
  writeFileSync(inFolder('data/bad.yaml'), 'id: x\n')
  expect((await buildTo('a.ttl')).code).toBe(1)
  expect(readFileSync(inFolder('a.ttl'), 'utf8')).toBe('the old one')
  expect(readdirSync(folder).sort()).toEqual(['a.ttl', 'data'])
})

/** Writes the first half of each file, says so, and goes on when there is a file named "go": as on a disk that is very slow. */
const slowDisk = (go: string): string => `
import fs, { existsSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const write = writeSync
fs.writeSync = (handle, bytes, start = 0) => {
  if (handle <= 2 || start > 0) return write(handle, bytes, start)
  const half = write(handle, bytes, 0, Math.floor(bytes.length / 2))
  write(1, 'half\\n')
  while (!existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
  return half
}
syncBuiltinESMExports()
`

/** A build that has written half of big.trig, and how it will end. */
async function halfWay(): Promise<{ child: ChildProcess; ended: Promise<unknown> }> {
  writeFileSync(inFolder('big.trig'), 'the old one')
  writeFileSync(inFolder('slow-disk.mjs'), slowDisk(inFolder('go')))
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', inFolder('slow-disk.mjs'), cli, 'build', inFolder('data'), '-o', inFolder('big.trig')],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)))
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error('it ended before it wrote')))
  })
  return { child, ended }
}

/** Whether a process has yet to take notice of a signal, as Linux tells it. */
function isPending(pid: number): boolean {
  const file = `/proc/${pid}/status`
  return existsSync(file) && /^(?:Sig|Shd)Pnd:\s*0*[1-9a-f]/m.test(readFileSync(file, 'utf8'))
}

test('killed while it writes: the old file is whole, and nothing else is left but a hidden part', async () => {
  const { child, ended } = await halfWay()
  const part = `.stemma-${child.pid}-1.part`
  expect(readFileSync(inFolder(part)).length).toBeGreaterThan(100)
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  expect(readFileSync(inFolder('big.trig'), 'utf8')).toBe('the old one')
  expect(readdirSync(folder).sort()).toEqual([part, 'big.trig', 'data', 'slow-disk.mjs'])
  expect((await buildTo('big.trig')).code).toBe(0)
  expect(readFileSync(inFolder('big.trig'), 'utf8')).toContain('model:parent')
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'told to end by %s while it writes: the file is whole, then it ends',
  async (signal) => {
    const { child, ended } = await halfWay()
    child.kill(signal)
    while (isPending(child.pid!)) await new Promise(setImmediate)
    writeFileSync(inFolder('go'), '')
    expect(await ended).toBe(signal)
    expect(readFileSync(inFolder('big.trig'), 'utf8')).toMatch(/model:parent[^]*}\n$/)
    expect(readdirSync(folder).sort()).toEqual(['big.trig', 'data', 'go', 'slow-disk.mjs'])
  },
)

test('several files are written all or none', async () => {
  writeFileSync(inFolder('a.ttl'), 'the old one')
  const { code, err } = await stemma(['build', inFolder('data'), '-o', inFolder('a.ttl'), '-o', inFolder('none/b.ttl')])
  expect(code).toBe(3)
  expect(err).toContain('none/b.ttl: cannot be written: its folder does not exist [file-enoent]')
  expect(readFileSync(inFolder('a.ttl'), 'utf8')).toBe('the old one')
  expect(readdirSync(folder).sort()).toEqual(['a.ttl', 'data'])
})

test('a name of as many bytes as there may be', async () => {
  const name = `${'a'.repeat(252)}.nt`
  expect((await buildTo(name)).code).toBe(0)
  expect(readFileSync(inFolder(name), 'utf8')).toContain('<https://w3id.org/stemma/model/parent>')
})

test('where a link leads to nothing yet, its file is made; the mode of an old file is kept', async () => {
  symlinkSync('later.nt', inFolder('a.nt'))
  expect((await buildTo('a.nt')).code).toBe(0)
  expect(readlinkSync(inFolder('a.nt'))).toBe('later.nt')
  chmodSync(inFolder('later.nt'), 0o664)
  expect((await buildTo('a.nt')).code).toBe(0)
  expect(statSync(inFolder('later.nt')).mode & 0o777).toBe(0o664)
})

/** The command line in a shell, which says how its first command ended. */
const shell = (command: string): SpawnSyncReturns<string> =>
  spawnSync('bash', ['-c', `stemma() { "${process.execPath}" --import tsx "${cli}" "$@"; }; ${command}`], { encoding: 'utf8' })

test('a closed pipe ends it quietly', () => {
  writeFileSync(
    inFolder('data/more.yaml'),
    Array.from({ length: 1_000 }, (_, index) => `---\n{ id: m${index}, source: paper, name: Model ${index}, released: 2022 }\n`).join(''),
  )
  const { stdout, stderr } = shell(
    `stemma export --graph "${folder}/data" --format nquads --view all | head -1 | wc -l; echo "\${PIPESTATUS[0]}"`,
  )
  expect(stdout).toBe('1\n0\n')
  expect(stderr).toBe('')
})

test('an answer that does not fit is a failure outside', () => {
  const { status, stderr } = shell(`stemma list model --graph "${folder}/data" > /dev/full`)
  expect(status).toBe(3)
  expect(stderr).toBe(
    'error standard output: does not fit: the disk is full [file-enospc]\n  nothing was changed; free some space and try again\n',
  )
})
