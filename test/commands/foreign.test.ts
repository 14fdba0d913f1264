/** Sources that others wrote: what a build tells of them, the report, and what a person may decide of their names. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder } from '../graph-of.ts'
import { stemma } from '../run.ts'

const assets = `- type: model
  name: Owl
  organization: Acme
  created_date: 2022-03-01
  dependencies: [Eagle, Wikipedia, Wikipedia dump]
  size: 7B
  feathers: many
- type: model
  name: Eagle
  created_date: soon
  dependencies: []
- type: bird
  created_date: 2022
`
const curated = `kind: Document
id: paper
source: paper
name: The paper
documentType: paper
---
id: owl
source: paper
name: Owl
released: 2022-04
`
const files = { 'assets.yaml': assets, 'curated.yaml': curated }
const sourcesIn = (folder: string): string[] => Object.keys(files).map((name) => join(folder, name))

describe('a build', () => {
  test('of which nothing could be read leaves a graph that is there as it is', () =>
    inFolder({ 'a.json': '{"id":"acme/owl","tags":[', 'o.nt': '# a graph\n' }, async (folder) => {
      const { code, err } = await stemma(['build', join(folder, 'a.json'), '-o', join(folder, 'o.nt')])
      expect([code, err]).toEqual([1, expect.stringContaining('[bad-json]')])
      expect(readFileSync(join(folder, 'o.nt'), 'utf8')).toBe('# a graph\n')
      const records = join(folder, 'r.jsonl')
      writeFileSync(records, 'no record\n')
      expect((await stemma(['build', records, '-o', join(folder, 'o.nt'), '--report', join(folder, 'r.json')])).code).toBe(1)
      expect(readFileSync(join(folder, 'o.nt'), 'utf8')).toBe('# a graph\n')
      expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'))).toMatchObject({ counts: { problems: 1 } })
    }))
  test('tells what was read, what is wrong and what was not used', () =>
    inFolder(files, async (folder) => {
      const { code, err } = await stemma(['build', ...sourcesIn(folder)])
      expect(code).toBe(0)
      await expect(err.replaceAll(`${folder}/`, '').replace(/[\d.]+ s\n$/, 'T s\n')).toMatchFileSnapshot(
        '../fixtures/commands/build-foreign.txt',
      )
    }))

  test('writes a report of all of it, the same bytes each time', () =>
    inFolder(files, async (folder) => {
      const run = (name: string) => stemma(['build', ...sourcesIn(folder), '--report', join(folder, name)])
      expect([(await run('one.json')).code, (await run('two.json')).code]).toEqual([0, 0])
      const text = readFileSync(join(folder, 'one.json'), 'utf8')
      expect(readFileSync(join(folder, 'two.json'), 'utf8')).toBe(text)
      const report = JSON.parse(text) as { documents: { files: { sha256: string }[] }[] }
      expect(report.documents.flatMap((one) => one.files.map(({ sha256 }) => sha256))).toEqual([
        createHash('sha256').update(assets).digest('hex'),
      ])
      await expect(text.replaceAll(`${folder}/`, '')).toMatchFileSnapshot('../fixtures/commands/build-report.json')
    }))

  test('that is to have no problem ends with it, the report written and the graph not', () =>
    inFolder(files, async (folder) => {
      const at = (name: string): string => join(folder, name)
      const { code, err } = await stemma(['build', ...sourcesIn(folder), '--strict', '--report', at('r.json'), '-o', at('g.nt')])
      expect([code, err]).toEqual([1, `error ${at('assets.yaml')}:12: the asset has no name [no-name]\n  it was not read\n`])
      expect([existsSync(at('r.json')), existsSync(at('g.nt'))]).toEqual([true, false])
    }))

  test('of records too passes on what others wrote', () =>
    inFolder({ ...files, 'hub.jsonl': '{"id":"acme/owl","odd":1}\n' }, async (folder) => {
      const named = [...sourcesIn(folder), join(folder, 'hub.jsonl')]
      const { code, err } = await stemma(['build', ...named, '--workers', '0', '--report', join(folder, 'r.json')])
      expect([code, err]).toEqual([0, expect.stringMatching(/the asset has no name[^]*\nrecords +1\nread +Ecosystem Graphs \(2 things\)/)])
      const report = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as Record<
        'documents' | 'dropped' | 'problems' | 'decisions',
        Record<string, unknown>[]
      >
      expect(report.problems).toHaveLength(1)
      expect(report.dropped.map(({ field }) => field)).toEqual(expect.arrayContaining(['ecosystem-graphs: feathers', 'odd']))
      expect(report.decisions.map(({ name }) => name)).toContain('Wikipedia dump')
      expect(report.documents.map((one) => (one['files'] as { file: string }[]).map(({ file }) => file.slice(folder.length + 1)))).toEqual(
        expect.arrayContaining([['assets.yaml'], ['hub.jsonl']]),
      )
    }))

  test('takes the format and the document from who knows better', () =>
    inFolder(files, async (folder) => {
      const [file] = sourcesIn(folder)
      const bad = (...args: string[]) => stemma(['build', file!, ...args])
      expect(await bad('--from', 'ecosystem-graph')).toMatchObject({
        code: 2,
        err: 'error there is no source format "ecosystem-graph" [unknown-source-format]\n  did you mean "ecosystem-graphs"?\n',
      })
      expect((await bad('--source', 'My Table')).err).toBe(
        'error "My Table" is not an id [bad-id]\n  write my-table: ids are lower-case letters and digits, joined by single hyphens or dots\n',
      )
      expect((await bad('--from', 'curated')).code).not.toBe(0)
      expect((await bad('--source', 'table', '-o', join(folder, 'g.nq'))).code).toBe(0)
      expect(readFileSync(join(folder, 'g.nq'), 'utf8')).toContain('/model/eagle> <https://w3id.org/stemma/document/table> .')
    }))
})

test('questions are asked of such files as they are, and their problems are told beside the answer', () =>
  inFolder(files, async (folder) => {
    const graph = sourcesIn(folder).flatMap((file) => ['--graph', file])
    expect(await stemma(['query', 'SELECT ?m { ?m rdfs:label "Eagle"@en }', ...graph])).toEqual({
      code: 0,
      out: 'm\r\nhttps://w3id.org/stemma/model/eagle\r\n',
      err: 'a problem in what others wrote; the rest was read (stemma build tells more)\n',
    })
    const { code, err } = await stemma(['check', '--strict', ...sourcesIn(folder)])
    expect([code, err]).toEqual([1, expect.stringContaining('the asset has no name')])
  }))

describe('names', () => {
  test('are shown as they were resolved', () =>
    inFolder(files, async (folder) => {
      const { code, out } = await stemma(['resolve', ...sourcesIn(folder)])
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot('../fixtures/commands/resolve.txt')
      const json = await stemma(['resolve', ...sourcesIn(folder), '--format', 'json', '--only', 'stubs', '--class', 'organization'])
      expect(JSON.parse(json.out)).toEqual({
        stubs: [
          {
            iri: 'https://w3id.org/stemma/organization/acme',
            path: 'organization/acme',
            name: 'Acme',
            times: 1,
            sources: ['Ecosystem Graphs'],
          },
        ],
      })
    }))

  test('are resolved against the things of a saved graph as against those of its sources', () =>
    inFolder(
      {
        ...files,
        'assets.yaml': assets.replace('Owl', 'Owl-7B').replace('[Eagle', '[owlet, Eagle'),
        'hub.json': '[{"id":"acme/owlet","tags":[]},{"id":"acme/the-owl-7b","tags":[]}]',
      },
      async (folder) => {
        const [assets, curated, hub, saved] = ['assets.yaml', 'curated.yaml', 'hub.json', 'all.stemma'].map((name) => join(folder, name))
        expect((await stemma(['build', curated!, hub!, '-o', saved!])).code).toBe(0)
        const found = await stemma(['resolve', assets!, saved!])
        expect(found).toMatchObject({ code: 0, err: '' })
        await expect(found.out).toMatchFileSnapshot('../fixtures/commands/resolve-saved.txt')
        const candidates = (...known: string[]) => stemma(['resolve', assets!, ...known, '--only', 'candidates'])
        expect(await candidates(saved!)).toEqual(await candidates(curated!, hub!))
      },
    ))

  test('of records of a hub there are none, which is told of each file', async () =>
    expect(await stemma(['resolve', 'a.jsonl', 'b.ndjson.gz', 'assets.yaml'])).toEqual({
      code: 2,
      out: '',
      err: `${['a.jsonl', 'b.ndjson.gz']
        .map(
          (file) =>
            `error ${file}: holds records of a hub, which go by their ids there: there are no names to resolve [no-names]\n  to resolve other names against them, build a graph of them and name that: stemma build FILE.jsonl -o hub.stemma\n`,
        )
        .join('')}2 problems\n`,
    }))

  test('are decided by a person, line by line in a file', () =>
    inFolder({ ...files, 'assets.yaml': assets.replaceAll('Owl', 'Owl-7B') }, async (folder) => {
      const aliases = join(folder, 'aliases.yml')
      const decide = (...args: string[]) => stemma(['resolve', ...sourcesIn(folder), ...args])
      expect((await decide('--only', 'candidates')).out).toBe(
        'May be one (1)\n   1 Owl-7B model/owl-7b → Owl model/owl: the same name but for a size, an owner or a remark\n',
      )
      expect(await decide('--accept', '2', '--aliases', aliases)).toMatchObject({
        code: 1,
        err: expect.stringContaining('there is no candidate 2: there are 1') as string,
      })
      expect(existsSync(aliases)).toBe(false)
      expect((await decide('--accept', '1')).code).toBe(2)
      expect((await decide('--accept', '0', '--aliases', aliases)).code).toBe(2)
      expect((await decide('--accept', '1', '--reject', '1', '--aliases', aliases)).code).toBe(2)
      expect(await decide('--accept', '1', '--aliases', aliases)).toEqual({
        code: 0,
        out: '',
        err: `1 decision in ${aliases}: name it among the sources\n  - { name: "Owl-7B", kind: Model, is: model/owl }\n`,
      })
      expect((await decide('--reject', '1', '--aliases', aliases)).code).toBe(0)
      expect(readFileSync(aliases, 'utf8')).toBe(
        '# Which names mean which things, as a person has decided.\n- { name: "Owl-7B", kind: Model, is: model/owl }\n- { name: "Owl-7B", kind: Model, not: model/owl }\n',
      )
    }))
})
