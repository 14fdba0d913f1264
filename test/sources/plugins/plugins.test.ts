/** Plugins: what is wrong with one is told with its place, what it does wrong is a problem of the file, and the rest is read. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { build, buildAndTell } from '../../../src/graph/build.ts'
import { nameOf } from '../../../src/graph/graph.ts'
import { sourceTools, type SourcePlugin } from '../../../src/sources/plugins/plugin.ts'
import { packageFile } from '../../../src/package-files.ts'
import { inFolder } from '../../graph-of.ts'
import { stemma } from '../../run.ts'

/** A plugin's file: a format whose methods are given as text. */
const plugin = (methods: string, more = "name: 'lines', title: 'lines', extensions: ['.lines']"): string =>
  `export default ({ mint, sheetWriter, sourceNotes, nothing }) => ({\n  ${more},\n  ${methods}\n})\n`

/** Each line is a model. */
const lines: SourcePlugin = ({ mint, sheetWriter, sourceNotes, nothing }) => ({
  name: 'lines',
  title: 'lines',
  extensions: ['.lines', '.csv'],
  recognises: ({ text }) => text?.startsWith('#lines') ?? false,
  read({ file, text }, { base, source = 'lines' }) {
    const notes = sourceNotes('lines')
    const writer = sheetWriter(mint(base, 'Document', source), base, notes)
    text!.split('\n').forEach((name, index) => {
      if (index > 0 && name !== '') writer.thing({ kinds: ['Model'], name }, undefined, { file, line: index + 1 })
    })
    return { ...nothing, named: writer.sheets, ...notes.take(), document: { id: source, name: 'Lines', type: 'table' } }
  },
})
const text = plugin(`recognises: ${String(lines(sourceTools).recognises)},\n  ${String(lines(sourceTools).read)}`)

describe('a plugin', () => {
  test('reads files by their ending, in folders and packed too, before the formats that Stemma has', () =>
    inFolder(
      { 'a.lines': '#lines\nOwl\n', 'b.csv': '#lines\nEagle\n', 'c.CSV.gz': gzipSync('#lines\nHawk\n'), 'd.txt': '#lines\nNo\n' },
      (folder) => {
        const graph = build([folder], { plugins: [lines(sourceTools)] })
        expect([...graph.entities.keys()].map((iri) => nameOf(graph, iri)).sort()).toEqual(['Curation', 'Eagle', 'Hawk', 'Lines', 'Owl'])
      },
    ))

  test('is one to choose by its name, whatever the file is called, with another document', () =>
    inFolder({ 'lines.mjs': text, 'a.jsonl': '#lines\nOwl\n' }, async (folder) => {
      const at = (name: string): string => join(folder, name)
      const build = (...args: string[]) => stemma(['build', at('a.jsonl'), '--plugin', at('lines.mjs'), ...args])
      const { code, err } = await build('--from', 'lines', '--source', 'mine')
      expect([code, err]).toEqual([0, expect.stringMatching(/^read +Lines \(1 thing\)\n/)])
      expect((await build('--from', 'line')).err).toContain('did you mean "lines"?')
    }))

  test('is taken by all that reads sources', () =>
    inFolder({ 'lines.mjs': text, 'a.lines': '#lines\nOwl\n' }, async (folder) => {
      const [file, by] = [join(folder, 'a.lines'), ['--plugin', join(folder, 'lines.mjs')]]
      for (const args of [
        ['resolve', file],
        ['check', file],
        ['list', 'models', '--graph', file],
        ['export', '--graph', file],
      ]) {
        expect(await stemma(args)).toMatchObject({ code: 1, err: expect.stringContaining('the file is of no format') as string })
        const { code, err } = await stemma([...args, ...by])
        expect([args[0], code, err]).toEqual([args[0], 0, ''])
      }
    }))

  test('stands beside records and saved graphs', () =>
    inFolder({ 'lines.mjs': text, 'a.lines': '#lines\nOwl\n', 'hub.jsonl': '{"id":"acme/owl"}\n' }, async (folder) => {
      const at = (name: string): string => join(folder, name)
      const run = ['--plugin', at('lines.mjs'), '--workers', '0']
      expect((await stemma(['build', at('hub.jsonl'), at('a.lines'), ...run, '-o', at('all.stemma')])).code).toBe(0)
      expect((await stemma(['build', at('all.stemma'), at('a.lines'), ...run])).err).toMatch(/entities +\d+: 3 document, 2 model/)
    }))
})

