import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stemma } from '../run.ts'
import { good } from './bad-input/common.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-usage-'))
  writeFileSync(join(folder, 'good.yaml'), good)
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (sparql: string, ...rest: readonly string[]): ReturnType<typeof stemma> => stemma(['query', sparql, ...rest, '--graph', folder])

describe('wrong usage has exit code 2', () => {
  test.each<[string, string[], string]>([
    ['an unknown command', ['frobnicate'], "error unknown command 'frobnicate' [unknown-command]\n  see --help\n"],
    ['a command that is nearly one', ['lineag', 'x'], "error unknown command 'lineag' [unknown-command]\n  Did you mean lineage?\n"],
    ['an unknown option', ['build', '--outptu', 'x'], "error unknown option '--outptu' [unknown-option]\n  Did you mean --output?\n"],
    ['a command with a control character', ['\u001b[31mx'], "error unknown command '\\u{1b}[31mx' [unknown-command]\n  see --help\n"],
    ['a missing argument', ['lineage'], "error missing required argument 'model' [missing-argument]\n  see --help\n"],
    ['a missing value', ['build', '-o'], "error option '-o, --output <file>' argument missing [option-missing-argument]\n  see --help\n"],
    [
      'a depth of 0',
      ['lineage', 'parent', '--depth', '0'],
      "error option '--depth <steps>' argument '0' is invalid. A whole number of steps from 1. [invalid-argument]\n  see --help\n",
    ],
    [
      'a depth in words',
      ['lineage', 'parent', '--depth', 'two'],
      "error option '--depth <steps>' argument 'two' is invalid. A whole number of steps from 1. [invalid-argument]\n  see --help\n",
    ],
    [
      'a depth beyond all',
      ['lineage', 'parent', '--depth', '1e9'],
      "error option '--depth <steps>' argument '1e9' is invalid. A whole number of steps from 1. [invalid-argument]\n  see --help\n",
    ],
    [
      'a base that is none',
      ['build', '--base', 'here'],
      'error "here" cannot be a base [bad-base]\n  write an absolute IRI that ends in / or #\n',
    ],
    [
      'a base that would inject a triple',
      ['build', '--base', 'https://a> . <x> <y> <z/'],
      'error "https://a> . <x> <y> <z/" cannot be a base [bad-base]\n  write an absolute IRI that ends in / or #\n',
    ],
    [
      'a format of triples',
      ['export', '--format', 'turtel'],
      'error there is no format "turtel" [unknown-format]\n  did you mean "turtle"?\n',
    ],
    [
      'a format of prototypes',
      ['export', '--format', 'constructor'],
      'error there is no format "constructor" [unknown-format]\n  one of: turtle, trig, ntriples, nquads, jsonld, rdfxml\n',
    ],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await stemma(args)
    expect([code, out, err]).toEqual([2, '', message])
  })

  test('a format of a tree', async () => {
    const { code, err } = await stemma(['lineage', 'parent', '--format', 'jpeg', '--graph', folder])
    expect(code).toBe(2)
    expect(err).toMatch(/^error option '-f, --format <name>' argument 'jpeg' is invalid\. Allowed choices are text, .* \[invalid-argument\]\n {2}see --help\n$/)
  })

  test.each(['xlsx', 'constructor', '__proto__', 'toString'])('a format of rows: %s', async (format) => {
    const { code, out, err } = await ask('SELECT * { ?s a st:Model }', '--format', format)
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(`error rows cannot be written as "${format}" [unknown-format]\n  one of: table, json, xml, csv, tsv\n`)
  })

  test('an argument without a name', async () => {
    const { code, err } = await ask('SELECT * { ?s a st:Model }', 'parent')
    expect([code, err]).toEqual([2, 'error "parent" is not name=value [bad-argument]\n  parameters are written as model=sparrow\n'])
  })

  test('parameters that a question does not have, all of them', async () => {
    const { code, err } = await ask('SELECT * { ?s a st:Model }', 'a=1', '__proto__=2')
    expect(code).toBe(2)
    expect(err.match(/\[unknown-parameter\]/g)).toHaveLength(2)
  })

  test.each(['INSERT DATA { <a:b> <a:c> <a:d> }', 'CLEAR ALL', 'DELETE WHERE { ?s ?p ?o }', 'DROP DEFAULT'])(
    'an update: %s',
    async (update) => {
      const { code, out, err } = await ask(update)
      expect([code, out]).toEqual([2, ''])
      expect(err).toBe(
        'error an update changes a graph; this one is read-only [not-a-question]\n  use SELECT, ASK, CONSTRUCT or DESCRIBE; facts are changed in the data files\n',
      )
    },
  )
})

