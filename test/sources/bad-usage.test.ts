import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
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
      'error triples cannot be written as "turtel" [unknown-format]\n  did you mean "turtle"?\n',
    ],
    [
      'a format of prototypes',
      ['export', '--format', 'constructor'],
      'error triples cannot be written as "constructor" [unknown-format]\n  one of: turtle, trig, ntriples, nquads, jsonld, rdfxml\n',
    ],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await stemma(args)
    expect([code, out, err]).toEqual([2, '', message])
  })

  test('a format of a tree', async () => {
    const { code, err } = await stemma(['lineage', 'parent', '--format', 'jpeg', '--graph', folder])
    expect(code).toBe(2)
    expect(err).toMatch(
      /^error option '-f, --format <name>' argument 'jpeg' is invalid\. Allowed choices are text, .* \[invalid-argument\]\n {2}see --help\n$/,
    )
  })

  test.each(['xlsx', 'constructor', '__proto__', 'toString'])('a format of rows: %s', async (format) => {
    const { code, out, err } = await ask('SELECT * { ?s a st:Model }', '--format', format)
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(`error rows cannot be written as "${format}" [unknown-format]\n  one of: table, json, xml, csv, tsv, spreadsheet\n`)
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
  'SELECT * %s is refused, and nothing is read',
  async (rest) => {
    expect(await ask(`SELECT * ${rest}`, '--format', 'json')).toEqual({
      code: 1,
      out: '',
      err:
        'error there is no graph "file:///etc/passwd" to ask [unknown-graph]\n' +
        '  a graph is named by its source, such as document:bloom-paper, or is graph:claims or graph:about; nothing is ever fetched\n',
    })
  },
)

describe('a question in a file', () => {
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const good = '# Help.\n#\n# @param v text a value\nSELECT ?v {}\n'

  test.each<[string, string, string | Uint8Array]>([
    ['with the line ends of Windows', 'crlf.rq', good.replaceAll('\n', '\r\n')],
    ['with a byte order mark', 'bom.rq', `\ufeff${good}`],
    ['whose name has a space', 'my question.rq', good],
    ['whose name has another ending', 'question.sparql', good],
  ])('%s is asked', async (_, name, content) => {
    expect(await ask(file(name, content), 'v=x')).toEqual({ code: 0, out: 'v\r\nx\r\n', err: '' })
  })

  test.each<[string, string, string | Uint8Array, string]>([
    [
      'with a type that is none',
      'type.rq',
      good.replace('text', 'boolean'),
      ':3: parameter v has the unknown type boolean [bad-parameter]\n  a class such as Model, Thing for any, Property, words such as up|down, or one of string, text, integer, language, date\n',
    ],
    [
      'with a slip',
      'slip.rq',
      'SELECT ?v {\r\n  ?v a }',
      ':2:8: this is not SPARQL, at } [bad-query]\n    ?v a }\n  -------^\n  see the saved questions for examples: stemma queries\n',
    ],
    [
      'that is empty',
      'empty.rq',
      '',
      ': the question is empty [empty-query]\n  write a SELECT, ASK, CONSTRUCT or DESCRIBE query, or name a saved question: stemma queries\n',
    ],
    [
      'that is not UTF-8',
      'latin.rq',
      Buffer.from('# caf\u00e9\nASK {}\n# caf\u00e9', 'latin1'),
      ':1:6: the file is not UTF-8: byte 0xe9 [bad-encoding]\n  save it as UTF-8\n',
    ],
    [
      'that is too large',
      'large.rq',
      `#${'x'.repeat(2 ** 20)}`,
      ': a question has at most 1 MiB [file-too-large]\n  facts are asked with --graph FILE\n',
    ],
  ])('%s is told with its place', async (_, name, content, message) => {
    const path = file(name, content)
    expect(await ask(path)).toEqual({ code: 1, out: '', err: `error ${path}${message}` })
  })

  test('that is a pipe is not waited for', async () => {
    const path = join(folder, 'pipe.rq')
    execFileSync('mkfifo', [path])
    const { code, out, err } = await ask(path)
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      `error ${path}: this is a device or a pipe, a plain file is needed [not-a-file]\n  to ask from a pipe: stemma query - < question.rq\n`,
    )
  })

  test('is named in what is missing', async () => {
    const path = file('my question.rq', good)
    expect(await ask(path)).toEqual({
      code: 2,
      out: '',
      err: `error ${path} needs v: a value [missing-parameter]\n  for example: stemma query '${path}' v=…\n`,
    })
  })

  test('comes from standard input', async () => {
    const input = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(good)]) as never)
    expect(await ask('-', 'v=x')).toEqual({ code: 0, out: 'v\r\nx\r\n', err: '' })
    input.mockRestore()
  })
})

