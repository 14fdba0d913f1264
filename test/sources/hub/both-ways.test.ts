/** Records of a hub say the same whether they are read one by one or as JSON Lines on all cores, but for what is meant to be left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nTriplesTerm } from '../../../src/formats/terms.ts'
import { bulkBuild } from '../../../src/graph/bulk/bulk-build.ts'
import { buildAndTell } from '../../../src/graph/build.ts'
import type { Graph } from '../../../src/graph/graph.ts'
import { datasetOf } from '../../../src/graph/index/rdfjs.ts'
import { quadsOf } from '../../../src/graph/quads.ts'
import { inApiForm, type Loose } from '../../../src/sources/hub/forms.ts'
import { readDump } from '../../../src/sources/hub/dump.ts'
import { propertyOf } from '../../../src/model/vocabulary.ts'
import { inFolder } from '../../graph-of.ts'

interface Differences {
  /** What only the best view of one way states, without what is about the file. */
  readonly stated: { readonly oneByOne: readonly string[]; readonly fast: readonly string[] }
  /** What only the source says that was read in one way: of it, the best view states some. */
  readonly said: { readonly oneByOne: readonly string[]; readonly fast: readonly string[] }
}

/** Builds both ways and compares. */
const compare = (records: readonly unknown[]): Promise<Differences> =>
  inFolder(
    { 'hub.json': JSON.stringify(records), 'hub.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join('') },
    async (folder) => {
      const { graph: slow, gathered } = buildAndTell([join(folder, 'hub.json')])
      const { graph: fast, problems } = await bulkBuild([join(folder, 'hub.jsonl')], [], { workers: 0 })
      expect([gathered.noted, problems]).toEqual([[], []])
      const views = (graph: Graph) => ({ stated: linesOf(graph, 'DefaultGraph'), said: linesOf(graph, 'NamedNode') })
      const [one, many] = [views(slow), views(fast)]
      return { stated: differing(one.stated, many.stated), said: differing(one.said, many.said) }
    },
  )

/** The triples of the best view, or of the source, but for those about the source. */
function linesOf(graph: Graph, kind: string): Set<string> {
  const source = `${graph.base}document/hub`
  const all =
    kind === 'DefaultGraph' ? [...datasetOf(graph.index)].filter((quad) => quad.graph.termType === kind) : quadsOf(graph, 'sources')
  return new Set(
    all
      .filter(({ subject, graph: name }) => subject.value !== source && (kind === 'DefaultGraph' || name.value === source))
      .map(({ subject, predicate, object }) => [subject, predicate, object].map((term) => nTriplesTerm(term as never)).join(' ')),
  )
}

const differing = (one: ReadonlySet<string>, other: ReadonlySet<string>): Differences['stated'] => ({
  oneByOne: [...one].filter((line) => !other.has(line)),
  fast: [...other].filter((line) => !one.has(line)),
})

/** The keys of the properties of triples, each once; those about evaluations and benchmarks go by that name. */
const keysIn = (lines: readonly string[]): string[] =>
  [
    ...new Set(
      lines.map((line) => {
        const [subject, predicate] = line.split(' ')
        if (/\/(?:evaluation|benchmark)\//.test(subject!)) return 'evaluations'
        return propertyOf(predicate!.slice(1, -1))?.name ?? predicate!
      }),
    ),
  ].sort()

test('licences, languages, bases and tags of records without a card', async () => {
  const differences = await compare([
    {
      id: 'acme/owl',
      tags: ['en', 'gguf', 'license:apache-2.0', 'dataset:acme/seeds', 'base_model:acme/egg', 'base_model:finetune:acme/egg'],
    },
    { id: 'acme/owl-GGUF', tags: ['fr', 'base_model:finetune:acme/owl'], cardData: { language: ['de'], licence: 'MIT License' } },
    {
      id: 'acme/crow',
      tags: ['de', 'it'],
      cardData: { tags: ['it'], license: 'other', license_name: 'A Licence', base_model: 'acme/owl' },
    },
    {
      id: 'acme/jay',
      cardData: { license: `x ${'long '.repeat(20)}`, base_model_relation: 'adapter' },
      tags: ['base_model:merge:acme/owl'],
    },
    { id: 'acme/kite', license: 'CC-BY-NC-4.0', gated: false, base_model: ['acme/owl', 'acme/crow'], tags: ['mergekit'] },
  ])
  expect(differences.stated).toEqual({ oneByOne: [], fast: [] })
  expect(differences.said.fast).toEqual([])
  expect(keysIn(differences.said.oneByOne)).toEqual(['fineTunedFrom', 'mergedFrom'])
})

const trees = new URL('../../../../shared/data/hf-model-trees/', import.meta.url).pathname
const haveTrees = existsSync(trees)
if (!haveTrees) console.warn('The real dumps of the hub are not here (../shared/data/hf-model-trees), so their test is skipped.')

test.skipIf(!haveTrees)('the nine real dumps', async () => {
  const models = readdirSync(trees).flatMap(
    (file) => (JSON.parse(readFileSync(join(trees, file), 'utf8')) as { readonly models: readonly Loose[] }).models,
  )
  const { records } = readDump(models.map(inApiForm))
  expect(records).toHaveLength(843)
  const { stated, said } = await compare(records.map(({ id, record: { card: _, ...record } }) => ({ tags: [], ...record, id })))
  expect(stated.fast).toEqual([])
  expect(said.fast).toEqual([])
  // Results of cards, and their second names.
  expect(keysIn(stated.oneByOne)).toEqual(['altName', 'evaluations'])
  // And the words of the hub that do not hold.
  expect(keysIn(said.oneByOne)).toEqual(['altName', 'evaluations', 'fineTunedFrom'])
})
