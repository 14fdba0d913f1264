/** A graph that was built before is a source as others are: what comes of it with more is what comes of all at once. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bulkBuild } from '../../src/graph/bulk/bulk-build.ts'
import { dump } from '../../src/graph/dump/dump.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { saveGraph } from '../../src/graph/saved.ts'
import { valueOf } from '../../src/graph/graph.ts'
import { inFolder } from '../graph-of.ts'
import { stemma } from '../run.ts'

const files = {
  'hub.jsonl': '{"id":"acme/owl","author":"acme","params":7000000000}\n{"id":"acme/owlet","base_model":"acme/owl"}\n',
  'public.yaml': `kind: Document
id: card
source: card
name: The card
documentType: model-card
---
id: eagle
source: card
name: Eagle
parameterCount: { value: 7B, at: heading }
released: { value: 2022-03, rank: deprecated, reason: a slip, at: line 2 }
---
id: chick
source: card
name: Chick
fineTunedFrom: eagle
`,
  'mine.yaml': `kind: Document
id: paper
source: paper
name: The paper
documentType: paper
---
id: eagle
source: paper
parameterCount: { value: 8B, at: table 1 }
---
id: mine
source: card
name: Mine
fineTunedFrom: { value: eagle, at: line 9 }
`,
  'assets.yml': `- type: model
  name: EAGLE
  created_date: 2022-05-01
  dependencies: [Chick, owl, The unknown]
`,
}
const linesOf = ({ index }: Graph): string[] =>
  Buffer.concat([...dump(index, 'nquads')].map((piece) => Buffer.from(piece)))
    .toString()
    .split('\n')
    .sort()

test('all that is said, its evidence, what is stated and how names are resolved', () =>
  inFolder(files, async (folder) => {
    const at = (...names: string[]): string[] => names.map((name) => join(folder, name))
    const options = { workers: 0 }
    const before = await bulkBuild(at('hub.jsonl'), at('public.yaml'), options)
    saveGraph(before.graph, join(folder, 'public.stemma'))
    const added = await bulkBuild([], at('mine.yaml', 'assets.yml'), { ...options, snapshots: at('public.stemma') })
    const whole = await bulkBuild(at('hub.jsonl'), at('public.yaml', 'mine.yaml', 'assets.yml'), options)
    expect(linesOf(added.graph)).toEqual(linesOf(whole.graph))
    expect(added.gathered.decisions).toEqual(whole.gathered.decisions)
    const eagle = `${whole.graph.base}model/eagle`
    expect([valueOf(before.graph, eagle, 'parameterCount')?.value, valueOf(added.graph, eagle, 'parameterCount')?.value]).toEqual([
      '7000000000',
      '8000000000',
    ])
  }))

test('records that are added speak of what has their hub id', () =>
  inFolder(
    { ...files, 'kept.yaml': `${files['public.yaml']}---\nid: the-owl\nsource: card\nname: The owl\nhubId: acme/Owl\n` },
    async (folder) => {
      const at = (...names: string[]): string[] => names.map((name) => join(folder, name))
      const options = { workers: 0 }
      saveGraph((await bulkBuild([], at('kept.yaml'), options)).graph, join(folder, 'kept.stemma'))
      const added = await bulkBuild(at('hub.jsonl'), [], { ...options, snapshots: at('kept.stemma') })
      const whole = await bulkBuild(at('hub.jsonl'), at('kept.yaml'), options)
      expect(linesOf(added.graph)).toEqual(linesOf(whole.graph))
      expect([...added.graph.retired]).toEqual([[`${added.graph.base}model/acme--owl`, `${added.graph.base}model/the-owl`]])
    },
  ))

test('what was kept apart stays apart, and what is in use is not out of use', () => {
  const assets = '- type: model\n  name: GOAT\n  created_date: 2023-05-23\n  organization: Acme\n  dependencies: []\n'
  const rows = (name: string): string =>
    `Model,Organization,Publication date,Link,Training compute (FLOP),Parameters\n${name},O,2021-07-27,,1,1\n`
  const tables = {
    'assets.yml': assets,
    'goat.csv': rows('GOAT'),
    'aaa.csv': rows('Aaa'),
    'a.yaml': '- { name: Aaa, kind: Model, is: bbb }\n',
  }
  return inFolder(tables, async (folder) => {
    const at = (...names: string[]): string[] => names.map((name) => join(folder, name))
    const saved = async (name: string, paths: string[], snapshots: string[] = []): Promise<Graph> => {
      const { graph } = await bulkBuild([], paths, { workers: 0, snapshots })
      saveGraph(graph, join(folder, name))
      return graph
    }
    const models = ({ entities }: Graph): string[] =>
      [...entities.values()].flatMap(({ className, id }) => (className === 'Model' ? [id] : []))
    await saved('goat.stemma', at('assets.yml'))
    expect(models(await saved('both.stemma', at('goat.csv'), at('goat.stemma')))).toEqual(['goat', 'goat-ecosystem-graphs'])
    expect([...(await saved('bbb.stemma', at('aaa.csv', 'a.yaml'))).retired]).toHaveLength(1)
    await saved('aaa.stemma', at('aaa.csv'))
    const together = await saved('together.stemma', [], at('bbb.stemma', 'aaa.stemma'))
    expect([models(together), [...together.retired]]).toEqual([['aaa', 'bbb'], []])
  })
})

test('an alias for what was saved under its own name is told to come too late', () =>
  inFolder(
    { ...files, 'names.yaml': '- { name: Chick, kind: Model, is: hen }\n- { name: Duck, kind: Model, is: hen }\n' },
    async (folder) => {
      const at = (...names: string[]): string[] => names.map((name) => join(folder, name))
      saveGraph((await bulkBuild([], at('public.yaml'), { workers: 0 })).graph, join(folder, 'public.stemma'))
      const { gathered } = await bulkBuild([], at('names.yaml', 'assets.yml'), { workers: 0, snapshots: at('public.stemma') })
      expect(gathered.noted.map(({ code, message }) => [code, message])).toEqual([
        ['alias-too-late', '"Chick" is model/chick in a graph that was saved, which an alias to model/hen does not change'],
      ])
    },
  ))

test('a hub id that things of two saved graphs have is told', () =>
  inFolder(
    {
      'owl.json': '[{"id":"acme/owl","tags":[]}]',
      'kept.yaml': `${files['public.yaml']}---\nid: the-owl\nsource: card\nname: The owl\nhubId: acme/Owl\n`,
    },
    async (folder) => {
      const at = (...names: string[]): string[] => names.map((name) => join(folder, name))
      for (const name of ['owl.json', 'kept.yaml'])
        saveGraph((await bulkBuild([], at(name), { workers: 0 })).graph, join(folder, `${name}.stemma`))
      const { problems, problemCount } = await bulkBuild([], [], { workers: 0, snapshots: at('owl.json.stemma', 'kept.yaml.stemma') })
      expect([problems.map(({ code }) => code), problemCount]).toEqual([['two-of-a-hub-id'], 1])
    },
  ))

test('on the command line, one of another base refused', () =>
  inFolder(files, async (folder) => {
    const at = (name: string): string => join(folder, name)
    const build = (...args: string[]) => stemma(['build', ...args, '--workers', '0'])
    expect((await build(at('public.yaml'), '-o', at('public.stemma'))).code).toBe(0)
    const { code, err } = await build(at('public.stemma'), at('mine.yaml'), at('hub.jsonl'), '-o', at('all.stemma'))
    expect([code, err]).toEqual([0, expect.stringMatching(/^records +2\nentities +\d+: 5 model/)])
    const asked = await stemma([
      'lineage',
      'mine',
      '--up',
      '--graph',
      at('public.stemma'),
      '--graph',
      at('mine.yaml'),
      '--graph',
      at('hub.jsonl'),
    ])
    expect(asked).toEqual(await stemma(['lineage', 'mine', '--up', '--graph', at('all.stemma')]))
    expect(asked.out).toContain('Eagle')
    expect(await build(at('public.stemma'), at('mine.yaml'), '--base', 'https://example.org/')).toEqual({
      code: 2,
      out: '',
      err: `error ${at('public.stemma')}: was built with the base https://w3id.org/stemma/, not https://example.org/ [other-base]\n  graphs of one base can be put together; build it from its sources again: stemma build … --base IRI -o FILE\n`,
    })
  }))

test('a model that only records told of can be named', () =>
  inFolder(
    {
      'hub.jsonl': '{"id":"gpt2"}\n',
      'mine.yaml':
        'kind: Document\nid: s\nsource: s\nname: S\ndocumentType: article\n---\nid: mine\nsource: s\nname: Mine\nfineTunedFrom: gpt2\n',
    },
    async (folder) => {
      const at = (name: string): string => join(folder, name)
      await stemma(['build', at('hub.jsonl'), '-o', at('hub.stemma'), '--workers', '0'])
      const { code, out } = await stemma(['lineage', 'mine', '--up', '--graph', at('hub.stemma'), '--graph', at('mine.yaml')])
      expect([code, out]).toEqual([0, expect.stringContaining('gpt2')])
    },
  ))
