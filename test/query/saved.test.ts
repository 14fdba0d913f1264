import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ntriples } from '../../src/formats/ntriples.ts'
import { build } from '../../src/graph/build.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { packageFile } from '../../src/package-files.ts'
import type { Answer } from '../../src/query/answer.ts'
import { ask } from '../../src/query/engine.ts'
import { results } from '../../src/query/results.ts'
import { bind, savedQueries, savedQuery } from '../../src/query/saved.ts'

/** Each saved question with the arguments whose whole answer on the shipped data is kept in test/fixtures/answers. */
const cases: readonly (readonly [name: string, args: Readonly<Record<string, string>>])[] = [
  ['ancestors', { model: 'sparrow' }],
  ['comparisons', { atLeast: '3' }],
  ['compared-with', { model: 'chinchilla' }],
  ['compute', {}],
  ['deprecated', { source: 'ecosystem-graphs' }],
  ['deprecated', { about: 'chinchilla' }],
  ['derivations', { kind: 'continuedFrom' }],
  ['descendants', { model: 'chinchilla' }],
  ['descends', { model: 'sparrow', from: 'chinchilla' }],
  ['disagreements', { percent: '10' }],
  ['disagreements-about', { about: 'mt-nlg' }],
  ['downstream', { dataset: 'the-pile' }],
  ['fair4ml', { model: 'tk-instruct-11b' }],
  ['footprint', {}],
  ['hardware', {}],
  ['human-feedback', {}],
  ['languages', { model: 'sparrow' }],
  ['licences', { model: 'bloomz-7.1b' }],
  ['lineage-graph', { model: 'sparrow' }],
  ['mixture', { model: 'chinchilla' }],
  ['mldcat-ap', { model: 'bloomz-7.1b' }],
  ['models-by-year', {}],
  ['models-of', { producer: 'deepmind' }],
  ['multilingual', {}],
  ['parts', { dataset: 'massivetext' }],
  ['path', { from: 'chinchilla', to: 'sparrow' }],
  ['popular-datasets', {}],
  ['ran-on', { hardware: 'a100-80gb' }],
  ['says', { source: 'gen2-gen3-survey', about: 'chinchilla' }],
  ['scores', { benchmark: 'lambada' }],
  ['scores', { model: 'sparrow' }],
  ['single-source', { about: 'sparrow' }],
  ['sizes', { family: 'gopher' }],
  ['source-types', {}],
  ['sources', { model: 'bloom' }],
  ['sources-of', { about: 'mt-nlg', property: 'parameterCount' }],
  ['successors', {}],
  ['tested-on-training-data', {}],
  ['timeline', { from: '2021-09', to: '2023' }],
  ['tokens-per-parameter', {}],
  ['trained-on', { model: 'sparrow' }],
  ['trained-with', { software: 'jax' }],
  ['trained-with', {}],
  ['unknown', { model: 'sparrow' }],
  ['unlicensed-data', { model: 'instructgpt-175b' }],
  ['without-data', {}],
  ['withheld', { model: 'sparrow' }],
]

let graph: Graph
beforeAll(() => {
  graph = build([packageFile('data')])
})

/** The answer to a saved question. */
const answerTo = (name: string, args: Readonly<Record<string, string>>): Promise<Answer> => {
  const query = savedQuery(name)!
  return ask(graph, query.sparql, bind(graph, query, args))
}

const rowsOf = (answer: Answer): Record<string, string>[] =>
  answer.type === 'bindings'
    ? answer.rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value.replace(graph.base, '')])))
    : []

/** Lines without carriage returns, so that the kept answers are plain text files. */
const textOf = (answer: Answer): string =>
  answer.type === 'quads' ? ntriples.write(answer.quads, { prefixes: {} }) : results.csv(answer).replaceAll('\r\n', '\n')

describe('each saved question', () => {
  const saved = savedQueries()

  test('has a case here, and only those do', () => {
    expect([...new Set(cases.map(([name]) => name))].sort()).toEqual(saved.map(({ name }) => name).sort())
  })

  test.each(saved.map((query) => [query.name, query] as const))(
    '%s says what it answers, with examples that fit its parameters',
    (_, query) => {
      expect(query.help).toMatch(/^[A-Z].*\.$/)
      expect(query.topic).toMatch(/^[a-z]+$/)
      expect(query.examples.length).toBeGreaterThan(0)
      for (const example of query.examples) {
        const args = example === '' ? [] : example.split(' ').map((pair) => pair.split('=') as [string, string])
        expect(() => bind(graph, query, Object.fromEntries(args))).not.toThrow()
      }
      for (const { name, help } of query.parameters) {
        expect(help).not.toBe('')
        expect(query.sparql).toContain(`$${name}`)
      }
    },
  )

  test.each(saved.map(({ name, sparql }) => [name, sparql] as const))('%s declares no prefix, and orders its rows', (_, sparql) => {
    // schema.org's terms are those of http: in FAIR4ML, of https: in the ontology.
    expect(sparql).not.toMatch(/^\s*PREFIX (?!sdo:)/m)
    if (/^SELECT/m.test(sparql)) expect(sparql).toMatch(/\nORDER BY [^\n]+\n$/)
  })
})

