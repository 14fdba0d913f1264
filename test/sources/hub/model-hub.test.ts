/** Cards and records of a model hub, one file at a time, good and bad. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { buildAndTell, type Built } from '../../../src/graph/build.ts'
import { idOf } from '../../../src/model/iri.ts'
import { propertyOf } from '../../../src/model/vocabulary.ts'
import { inFolder } from '../../graph-of.ts'

/** Builds of files in folders. */
const built = (files: Readonly<Record<string, string | Uint8Array>>): Built =>
  inFolder({}, (folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return buildAndTell([folder])
  })

/** What is claimed of a thing, a line for each. */
function claimed({ graph }: Built, iri: string): string[] {
  return graph.claims
    .filter(({ subject }) => subject === `${graph.base}${iri}`)
    .flatMap(({ property, value, status, at = '', note, rank, reason }) => {
      const key = propertyOf(property)?.name
      if (key === undefined) return []
      const end = [at, note, rank === 'normal' ? undefined : `${rank}: ${reason}`].filter((part) => part !== undefined).join(' | ')
      return [`${key} ${value ? idOf(value.value, graph.base) : status} | ${end}`]
    })
}

/** The evaluations, each with its score. */
const scoresIn = ({ graph }: Built): string[] =>
  graph.claims.flatMap(({ property, subject, value }) =>
    property.endsWith('#score') ? [`${idOf(subject, graph.base)} ${value!.value}`] : [],
  )

const card = (head: string, text = ''): string => `---\n${head}\n---\n${text}`