describe('a question without an answer has exit code 1', () => {
  test('a model that is nearly one', async () => {
    const { code, err } = await stemma(['lineage', 'parnet', '--graph', folder])
    expect([code, err]).toEqual([1, 'error there is no model "parnet" [unknown-name]\n  did you mean "parent"?\n'])
  })

  test.each(['zzzzzzzz', '__proto__', 'constructor', 'constructor:x', '<a> . <x>', '', '../zzzz', 'x'.repeat(1_000)])(
    'a model that is none: %s',
    async (name) => {
      const { code, out, err } = await stemma(['show', '--graph', folder, '--', name])
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^error there is no thing "[^\n]{0,70}" \[unknown-name\]\n {2}see what there is: stemma list\n$/)
    },
  )

  test('a saved question that is none', async () => {
    const { code, err } = await ask('frobnicate')
    expect([code, err]).toEqual([1, 'error there is no saved question "frobnicate" [unknown-query]\n  see them: stemma queries\n'])
  })

  test('a file of a question that is none', async () => {
    const { code, err } = await ask('none.rq')
    expect([code, err]).toEqual([1, 'error none.rq: does not exist [file-enoent]\n  check the path\n'])
  })

  test.each<[string, string, string]>([
    ['in the first line', 'SELECT ?x { ?x st:producer }', 'line 1 of the query is not SPARQL'],
    ['in the third line', 'SELECT ?x {\n  ?x a st:Model .\n  ?x st:producer }', 'line 3 of the query is not SPARQL'],
    ['of a word', 'SELEKT ?x { ?x a st:Model }', 'line 1 of the query is not SPARQL'],
  ])('a mistake of syntax %s', async (_, query, message) => {
    const { code, err } = await ask(query)
    expect(code).toBe(1)
    const [head, line, caret, hint] = err.split('\n')
    expect(head).toContain(`error ${message}`)
    expect(head).toContain('[bad-query]')
    expect(query).toContain(line!.trim().slice(0, 10))
    expect(caret).toMatch(/^ *-*\^$/)
    expect(hint).toBe('  see the saved questions for examples: stemma queries')
  })

  test('a prefix that nobody declared', async () => {
    const { code, err } = await ask('SELECT ?x { ?x foo:bar ?y }')
    expect([code, err.split('\n')[0]]).toEqual([1, 'error unknown prefix: foo [unknown-prefix]'])
  })

  test.each([
    'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
    'SELECT * { SERVICE SILENT <file:///etc/passwd> { ?s ?p ?o } }',
    'LOAD <file:///etc/passwd>',
  ])('another place: %s', async (query) => {
    const { code, out, err } = await ask(query)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('this engine reads no other place than its own graph, so SERVICE and LOAD do not work [foreign-source]')
  })
})

test.each(['FROM <file:///etc/passwd> { ?s ?p ?o }', 'FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }'])(
  'SELECT * %s reads nothing',
  async (rest) => {
    const { code, out } = await ask(`SELECT * ${rest}`, '--format', 'json')
    expect(code).toBe(0)
    expect((JSON.parse(out) as { results: { bindings: unknown[] } }).results.bindings).toEqual([])
  },
)
