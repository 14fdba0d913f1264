import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gather } from '../../src/claims/gather.ts'
import { StemmaError } from '../../src/errors.ts'
import { build } from '../../src/graph/build.ts'
import { defaultBase } from '../../src/model/iri.ts'
import { packageFile } from '../../src/package-files.ts'
import { sourceFormats } from '../../src/sources/formats.ts'
import { good, model } from './bad-input/common.ts'

/** The endings of all files that are read. */
const endings = [...new Set(sourceFormats.flatMap(({ extensions }) => extensions))].sort()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Every problem of a build: its code, the file in the folder with the place in it, key and hint. */
function problemsOf(...paths: readonly string[]): (string | undefined)[][] {
  try {
    build(paths.map((path) => join(folder, path)))
    return []
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    return error.problems.map(({ code, place, key, hint }) => [
      code,
      [place?.file.slice(folder.length + 1), place?.line, place?.column].filter((part) => part !== undefined).join(':'),
      key,
      hint,
    ])
  }
}

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)

test('a path that does not exist', () => {
  expect(problemsOf('no.yaml', 'none')).toEqual([
    ['file-enoent', 'no.yaml', undefined, 'check the path'],
    ['file-enoent', 'none', undefined, 'check the path'],
  ])
})

test('a path through a file', () => {
  write('a.yaml', good)
  expect(problemsOf('a.yaml/b.yaml')).toEqual([['file-enotdir', 'a.yaml/b.yaml', undefined, 'check the path']])
})

test('an ending that is not known, and none', () => {
  write('a.txt', good)
  write('a', good)
  expect(problemsOf('a.txt', 'a')).toEqual([
    ['unknown-format', 'a', undefined, `known endings: ${endings.join(', ')}`],
    ['unknown-format', 'a.txt', undefined, `known endings: ${endings.join(', ')}`],
  ])
})

