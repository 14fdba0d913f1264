/** The alias table: what people decided of names. */
import { expect, test } from 'vitest'
import { buildAndTell } from '../../src/graph/build.ts'
import { StemmaError } from '../../src/errors.ts'
import { packageFile } from '../../src/package-files.ts'
import { readSources } from '../../src/sources/index.ts'
import { inFolder } from '../graph-of.ts'

const base = 'https://w3id.org/stemma/'
const asset = (name: string, dependency: string): string =>
  `- name: ${name}\n  type: model\n  created_date: 2022\n  dependencies: [${dependency}]\n`

/** What a name that an asset depends on is found to be. */
const found = (dependency: string, table?: string): string | undefined =>
  inFolder({ 'assets.yaml': asset('Child', dependency), ...(table !== undefined && { 'names.yaml': table }) }, (folder) =>
    buildAndTell([folder])
      .gathered.decisions.find(({ called, described }) => !described && called.name === dependency)
      ?.iri.slice(base.length),
  )

test('the shipped table holds for whatever is read', () => {
  expect(found('CommonCrawl')).toBe('dataset/common-crawl')
  expect(found('GitHub')).toBe('dataset/github')
})

test('a table that is named holds before the shipped one, for all sources or for one', () => {
  expect(found('CommonCrawl', '# ours\n\n- { name: common crawl, kind: Dataset, is: our-crawl }\n')).toBe('dataset/our-crawl')
  expect(found('Codex', '- name: Codex\n  source: ecosystem-graphs\n  is: model/our-codex\n')).toBe('model/our-codex')
  // An id that a hub id became.
  expect(found('Codex', '- name: Codex\n  is: model/acme--codex\n')).toBe('model/acme--codex')
  expect(found('Codex', '- { name: Codex, source: elsewhere, is: model/our-codex }\n')).toBe('mention/codex')
})

test('a name may be decided to be what a hub keeps, whatever is read first', () =>
  inFolder(
    {
      'names.yaml': '- name: Codex\n  is: model/acme--codex\n',
      'a.yaml': asset('Codex', 'Other'),
      'b.json': JSON.stringify([{ id: 'Acme/Codex', tags: [] }]),
    },
    (folder) => {
      const files = ['a.yaml', 'b.json'].map((name) => `${folder}/${name}`)
      const models = [files, files.toReversed()].map((order) =>
        [...buildAndTell([`${folder}/names.yaml`, ...order]).graph.entities.values()].flatMap(({ className, id }) =>
          className === 'Model' ? [id] : [],
        ),
      )
      expect(models).toEqual([['acme--codex'], ['acme--codex']])
    },
  ))

test('the shipped table is read once, and every line of it is a decision', () => {
  const alone = readSources([packageFile('data/aliases.yaml')], { base })
  expect(alone.problems).toEqual([])
  expect(new Set(alone.aliases.map(({ name, kind, source }) => `${name} ${kind} ${source}`)).size).toBe(alone.aliases.length)
})

test('each bad line is told, with what would be right', () => {
  const table = `- { name: A, is: common-crawl }
- { name: A, kind: Dataste, is: a }
- { name: A, nmae: A, is: dataset/a }
- { name: A }
- { is: dataset/a }
- { name: A, is: dataset/A b }
- { name: A, kind: Model, is: dataset/a }
- { name: A, is: thing/a }
- { name: A, is: dataset/a, apart: true }
- { name: A, apart: maybe }
- { name: A, source: Not An Id, apart: true }
- { name: B, is: dataset/b }
- { name: b, is: dataset/c }
- just text
- { name: C, is: dataset/a, not: dataset/b }
- { name: C, not: b }
- { name: C, not: dataset/b }
- { name: c, not: dataset/c }
- { name: C, not: dataset/b }
`
  const problems = inFolder({ 'names.yaml': table }, (folder) => {
    try {
      buildAndTell([folder])
      return []
    } catch (error) {
      return (error as StemmaError).problems
    }
  })
  expect(problems.map(({ code, place }) => [place?.line, code])).toEqual([
    [1, 'bad-reference'],
    [2, 'unknown-kind'],
    [3, 'unknown-key'],
    [4, 'bad-decision'],
    [5, 'missing-key'],
    [6, 'bad-id'],
    [7, 'bad-reference'],
    [8, 'bad-reference'],
    [9, 'bad-decision'],
    [10, 'bad-value'],
    [11, 'bad-id'],
    [13, 'duplicate-alias'],
    [14, 'not-a-mapping'],
    [15, 'bad-decision'],
    [16, 'bad-reference'],
    [19, 'duplicate-alias'],
  ])
  expect(problems.slice(0, 3).map(({ hint }) => hint)).toEqual([
    'write it as in dataset/common-crawl, or a kind',
    'did you mean "Dataset"?',
    'did you mean "name"?',
  ])
})