test('all that is wrong with all plugins is told at once', () =>
  inFolder(
    {
      'a.mjs': "export default { name: 'Big Name', titel: '', extensions: ['TSV', '.a.gz', '.a.zst', '.jsonl'], recognizes: 1 }\n",
      'b.mjs': 'export default {\n  name: 1,\n  read( { }\n}\n',
      'c.cjs': "module.exports = () => {\n  throw new Error('no luck')\n}\n",
      'd.mjs': "import missing from 'not-there'\nexport default missing\n",
      'e.mjs': 'export const format = {}\n',
      'f.mjs': plugin('recognises: () => true, read: () => nothing', "name: 'epoch', title: 't', extensions: []"),
      'g.mjs': plugin('recognises: () => true, read: () => nothing'),
      'h.mjs': plugin('recognises: () => true, read: () => nothing'),
    },
    async (folder) => {
      const named = [...'abdefgh'].map((name) => `${name}.mjs`)
      const plugins = [...named, 'c.cjs', 'none.mjs'].flatMap((name) => ['--plugin', join(folder, name)])
      // Here modules are loaded by whoever runs the tests, there by Node.
      const { status, stderr } = spawnSync(process.execPath, [packageFile('dist/stemma.cjs'), 'build', ...plugins], { encoding: 'utf8' })
      expect(status).toBe(1)
      await expect(stderr.replaceAll(`${folder}/`, '')).toMatchFileSnapshot('../../fixtures/commands/bad-plugins.txt')
    },
  ))

test('what is given to build is checked too', () => {
  expect(() => build([], { plugins: [{ name: 'x' } as never, lines as never] })).toThrow(/needs title[^]*exports no source format/)
})

describe('what a plugin does wrong', () => {
  const wrong: readonly (readonly [what: string, methods: string, message: string, line?: string])[] = [
    ['throws in recognises', "recognises() { throw new Error('tail') }, read: () => nothing", 'recognise the file: tail', '3:24'],
    ['throws in read', "recognises: () => true, read: () => JSON.parse('nope')", 'read the file: Unexpected token', '3:44'],
    ['throws a text', "recognises: () => true, read() { throw 'feathers' }", 'read the file: feathers'],
    ['promises', 'recognises: () => true, read: async () => nothing', 'a reading at once, and not a promise'],
    ['promises to know', 'recognises: async () => true, read: () => nothing', 'true or false at once, and not a promise'],
    ['gives nothing', 'recognises: () => true, read() {}', 'a reading at once, and not nothing'],
    [
      'gives no list',
      "recognises: () => true, read: () => ({ ...nothing, named: 'owl' })",
      'what read gives.named: a list is needed, and not "owl"',
    ],
    [
      'gives what no writer wrote',
      "recognises: () => true, read: () => ({ named: [{ called: { kinds: ['Model'], name: 'x' } }] })",
      'what read gives.named[0]: what a writer wrote is needed, and not an object',
    ],
    [
      'gives problems that are none',
      "recognises: () => true, read: () => ({ problems: [{ code: 7, hint: { say: 'x' } }], noted: ['bad'] })",
      [
        'what read gives.noted[0]: a problem is needed, and not "bad"',
        'what read gives.problems[0].code: a text that is not empty is needed, and not 7',
        'what read gives.problems[0].message: a text that is not empty is needed, and not nothing',
        'what read gives.problems[0].hint: a text is needed, and not an object',
      ].join('; '),
    ],
    [
      'calls what it gives by another name',
      'recognises: () => true, read: () => ({ noteds: [] })',
      'what read gives: there is no key "noteds": did you mean "noted"?',
    ],
    [
      'gives facts in ids of ours',
      "recognises: () => true, read: () => ({ sheets: [{ kind: 'Model', id: 'owl' }] })",
      'what read gives.sheets[0]: facts in ids of ours are read from YAML alone',
    ],
    [
      'has a document that is none',
      "recognises: () => true, read: () => ({ document: { id: 'A b', name: 'x', type: 'tabel', values: [['released', {}]] } })",
      `what read gives.document.id: a document's id is needed, and not "A b"; what read gives.document.type: one of`,
    ],
    [
      'notes a problem without a message',
      "recognises: () => true, read() { sourceNotes('x').problem({ code: 'odd', place: { file: 'x', line: '3' } }) }",
      'the problem.message: a text that is not empty is needed, and not nothing; the problem.place.line: a whole number from 1 is needed, and not "3"',
      '3:53',
    ],
    [
      'notes what was dropped nowhere',
      "recognises: () => true, read() { sourceNotes('x').dropped('colour') }",
      'the place: a place such as { file: content.file, line: 7 } is needed, and not nothing',
      '3:53',
    ],
    [
      'makes no IRI',
      "recognises: () => true, read() { mint('https://example.org/', 'Documents', 'My table') }",
      'the class: one of Model,',
      '3:36',
    ],
    [
      'knows no class',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['model'], name: 'x' }, '', { file }) }",
      'did you mean "Model"?',
      '3:51',
    ],
    [
      'has no name',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'] }, '', { file }) }",
      'the thing.name: a text that is not empty is needed, and not nothing',
      '3:51',
    ],
    [
      'has no place',
      "recognises: () => true, read() { writer.thing({ kinds: ['Model'], name: 'x' }) }",
      'its place: a place such as { file: content.file, line: 7 } is needed, and not nothing',
      '3:43',
    ],
    [
      'has an identifier that is none',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x', identifiers: [{ scheme: 'hub', value: 'a> <b' }] }, '', { file }) }",
      'the thing.identifiers[0].value: what hub calls it is needed, and not "a> <b"',
      '3:51',
    ],
    [
      'says a thing',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x' }, '', { file }).say('producer', 'Acme') }",
      'producer takes a thing and no text: write link("producer", { kinds, name })',
      '3:104',
    ],
    [
      'says an object',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x' }, '', { file }).say('parameterCount', { n: 7 }) }",
      'the value of parameterCount: a text or a number is needed, and not an object',
      '3:104',
    ],
    [
      'says more beside a value than there is',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x' }, '', { file }).say('released', '2026', { notes: 'x' }) }",
      'what stands beside the value: there is no key "notes": did you mean "note"?',
      '3:104',
    ],
    [
      'says what is nested',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x' }, '', { file }).say('training', 'x') }",
      'training takes what nest("training") begins, and no value',
      '3:104',
    ],
    [
      'nests',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x' }, '', { file }).nest('trainin') }",
      'nest takes training, evaluation, comparison, and not "trainin"',
      '3:104',
    ],
    [
      'links a name',
      "recognises: () => true, read({ file }) { writer.thing({ kinds: ['Model'], name: 'x' }, '', { file }).link('producer', 'Acme') }",
      `the thing of producer: a thing such as { kinds: ['Model'], name: 'Owl' } is needed, and not "Acme"`,
      '3:104',
    ],
    [
      'links a thing of another class',
      "recognises: () => true, read({ file }) { const owl = { kinds: ['Model'], name: 'x' }; writer.thing(owl, '', { file }).link('trainedOn', owl) }",
      'trainedOn takes a thing of Dataset, and not of Model',
      '3:121',
    ],
    [
      'links where a value stands',
      "recognises: () => true, read({ file }) { const owl = { kinds: ['Model'], name: 'x' }; writer.thing(owl, '', { file }).link('released', owl) }",
      `released takes a value and no thing: write say("released", …)`,
      '3:121',
    ],
  ]
  const writer = "const writer = sheetWriter(mint('https://example.org/', 'Document', 'x'), 'https://example.org/', sourceNotes('x'))"
  test.each(wrong)('%s: it is told with the file and the line, and the rest is read', (_, methods, message, line) =>
    inFolder(
      {
        'bad.mjs': `export default ({ mint, sheetWriter, sourceNotes, nothing }) => { ${writer}\n  return { name: 'bad', title: 'x', extensions: ['.bad'],\n  ${methods} } }\n`,
        'x.bad': '',
        'y.yaml': 'id: owl\nname: Owl\n',
      },
      async (folder) => {
        const at = (name: string): string => join(folder, name)
        const { code, err } = await stemma(['build', folder, '--plugin', at('bad.mjs')])
        expect(code).toBe(1)
        expect(err).toContain(`error ${at('x.bad')}: the plugin "bad" failed to `)
        expect(err).toContain(message)
        expect(err).toContain(line === undefined ? '\n  ask whoever wrote the plugin\n' : `\n  it was thrown at ${at('bad.mjs')}:${line}\n`)
        expect(err).toContain(`${at('y.yaml')}:1:1: source is missing`)
        expect(err).toContain('2 problems\n')
      },
    ),
  )
})

