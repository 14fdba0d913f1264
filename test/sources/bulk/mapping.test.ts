import { describe, expect, test } from 'vitest'
import { defaultBase } from '../../../src/model/iri.ts'
import { prefixes } from '../../../src/model/vocabulary.ts'
import { lines, problemsIn, read, statements, termsOf, write } from './common.ts'

/** N-Quads as in a Turtle file: what is the same in all lines is left out. */
const short = (line: string): string =>
  line
    .replaceAll(defaultBase, ':')
    .replace(/<([^>]*)>/g, (_, iri: string) => {
      const [prefix, namespace] = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace)) ?? ['', '']
      return prefix ? `${prefix}:${iri.slice(namespace.length)}` : iri
    })
    .replace(/ :document\/hub \.$/, '')

async function stated(...records: readonly object[]): Promise<string[]> {
  const { batches } = await read(write('hub.jsonl', lines(...records)))
  expect(problemsIn(batches)).toEqual([])
  return statements(batches).map(short)
}

test('a record of a snapshot', async () => {
  expect(
    await stated({
      id: 'Acme/Owl-7b',
      author: 'acme',
      base_model: ['bigscience/bloom', 'gpt2'],
      base_model_relation: 'merge',
      datasets: ['allenai/c4'],
      license: 'apache-2.0',
      tags: ['x'],
      createdAt: '2022-03-01T23:59:59.000Z',
      params: 7_069_016_064,
      pipeline_tag: 'text-generation',
      language: ['en', 'pt-BR'],
    }),
  ).toMatchInlineSnapshot(`
    [
      ":model/acme--owl-7b rdf:type st:Model",
      ":model/acme--owl-7b rdfs:label "Owl-7b"@en",
      ":model/acme--owl-7b st:hubId "Acme/Owl-7b"",
      ":organization/acme rdf:type st:Organization",
      ":organization/acme rdfs:label "acme"@en",
      ":model/acme--owl-7b st:producer :organization/acme",
      ":license/apache-2.0 rdf:type st:License",
      ":license/apache-2.0 rdfs:label "Apache-2.0"@en",
      ":license/apache-2.0 st:spdxId "Apache-2.0"",
      ":model/acme--owl-7b dct:license :license/apache-2.0",
      ":model/acme--owl-7b dct:created "2022-03-01"^^xsd:date",
      ":dataset/allenai--c4 rdf:type st:Dataset",
      ":dataset/allenai--c4 rdfs:label "c4"@en",
      ":dataset/allenai--c4 st:hubId "allenai/c4"",
      ":model/acme--owl-7b st:trainedOn :dataset/allenai--c4",
      ":model/acme--owl-7b st:task "text-generation"",
      ":model/acme--owl-7b st:parameterCount "7069016064"^^xsd:integer",
      ":model/acme--owl-7b st:language "en"^^xsd:language",
      ":model/acme--owl-7b st:language "pt-br"^^xsd:language",
      ":model/bigscience--bloom rdf:type st:Model",
      ":model/bigscience--bloom rdfs:label "bloom"@en",
      ":model/bigscience--bloom st:hubId "bigscience/bloom"",
      ":model/acme--owl-7b st:mergedFrom :model/bigscience--bloom",
      ":model/gpt2 rdf:type st:Model",
      ":model/gpt2 rdfs:label "gpt2"@en",
      ":model/acme--owl-7b st:mergedFrom :model/gpt2",
    ]
  `)
})

test('a record as the API lists it', async () => {
  expect(
    await stated({
      _id: '621ffdc036468d709f174338',
      id: 'acme/owl',
      modelId: 'acme/owl',
      private: false,
      gated: 'auto',
      createdAt: '2022-03-01T00:00:00.000Z',
      lastModified: '2024-03-01T00:00:00.000Z',
      safetensors: { parameters: { F32: 124 }, total: 124 },
      cardData: {
        base_model: 'acme/egg',
        base_model_relation: 'finetune',
        license: 'mit',
        datasets: 'acme/seeds',
        language: 'no',
        pipeline_tag: 'fill-mask',
        widget: [],
      },
      author: null,
      pipeline_tag: null,
    }),
  ).toMatchInlineSnapshot(`
    [
      ":model/acme--owl rdf:type st:Model",
      ":model/acme--owl rdfs:label "owl"@en",
      ":model/acme--owl st:hubId "acme/owl"",
      ":organization/acme rdf:type st:Organization",
      ":organization/acme rdfs:label "acme"@en",
      ":model/acme--owl st:producer :organization/acme",
      ":license/mit rdf:type st:License",
      ":license/mit rdfs:label "MIT"@en",
      ":license/mit st:spdxId "MIT"",
      ":model/acme--owl dct:license :license/mit",
      ":model/acme--owl dct:created "2022-03-01"^^xsd:date",
      ":dataset/acme--seeds rdf:type st:Dataset",
      ":dataset/acme--seeds rdfs:label "seeds"@en",
      ":dataset/acme--seeds st:hubId "acme/seeds"",
      ":model/acme--owl st:trainedOn :dataset/acme--seeds",
      ":model/acme--owl st:task "fill-mask"",
      ":model/acme--owl st:parameterCount "124"^^xsd:integer",
      ":model/acme--owl st:language "no"^^xsd:language",
      ":model/acme--owl st:access "gated"",
      ":model/acme--egg rdf:type st:Model",
      ":model/acme--egg rdfs:label "egg"@en",
      ":model/acme--egg st:hubId "acme/egg"",
      ":model/acme--owl st:fineTunedFrom :model/acme--egg",
    ]
  `)
})