describe('the whole answer', () => {
  test.each(cases)('%s %o', async (name, args) => {
    const answer = await answerTo(name, args)
    if (answer.type !== 'boolean') expect(answer.type === 'bindings' ? answer.rows.length : answer.quads.length).toBeGreaterThan(0)
    const rows = rowsOf(answer).map((row) => JSON.stringify(row))
    expect(rows.length).toBe(new Set(rows).size)
    // Of a question with two cases, the parameters tell them apart.
    const twice = cases.filter(([other]) => other === name).length > 1
    const file = `${[name, ...(twice ? Object.keys(args) : [])].join('-')}.${answer.type === 'quads' ? 'nt' : 'csv'}`
    await expect(textOf(answer)).toMatchFileSnapshot(fileURLToPath(new URL(`../fixtures/answers/${file}`, import.meta.url)))
  })
})

describe('what the answers must say, however the data grows', () => {
  test('Sparrow comes from Chinchilla by way of its dialogue-prompted form', async () => {
    const steps = rowsOf(await answerTo('path', { from: 'chinchilla', to: 'sparrow' })).map(({ model, base }) => `${model} ${base}`)
    expect(steps).toContain('model/sparrow model/dialogue-prompted-chinchilla')
    expect(steps.at(-1)).toBe('model/dialogue-prompted-chinchilla model/chinchilla')
  })

  test('BLOOMZ is fine-tuned from BLOOM', async () => {
    const [step, ...others] = rowsOf(await answerTo('path', { from: 'bloom', to: 'bloomz' }))
    expect(step).toMatchObject({ model: 'model/bloomz', step: 'https://w3id.org/stemma#fineTunedFrom', base: 'model/bloom' })
    expect(others).toEqual([])
  })

  test('Chinchilla follows Gopher and does not descend from it', async () => {
    expect(await answerTo('descends', { model: 'chinchilla', from: 'gopher' })).toEqual({ type: 'boolean', value: false })
    expect(await answerTo('descends', { model: 'sparrow', from: 'chinchilla' })).toEqual({ type: 'boolean', value: true })
  })

  test('Chinchilla saw twenty tokens a parameter, the other large decoders of its time fewer than three', async () => {
    const ratios = new Map(
      rowsOf(await answerTo('tokens-per-parameter', {})).map(({ family, tokensPerParameter }) => [family, Number(tokensPerParameter)]),
    )
    expect(ratios.get('model/chinchilla')).toBe(20)
    for (const family of ['bloom', 'gopher', 'gpt-3', 'mt-nlg', 'opt']) expect(ratios.get(`model/${family}`)).toBeLessThan(3)
  })

  test('a size inherits its training through its family, and is told so', async () => {
    const rows = rowsOf(await answerTo('trained-on', { model: 'bloomz-7.1b' }))
    const how = (trained: string): unknown => rows.find((row) => row['trained'] === trained)?.['how']
    expect(['model/bloomz-7.1b', 'model/bloomz', 'model/bloom-7.1b', 'model/bloom'].map(how)).toEqual([
      'directly',
      'through its family',
      'through an ancestor',
      'through an ancestor, by way of a family',
    ])
  })

  test('names come in the language that is asked for, else in English', async () => {
    const names = rowsOf(await answerTo('licences', { model: 'sparrow', lang: 'zh' })).map(({ name }) => name)
    expect(names).toContain('麻雀')
    expect(names).toContain('Chinchilla')
  })

  test('the way between two models is the same in either order', async () => {
    const there = await answerTo('path', { from: 'chinchilla', to: 'sparrow' })
    expect(rowsOf(there)).toHaveLength(3)
    expect(rowsOf(await answerTo('path', { from: 'sparrow', to: 'chinchilla' }))).toEqual(rowsOf(there))
  })

  test.each(['multilingual', 'human-feedback', 'timeline'])('%s has a row a model', async (name) => {
    const models = rowsOf(await answerTo(name, {})).map(({ model }) => model)
    expect(models.length).toBeGreaterThan(0)
    expect(models).toEqual([...new Set(models)])
  })

  test('a model that states its own languages does not inherit those of its ancestor', async () => {
    const rows = rowsOf(await answerTo('multilingual', { atLeast: '2' }))
    expect(rows.find(({ model }) => model === 'model/bloom-1b1-zh')).toMatchObject({ statedOf: 'model/bloom-1b1-zh' })
    expect(rows.find(({ model }) => model === 'model/bloomz-7.1b')).toMatchObject({ languages: '46', statedOf: 'model/bloom' })
  })

  test('both conditions of the scores hold at once', async () => {
    const rows = rowsOf(await answerTo('scores', { benchmark: 'mmlu', model: 'chinchilla' }))
    expect(rows.map(({ model, benchmark }) => [model, benchmark])).toEqual([['model/chinchilla', 'benchmark/mmlu']])
  })
})