test('what its document has that cannot be read is told', () =>
  inFolder({ 'a.lines': '#lines\n' }, (folder) => {
    const dated: SourcePlugin = (tools) => ({
      ...lines(tools),
      read: () => ({ ...tools.nothing, document: { id: 'lines', name: 'Lines', type: 'table', values: [['released', 'once']] } }),
    })
    const { dropped } = buildAndTell([folder], { plugins: [dated(sourceTools)] }).gathered
    const example = { place: { file: join(folder, 'a.lines') }, value: '"once"', why: '"once" is not a date' }
    expect([...dropped]).toEqual([['lines: released (not understood)', { count: 1, example }]])
  }))

test('its document may be one edition of another', () =>
  inFolder({ 'a.lines': '#lines\n' }, (folder) => {
    const edition: SourcePlugin = (tools) => ({
      ...lines(tools),
      read: () => ({
        ...tools.nothing,
        document: { id: 'lines-2026', name: 'Lines, 2026', type: 'table', editionOf: { id: 'lines', name: 'Lines' } },
      }),
    })
    const graph = build([folder], { plugins: [edition(sourceTools)] })
    expect(graph.sources.editionOf(`${graph.base}document/lines-2026`)).toBe(`${graph.base}document/lines`)
    expect(nameOf(graph, `${graph.base}document/lines`)).toBe('Lines')
  }))

test('what its notes are told is told', () =>
  inFolder({ 'a.lines': '#lines\n' }, (folder) => {
    const noting: SourcePlugin = (tools) => ({
      ...lines(tools),
      read({ file }) {
        const notes = tools.sourceNotes('lines')
        notes.problem({ code: 'odd', message: 'is odd', place: { file, line: 1 } })
        notes.dropped('colour', { file, line: 2 })
        return { ...tools.nothing, ...notes.take() }
      },
    })
    const { gathered } = buildAndTell([folder], { plugins: [noting(sourceTools)] })
    const file = join(folder, 'a.lines')
    expect([gathered.noted, [...gathered.dropped]]).toEqual([
      [{ code: 'odd', message: 'is odd', place: { file, line: 1 } }],
      [['lines: colour', { count: 1, example: { place: { file, line: 2 } } }]],
    ])
  }))