test('hostile 18: JSON-LD with a context elsewhere, RDF/XML with entities and a DTD elsewhere: neither is read, and nothing is fetched', async () => {
  let asked = 0
  const stranger = createServer(() => (asked += 1)).listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`
  write('a.jsonld', `{ "@context": "${elsewhere}", "@id": "x:y", "name": "X" }`)
  write('a.rdf', `<!DOCTYPE r SYSTEM "${elsewhere}" [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>`)
  const { claims, noted } = gather([join(folder, 'a.jsonld'), join(folder, 'a.rdf')], { base: defaultBase })
  expect(noted.map(({ code, place }) => [code, basename(place!.file), place!.line])).toEqual([
    ['refused-context', 'a.jsonld', undefined],
    ['refused-declaration', 'a.rdf', 1],
  ])
  expect(noted[0]!.message).toContain(elsewhere)
  expect(claims).toEqual([])
  stranger.close()
  await once(stranger, 'close')
  expect(asked).toBe(0)
})

test('folders without data, each of them', () => {
  mkdirSync(join(folder, 'empty'))
  mkdirSync(join(folder, 'other'))
  write('other/notes.txt', 'notes')
  expect(problemsOf('empty', 'other')).toEqual([
    ['no-data', 'empty', undefined, `data files end in ${endings.join(' or ')}`],
    ['no-data', 'other', undefined, `data files end in ${endings.join(' or ')}`],
  ])
})

test('a folder with the name of a file is a folder', () => {
  mkdirSync(join(folder, 'data.yaml'))
  write('data.yaml/good.yaml', good)
  expect(problemsOf('data.yaml')).toEqual([])
})

test('a link to a folder is followed, whatever its name, and one that leads back to where it stands is no trouble', () => {
  mkdirSync(join(folder, 'data'))
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'data', 'a.yaml'))
  symlinkSync(join(folder, 'data'), join(folder, 'elsewhere', 'back'))
  expect(problemsOf('data')).toEqual([['no-data', 'data', undefined, `data files end in ${endings.join(' or ')}`]])
  write('elsewhere/bad.yaml', `${good}---\n${model}released: 2022-13\n`)
  expect(problemsOf('data').map(([code, place]) => [code, place])).toEqual([['bad-date', 'data/a.yaml/bad.yaml:21:11']])
})

test('a link that leads to itself, and one that leads nowhere', () => {
  mkdirSync(join(folder, 'data'))
  symlinkSync('a.yaml', join(folder, 'data', 'a.yaml'))
  symlinkSync('nowhere.yaml', join(folder, 'data', 'b.yaml'))
  expect(problemsOf('data')).toEqual([
    ['file-eloop', 'data/a.yaml', undefined, 'remove it, or let it lead to a file'],
    ['file-enoent', 'data/b.yaml', undefined, 'check the path'],
  ])
})

test('a device and a pipe, which might never end', () => {
  symlinkSync('/dev/zero', join(folder, 'a.yaml'))
  execFileSync('mkfifo', [join(folder, 'b.yaml')])
  expect(problemsOf('a.yaml', 'b.yaml')).toEqual([
    ['not-a-file', 'a.yaml', undefined, 'copy its content into a file'],
    ['not-a-file', 'b.yaml', undefined, 'copy its content into a file'],
  ])
})

test('a file of more than 16 MiB is not even read', () => {
  write('a.yaml', '')
  truncateSync(join(folder, 'a.yaml'), 16 * 2 ** 20 + 1)
  expect(problemsOf('a.yaml')).toEqual([['file-too-large', 'a.yaml', undefined, 'split it: one file a thing']])
})

test('a name that is too long for the file system', () => {
  const name = `${'a'.repeat(300)}.yaml`
  expect(problemsOf(name)).toEqual([['file-enametoolong', name, undefined, 'choose a shorter one']])
})

test('one path may be given as it is, and what is no path is refused', () => {
  write('good.yaml', good)
  expect(build(join(folder, 'good.yaml')).entities.size).toBe(6)
  for (const wrong of [undefined, 5, [5], {}]) expect(() => build(wrong as never)).toThrow(/\[bad-argument\]/)
})

test('a folder below that may not be read is named, the rest is read, and it is no mistake in the data', () => {
  write('good.yaml', good)
  mkdirSync(join(folder, 'locked'))
  write('b.yaml', `${model}fineTunedFrom: lost\n`)
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'locked'), 0o700)
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {}
  if (!('uid' in nobody)) chmodSync(join(folder, 'locked'), 0)
  const run = (): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, ['--import', 'tsx', packageFile('src/cli.ts'), 'check', folder], {
      ...nobody,
      cwd: packageFile('.'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NO_COLOR: '1', TMPDIR: folder, TSX_DISABLE_CACHE: '1' },
    })
  const locked = run()
  expect([locked.status, locked.stderr]).toEqual([
    3,
    `error ${join(folder, 'locked')}: may not be read or written [file-eacces]\n  check its permissions\n`,
  ])
  write('b.yaml', `${model}released: 2022-13\nfineTunedFrom: lost\n`)
  const both = run()
  expect(both.status).toBe(1)
  expect(both.stderr.match(/\[[a-z-]+\]/g)).toEqual(['[bad-date]', '[file-eacces]'])
})

// Nothing is unreadable for root; the link that leads to itself is, for everyone.
test.skipIf(process.getuid?.() === 0)('a file that may not be read (skipped: this runs as root)', () => {
  write('a.yaml', good)
  chmodSync(join(folder, 'a.yaml'), 0)
  expect(problemsOf('a.yaml')).toEqual([['file-eacces', 'a.yaml', undefined, 'check its permissions']])
})

test('the problems of all files are reported, a reference to what could not be read is none', () => {
  write('good.yaml', good)
  write('a.yaml', `${model}released: 2022-13\nfineTunedFrom: lost\n`)
  write('b.yaml', '[')
  write('c.yaml', 'id: y\nsource: paper\nname: Y\nparameterCount: 70b\n')
  expect(problemsOf('.').map(([code, place]) => [code, place])).toEqual([
    ['bad-date', 'a.yaml:4:11'],
    ['bad-yaml', 'b.yaml:1:2'],
    ['ambiguous-number', 'c.yaml:4:17'],
  ])
})

test('a document that is no YAML hides no reference to nothing, and what it was to describe may be referred to', () => {
  write('good.yaml', good)
  write('a.yaml', 'id: lost\nsource: paper\nname: Lost\n\treleased: 2022\n---\n{ id: gone, kind: Dataset, name: [ }\n')
  write('b.yaml', `${model}producer: depmind\nfineTunedFrom: [lost, blom]\ntrainedOn: [gone, corpse, zzzz, lost]\n`)
  expect(problemsOf('.').map(([code, place]) => [code, place])).toEqual([
    ['bad-yaml', 'a.yaml:4:1'],
    ['bad-yaml', 'a.yaml:6:36'],
    ['bad-yaml', 'a.yaml:6:37'],
    ['unknown-reference', 'b.yaml:4:11'],
    ['unknown-reference', 'b.yaml:5:23'],
    ['unknown-reference', 'b.yaml:6:19'],
    ['unknown-reference', 'b.yaml:6:27'],
    ['unknown-reference', 'b.yaml:6:33'],
  ])
})

test('where not even an id can be read, only references that look like slips of another name are reported', () => {
  write('good.yaml', good)
  write('a.yaml', 'kind: Model\nsource: paper\n\tid: secret\n')
  write('b.yaml', `${model}producer: depmind\nfineTunedFrom: [parrent, zzzz]\ntrainedOn: zzzz\n---\nid: nameless\nsource: paper\n`)
  expect(problemsOf('.').map(([code, place]) => [code, place])).toEqual([
    ['bad-yaml', 'a.yaml:3:1'],
    ['unknown-reference', 'b.yaml:4:11'],
    ['unknown-reference', 'b.yaml:5:17'],
    ['unknown-reference', 'b.yaml:6:12'],
  ])
})

test('a misspelt key in one file hides no reference to nothing in another, and a broken thing may be referred to', () => {
  write('good.yaml', good)
  write('a.yaml', `${model}releasd: 2022\n`)
  write('b.yaml', 'id: y\nsource: paper\nname: Y\nfineTunedFrom: [x, zzzz]\n')
  expect(problemsOf('.').map(([code, place]) => [code, place])).toEqual([
    ['unknown-key', 'a.yaml:4:1'],
    ['unknown-reference', 'b.yaml:4:20'],
  ])
})

test('a duplicate in two files is reported once, with its place', () => {
  write('good.yaml', good)
  write('a.yaml', model)
  write('b.yaml', model)
  expect(problemsOf('.')).toEqual([['duplicate-id', 'b.yaml:1:5', 'id', 'put both into one document, or give this one its own id']])
})

test('a file that is named twice, by itself, its folder and a link, is read once', () => {
  write('good.yaml', good)
  symlinkSync('good.yaml', join(folder, 'link.yaml'))
  expect(problemsOf('.', 'good.yaml', 'link.yaml')).toEqual([])
})