test('the least that a record can say', async () => {
  expect(await stated({ modelId: 'gpt2' })).toMatchInlineSnapshot(`
    [
      ":model/gpt2 rdf:type st:Model",
      ":model/gpt2 rdfs:label "gpt2"@en",
    ]
  `)
})

test.each([
  ['finetune', 'fineTunedFrom'],
  ['adapter', 'adaptedFrom'],
  ['merge', 'mergedFrom'],
  ['quantized', 'quantizedFrom'],
  [undefined, 'derivedFrom'],
  [null, 'derivedFrom'],
  ['distill', 'derivedFrom'],
  ['constructor', 'derivedFrom'],
])('the relation %s is %s', async (word, key) => {
  const all = await stated({ id: 'a/b', base_model: 'c/d', base_model_relation: word })
  expect(all.filter((line) => line.includes('From'))).toEqual([`:model/a--b st:${key} :model/c--d`])
})

test('a field of the record goes before that of its card', async () => {
  const all = await stated({ id: 'a/b', license: 'mit', cardData: { license: 'isc', language: 'en' }, language: [] })
  expect(all.filter((line) => /license|language/.test(line))).toEqual([
    ':license/mit rdf:type st:License',
    ':license/mit rdfs:label "MIT"@en',
    ':license/mit st:spdxId "MIT"',
    ':model/a--b dct:license :license/mit',
  ])
})

test('two spellings of an id are one model with two hub ids, and what differs in more is two', async () => {
  const all = await stated({ id: 'A/B' }, { id: 'a/b' }, { id: 'a/b_c' }, { id: 'a/b-c' })
  expect(all.filter((line) => line.includes('hubId'))).toEqual([
    ':model/a--b st:hubId "A/B"',
    ':model/a--b st:hubId "a/b"',
    ':model/a--b-c-10fba79ce2cdc0ced9dd3f8a st:hubId "a/b_c"',
    ':model/a--b-c st:hubId "a/b-c"',
  ])
})

test('what is mentioned again in a batch is described once, and each term is there once', async () => {
  const record = { id: 'a/b', base_model: 'c/d', license: 'mit', datasets: ['e/f', 'e/f'] }
  const { batches } = await read(write('hub.jsonl', lines(record, { ...record, id: 'a/c' }, record)))
  const [batch] = batches
  const terms = termsOf(batch!).map((term) => JSON.stringify([term.termType, term.value, 'language' in term && term.language]))
  expect(new Set(terms).size).toBe(terms.length)
  expect(new Set(batch!.rows).size).toBe(terms.length)
  const types = Array.from({ length: batch!.rows.length / 4 }, (_, row) => termsOf(batch!)[batch!.rows[4 * row + 1]!]!.value)
  expect(types.filter((value) => value === `${prefixes.rdf}type`)).toHaveLength(6)
})

test('a base of its own', async () => {
  const all = await read(write('hub.jsonl', lines({ id: 'a/b', author: 'é_x' })), { base: 'https://example.org/x#' })
  expect(statements(all.batches)[0]).toBe(
    `<https://example.org/x#model/a--b> <${prefixes.rdf}type> <${prefixes.st}Model> <https://example.org/x#document/hub> .`,
  )
})

describe('what nothing is made of', () => {
  test('is counted with its first example', async () => {
    const file = write(
      'hub.jsonl',
      lines(
        { id: 'a/b', tags: ['x', 'y'], language: ['multilingual', 'en'] },
        { id: 'a/c', tags: ['x', 'license:mit'], language: 'code', cardData: { tags: [], widget: 1 }, safetensors: { use: {} } },
        { id: 'a/d', base_model: 'a/b', base_model_relation: 'distill' },
        { id: 'a/e', base_model_relation: 'merge', base_model: [] },
        { id: 'a/f', __proto__: null, ['\u001b[31m']: 1 },
      ),
    )
    const { summary, batches } = await read(file, { stretch: 60 })
    const at = (line: number, value?: string): object => ({ place: { file, line }, ...(value !== undefined && { value }) })
    expect(problemsIn(batches)).toEqual([])
    expect(Object.fromEntries(summary.dropped)).toEqual({
      tags: { count: 2, example: at(1) },
      language: { count: 2, example: at(1, '"multilingual"') },
      'cardData.tags': { count: 1, example: at(2) },
      'cardData.widget': { count: 1, example: at(2) },
      'safetensors.use': { count: 1, example: at(2) },
      base_model_relation: { count: 2, example: at(3, '"distill"') },
      '\\u{1b}[31m': { count: 1, example: at(5) },
    })
  })

  test('is counted together when there is no end of it', async () => {
    const records = Array.from({ length: 50 }, (_, row) => ({
      id: `a/b${row}`,
      ...Object.fromEntries(Array.from({ length: 100 }, (_, field) => [`f${row}-${field}`, 1])),
    }))
    for (const stretch of [1 << 10, 1 << 20]) {
      const { dropped } = (await read(write('hub.jsonl', lines(...records)), { stretch })).summary
      expect(dropped.size).toBeLessThanOrEqual(1_001)
      expect([...dropped.values()].reduce((sum, { count }) => sum + count, 0)).toBe(5_000)
    }
  })
})
