import { describe, expect, test } from 'vitest'
import { idOf } from '../../src/model/iri.ts'
import { propertyOf, st } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

/** What the best view states of a model's parameters, from which source, and why. */
function stated(claims: string): [value: string, source: string, because: string] | undefined {
  const graph = graphOf(`id: m\nsource: article\nname: M\nparameterCount:\n${claims}`)
  const statement = graph.statementsOf(`${graph.base}model/m`).find(({ property }) => property === st('parameterCount'))
  return statement && [statement.value.value, idOf(statement.claims[0]!.source, graph.base), statement.because.en]
}

describe('which claim is stated', () => {
  test('the only one', () => {
    expect(stated('  - 7B')).toEqual(['7000000000', 'article', 'it is the only claim'])
  })
  test('the preferred one, with its reason', () => {
    expect(stated('  - { value: 7B, source: paper }\n  - { value: 8B, rank: preferred, reason: erratum }')).toEqual([
      '8000000000',
      'article',
      'it is ranked preferred: erratum',
    ])
  })
  test('not the deprecated one', () => {
    expect(stated('  - { value: 7B, source: paper, rank: deprecated, reason: typo }\n  - 8B')).toEqual([
      '8000000000',
      'article',
      'the others are deprecated or have no value',
    ])
  })
  test("the paper's before the card's before the article's", () => {
    const because = "its source is a paper, which outranks the others' kind"
    expect(stated('  - 6B\n  - { value: 7B, source: model-card }\n  - { value: 8B, source: paper }')).toEqual([
      '8000000000',
      'paper',
      because,
    ])
  })
  test('the one that more sources agree with, two readings of one document counting once', () => {
    const yaml = (second: string): string =>
      ['a', 'b', 'c'].map((id) => `kind: Document\nid: ${id}\nsource: ${id}\nname: ${id}\ndocumentType: table\n---\n`).join('') +
      `id: m\nsource: a\nname: M\nparameterCount:\n  - { value: 6B }\n  - { value: 7B, source: b }\n  - { value: 7B, source: c${second} }`
    const value = (text: string): string =>
      graphOf(text)
        .statementsOf('https://w3id.org/stemma/model/m')
        .find(({ property }) => property === st('parameterCount'))!.value.value
    expect(value(yaml(''))).toBe('7000000000')
    expect(value(yaml(', citing: b'))).toBe('6000000000')
  })
  test('two editions of one table count once, and the later one is heard', () => {
    const tables = ['a', 'b 2024', 'c 2025'].map((one) => {
      const [id, year] = one.split(' ')
      return `kind: Document\nid: ${id}\nsource: ${id}\nname: ${id}\ndocumentType: table\n${year ? `released: ${year}\neditionOf: a-table\n` : 'released: 2026\n'}---\n`
    })
    const facts = 'id: m\nsource: a\nname: M\nparameterCount:\n  - 6B\n  - { value: 7B, source: b }\n  - { value: 7B, source: c }'
    const whole = `kind: Document\nid: a-table\nsource: c\nname: The table\ndocumentType: table\n---\n${tables.join('')}${facts}`
    const statement = graphOf(whole)
      .statementsOf('https://w3id.org/stemma/model/m')
      .find(({ property }) => property === st('parameterCount'))!
    expect([statement.value.value, statement.because.en]).toEqual([
      '6000000000',
      'its source is the latest one of those that tell their date (2026)',
    ])
  })
  test('what a source says that is about the thing before what one says that mentions it: of a text before all, else of sources of one kind', () => {
    const graph = graphOf(`${['own-paper', 'later-paper', 'own-blog']
      .map(
        (id, year) => `kind: Document
id: ${id}
source: ${id}
name: ${id}
documentType: ${id === 'own-blog' ? 'blog-post' : 'paper'}
released: ${2020 + year}
`,
      )
      .join('---\n')}---
id: m
source: own-paper
name: M
describedBy: [own-paper, own-blog]
parameterCount: [6B, { value: 7B, source: later-paper }]
contextLength: [{ value: 2048, source: own-blog }, { value: 4096, source: later-paper }]
description: [{ value: Found to be slow., source: later-paper }, { value: A model of owls., source: own-blog }]`)
    const why = (key: string): unknown[] =>
      graph
        .statementsOf(`${graph.base}model/m`)
        .filter(({ property }) => propertyOf(property)?.name === key)
        .map(({ value, because }) => [value.value, because.en])[0]!
    const isAbout = 'its source is about this thing, and does not only mention it'
    expect(why('description')).toEqual(['A model of owls.', isAbout])
    expect(why('parameterCount')).toEqual(['6000000000', isAbout])
    expect(why('contextLength')).toEqual(['4096', "its source is a paper, which outranks the others' kind"])
  })
  test('of those that agree, the most exact', () => {
    expect(stated('  - { value: 176B, source: paper }\n  - { value: 176247271424, source: model-card }')).toEqual([
      '176247271424',
      'model-card',
      'all sources agree; it is the most exact',
    ])
  })
  test('none, when nothing is left', () => {
    expect(stated('  - { status: withheld }')).toBeUndefined()
    expect(stated('  - { value: 7B, rank: deprecated, reason: typo }')).toBeUndefined()
  })
  test('the same one whatever the order of the claims', () => {
    const claims = ['  - { value: 6B, source: paper }', '  - { value: 7B, source: article }', '  - { value: 6.1B, source: model-card }']
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    expect(new Set(orders.map((order) => JSON.stringify(stated(order.map((index) => claims[index]).join('\n'))))).size).toBe(1)
  })
})