describe('a card', () => {
  test('in a clone says what its head says', () => {
    const one = built({
      'acme/owl/README.md': card(
        'base_model: acme/egg\nlicence: mit\ndatasets: [acme/seeds, generator]\nlanguage: en\nlibrary_name: peft\npipeline_tag: text-generation',
      ),
    })
    expect(claimed(one, 'model/acme--owl')).toEqual([
      'license mit | model acme/owl, card',
      'name owl | model acme/owl',
      'adaptedFrom acme--egg | model acme/owl, card | it is marked as an adapter: the library peft',
      'hubId acme/owl | model acme/owl',
      'language en | model acme/owl, card',
      'producer acme | model acme/owl',
      'task text-generation | model acme/owl, card',
      'trainedOn acme--seeds | model acme/owl, card',
    ])
    expect([...one.gathered.dropped.keys()].map((key) => key.replace('cardData.', 'card, '))).toEqual([
      'hub: licence, which is read as license',
      'hub: datasets (not understood)',
      'hub: card, library_name',
    ])
  })

  test('in the local cache has its revision, and those that no branch leads to are passed over', () => {
    const [now, old] = ['a'.repeat(40), 'b'.repeat(40)]
    const one = built({
      'models--acme--owl/refs/main': now,
      [`models--acme--owl/snapshots/${now}/README.md`]: card('license: mit'),
      [`models--acme--owl/snapshots/${old}/README.md`]: card('license: isc'),
      [`models--acme--owl/snapshots/${now}/.eval_results/hle.yaml`]: '- { dataset: { id: cais/hle }, value: 20.9 }\n',
      [`models--acme--owl/snapshots/${old}/.eval_results/hle.yaml`]: '- { dataset: { id: cais/hle }, value: 10.3 }\n',
      [`datasets--acme--seeds/snapshots/${now}/README.md`]: card('pretty_name: Seeds'),
    })
    expect(claimed(one, 'model/acme--owl').filter((line) => /license|revision/.test(line))).toEqual([
      'license mit | model acme/owl, card',
      `revision ${now} | model acme/owl`,
    ])
    expect(claimed(one, 'dataset/acme--seeds')).toContain('altName Seeds | dataset acme/seeds, card')
    expect(scoresIn(one)).toEqual(['acme--owl--hle--score 20.9'])
    expect([...one.gathered.dropped].map(([field, { count }]) => [field, count])).toEqual([
      ['hub: results of revisions that no branch leads to', 1],
      ['hub: cards of revisions that no branch leads to', 1],
    ])
  })

  test('with results, in its head and beside it', () => {
    const one = built({
      'acme/owl/README.md': card(
        'model-index: [{ name: owl, results: [{ dataset: { name: IFEval (0-Shot), type: x }, metrics: [{ type: acc, value: 62.44 }] }, { metrics: [] }] }]',
      ),
      'acme/owl/.eval_results/hle.yaml':
        '- dataset: { id: cais/hle, task_id: default }\n  value: 20.9\n- dataset: { id: cais/gpqa }\n  value: good\n',
      'datasets/acme/seeds/.eval_results/hle.yaml': '- dataset: { id: cais/hle }\n  value: 1\n',
    })
    expect(scoresIn(one)).toEqual(['acme--owl--hle--score--default 20.9', 'acme--owl--ifeval--acc--zero-shot 62.44'])
    expect([one.gathered.noted, [...one.gathered.dropped.keys()].sort()]).toEqual([
      [],
      ['hub: .eval_results (not understood)', 'hub: model-index: a result without a dataset', 'hub: results of no known model'],
    ])
  })

  test('with several scores of one benchmark and metric, which go by what the card calls them', () => {
    const metrics = '[{ type: acc, name: Average, value: 47.7 }, { type: acc, name: 0-shot, value: 46 }, { type: f1, name: F1, value: 3 }]'
    const one = built({ 'acme/owl/README.md': card(`model-index: [{ results: [{ dataset: { name: ARC }, metrics: ${metrics} }] }]`) })
    expect(scoresIn(one)).toEqual(['acme--owl--arc--acc--average 47.7', 'acme--owl--arc--acc--zero-shot 46.0', 'acme--owl--arc--f1 3.0'])
  })

  test.each([
    ['a list', '---\n- a\n---\n', 'no mapping'],
    ['no YAML', '---\na: [\n---\n', 'not YAML'],
    ['a template', '---\n{{ card_data }}\n---\n', 'a template'],
    [
      'a bomb',
      `---\na0: &a0 [x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]`).join('\n')}\n---\n`,
      'cannot be written out',
    ],
    ['too long a head', `---\na: ${'x'.repeat(1_000_001)}\n---\n`, 'longer than'],
  ])('whose head is %s is told, and the rest is read', (_, text, message) => {
    const one = built({ 'acme/owl/README.md': text, 'acme/egg/README.md': `\ufeff${card('license: mit')}`.replaceAll('\n', '\r\n') })
    expect(one.gathered.noted.map((problem) => problem.message)).toEqual([expect.stringContaining(message)])
    expect(claimed(one, 'model/acme--egg')).toContain('license mit | model acme/egg, card')
    expect(claimed(one, 'model/acme--owl')).toEqual([])
  })

  test('is passed over and counted where there is no head', () => {
    const { graph, gathered } = built({ 'README.md': '# About this folder\n', 'docs/more.md': 'text' })
    expect(graph.entities.size).toBe(0)
    expect([...gathered.dropped].map(([field, { count }]) => [field, count])).toEqual([['hub: files without front matter', 2]])
  })
})

describe('records', () => {
  const record = {
    id: 'acme/owl-GGUF',
    modelId: 'acme/owl-GGUF',
    sha: 'c'.repeat(40),
    gated: 'manual',
    createdAt: '2024-01-02T03:04:05.000Z',
    safetensors: { parameters: { BF16: 7 }, total: 7 },
    siblings: [{ rfilename: 'model.safetensors', lfs: { sha256: 'd'.repeat(64), size: 1 } }],
    tags: ['gguf', 'en', 'license:mit', 'dataset:acme/seeds', 'base_model:acme/owl', 'base_model:finetune:acme/owl', 'region:us'],
    cardData: { base_model: ['acme/owl', 'acme/egg'], license: 'isc' },
  }
  const wanted = [
    'created 2024-01-02 | model acme/owl-GGUF',
    'license isc | model acme/owl-GGUF, card',
    'license mit | model acme/owl-GGUF, tags',
    'name owl-GGUF | model acme/owl-GGUF',
    'access gated | model acme/owl-GGUF',
    'fineTunedFrom acme--owl | model acme/owl-GGUF, tags | deprecated: its name says that it is a quantisation: GGUF',
    'hubId acme/owl-GGUF | model acme/owl-GGUF',
    'language en | model acme/owl-GGUF, tags',
    'parameterCount 7 | model acme/owl-GGUF',
    'producer acme | model acme/owl-GGUF',
    'quantizedFrom acme--egg | model acme/owl-GGUF, card | its name says that it is a quantisation: GGUF',
    'quantizedFrom acme--owl | model acme/owl-GGUF, card | its name says that it is a quantisation: GGUF',
    `revision ${'c'.repeat(40)} | model acme/owl-GGUF`,
    'trainedOn acme--seeds | model acme/owl-GGUF, tags',
    `weightsDigest sha256:${'d'.repeat(64)} | model acme/owl-GGUF | model.safetensors`,
  ]
  const iri = 'model/acme--owl-gguf'

  test('of the API, one or a list of them, packed or not', () => {
    for (const files of [{ 'owl.json': JSON.stringify(record) }, { 'owls.json.gz': gzipSync(JSON.stringify([record])) }])
      expect(claimed(built(files), iri)).toEqual(wanted)
  })

  test('of a dump of the Python library, with what it lists under a model', () => {
    const { modelId: _, cardData, siblings, createdAt, ...rest } = record
    const metadata = {
      ...rest,
      created_at: createdAt.replace('T', ' '),
      card_data: `base_model:\n${cardData.base_model.map((base) => `- ${base}\n`).join('')}license: isc`,
      siblings: siblings.map(
        ({ rfilename, lfs }) =>
          `RepoSibling(rfilename='${rfilename}', size=None, blob_id=None, lfs=BlobLfsInfo(size=1, sha256='${lfs.sha256}', pointer_size=1))`,
      ),
    }
    const models = [
      {
        model_id: 'acme/owl',
        depth: 0,
        metadata: 'N/A',
        children: [`https://huggingface.co/${record.id}`, 'https://huggingface.co/acme/chick'],
        quantized: ['acme/owl-4bit'],
      },
      { model_id: record.id, depth: 1, metadata: JSON.stringify(metadata) },
    ]
    const one = built({ 'tree.json': JSON.stringify({ models }) })
    expect(claimed(one, iri)).toEqual(wanted)
    expect(claimed(one, 'model/acme--chick')).toContain('fineTunedFrom acme--owl | model acme/owl, list of what was made of it')
    expect(claimed(one, 'model/acme--owl-4bit').filter((line) => line.includes('From'))).toHaveLength(1)
    expect(one.graph.entity(`${one.graph.base}document/owl-hub-tree`)?.names).toEqual({
      en: 'Model tree of acme/owl in the Hugging Face Hub',
    })
  })

  test('with metadata of their own are no dump, and one whose card cannot be read is told', () => {
    const one = built({
      'own.json': JSON.stringify({ id: 'acme/crow', tags: ['license:mit'], metadata: { license: 'isc' } }),
      'tree.json': JSON.stringify([{ model_id: 'acme/owl', metadata: { id: 'acme/old-owl', license: 'mit' }, card: card('license: [') }]),
    })
    expect(claimed(one, 'model/acme--crow')).toEqual([
      'license mit | model acme/crow, tags',
      'name crow | model acme/crow',
      'hubId acme/crow | model acme/crow',
      'producer acme | model acme/crow',
    ])
    expect(claimed(one, 'model/acme--owl')).toContain('license mit | model acme/owl')
    expect([...one.graph.entities.keys()].filter((iri) => iri.includes('/model/'))).toEqual(
      ['crow', 'owl'].map((name) => `${one.graph.base}model/acme--${name}`),
    )
    expect(one.gathered.noted).toEqual([
      {
        code: 'bad-card',
        message: expect.stringMatching(/^acme\/owl: the head of the card is not YAML: /) as string,
        place: { file: expect.stringMatching(/tree\.json$/) as string },
        hint: 'the rest of the record was read',
      },
    ])
    expect([...one.gathered.dropped.keys()]).toEqual(['hub: metadata'])
  })

  test('with keys that all objects have are told by these keys', () => {
    const one = built({ 'a.json': '{"id":"a/b","tags":[],"constructor":1,"__proto__":{"x":2},"toString":3}' })
    expect([...one.gathered.dropped.keys()].sort()).toEqual(['hub: __proto__', 'hub: constructor', 'hub: toString'])
  })

  test('that are cut off, damaged or without an id are told, and the rest is read', () => {
    const one = built({
      'cut.json': JSON.stringify([record]).slice(0, -10),
      'some.json': JSON.stringify([
        { id: 'acme/egg', tags: [] },
        { tags: [] },
        { id: 'a b', tags: [] },
        { id: 7, modelId: 'acme/jay' },
        { id: null, modelId: 'acme/jackdaw' },
      ]),
    })
    expect(one.gathered.noted.map(({ code }) => code).sort()).toEqual(['bad-id', 'bad-id', 'bad-json', 'bad-record'])
    expect([...one.graph.entities.keys()].filter((iri) => iri.includes('/model/'))).toEqual(
      ['egg', 'jackdaw'].map((name) => `${one.graph.base}model/acme--${name}`),
    )
  })

  test('in a file that is too large, also once it is unpacked, are told and the rest is read', () => {
    const one = built({
      'bomb.json.gz': gzipSync(Buffer.alloc(40 * 2 ** 20, ' ')),
      'line.json': `{"id":"acme/long","tags":["${'x'.repeat(17 * 2 ** 20)}"]}`,
      'egg.json': JSON.stringify({ id: 'acme/egg', tags: [] }),
    })
    expect(one.gathered.noted.map(({ code }) => code)).toEqual(['file-too-large', 'file-too-large'])
    expect(claimed(one, 'model/acme--egg')).toContain('hubId acme/egg | model acme/egg')
    expect(claimed(one, 'model/acme--long')).toEqual([])
  })
})