test('a parameter that is given twice', async () => {
  expect(await ask('ASK {}', 'a=1', 'a=2')).toEqual({
    code: 2,
    out: '',
    err: 'error "a" is given twice [duplicate-argument]\n  keep one: a=1 or a=2\n',
  })
})

test('a slip in a question is a warning beside the answer', async () => {
  expect(await ask('SELECT ?m { ?m st:traindOn ?d }')).toEqual({
    code: 0,
    out: 'm\r\n',
    err: 'warning st:traindOn is no term of the ontology; did you mean st:trainedOn? [unknown-term]\n',
  })
})

describe('the file of an answer', () => {
  const construct = 'CONSTRUCT { ?m a st:Model } WHERE { BIND(model:parent AS ?m) ?m a st:Model }'
  const select = 'SELECT (1 AS ?n) {}'

  test.each([
    [select, 'json', /^\{"head"/],
    [select, 'srj', /^\{"head"/],
    [select, 'srx', /^<\?xml/],
    [select, 'XML', /^<\?xml/],
    [select, 'csv', /^n\r\n1\r\n$/],
    [select, 'tsv', /^\?n\n1\n$/],
    [select, 'txt', /^n\n─\n1\n1 row\n$/],
    ['ASK {}', 'txt', /^yes\n$/],
    [construct, 'ttl', /^@prefix model:/],
    [construct, 'trig', /^@prefix model:/],
    [construct, 'nt', /^<https:\/\/w3id\.org\/stemma\/model\/parent> /],
    [construct, 'nq', /^<https:\/\/w3id\.org\/stemma\/model\/parent> /],
    [construct, 'jsonld', /^\{/],
    [construct, 'rdf', /^<\?xml/],
  ])('%s in .%s', async (sparql, ending, content) => {
    const path = join(folder, `answer.${ending}`)
    expect(await ask(sparql, '-o', path)).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(path, 'utf8')).toMatch(content)
  })

  test.each([
    [select, 'ttl', 'rows cannot be written as "ttl"'],
    ['ASK {}', 'nt', 'a yes or no cannot be written as "nt"'],
    [construct, 'csv', 'triples cannot be written as "csv"'],
    [construct, 'txt', 'triples cannot be written as "txt"'],
    [select, 'doc', 'no format\'s files end in ".doc"'],
  ])('%s is not written to .%s', async (sparql, ending, message) => {
    const path = join(folder, `none.${ending}`)
    const { code, out, err } = await ask(sparql, '-o', path)
    expect([code, out, err.split('\n')[0]]).toEqual([2, '', `error ${message} [unknown-format]`])
    expect(existsSync(path)).toBe(false)
  })

  test('must have a name', async () => {
    expect(await ask(select, '-o', '')).toEqual({
      code: 2,
      out: '',
      err: 'error -o names no file [bad-argument]\n  write -o FILE, or leave it out\n',
    })
  })
  test('without an ending wants a format', async () => {
    const path = join(folder, 'answer')
    expect((await ask(select, '-o', path)).err).toContain('has no ending that tells its format [unknown-format]')
    expect(await ask(select, '-o', path, '--format', 'csv')).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('one question whole', () => {
  test('of the package', async () => {
    const { out } = await stemma(['queries', 'derivations'])
    expect(out.split('\n').slice(0, 6)).toEqual([
      'derivations  The models that were made from another one, in any way or in a given one, such as fineTunedFrom or continuedFrom.',
      '    kind=property under derivedFrom (default derivedFrom)  the kind of step',
      '    lang=language (default en)                             the language of the names',
      '    $ stemma query derivations kind=continuedFrom',
      '    $ stemma query derivations kind=quantizedFrom',
      '',
    ])
    expect(out).toMatch(/\nSELECT \?model [^]*\nORDER BY \?model \?base\n$/)
  })
  test('of a file', async () => {
    const path = join(folder, 'mine.rq')
    writeFileSync(path, '# What is there.\n#\n# @param v Thing? what\n# @example v=bloom\nSELECT ?v { $v ?p ?o }')
    expect((await stemma(['queries', path])).out).toBe(
      `${path}  What is there.\n    v=any thing (optional)  what\n    $ stemma query ${path} v=bloom\n\nSELECT ?v { $v ?p ?o }\n`,
    )
  })
  test('that is none', async () => {
    expect(await stemma(['queries', 'ancestor'])).toEqual({
      code: 1,
      out: '',
      err: 'error there is no saved question "ancestor" [unknown-query]\n  did you mean "ancestors"?\n',
    })
  })
})
