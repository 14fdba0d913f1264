import { describe, expect, test } from 'vitest'
import { checkRules } from '../../src/graph/rules.ts'
import { propertyOf } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

const sheet = (id: string, rest: string, kind = 'Model'): string =>
  `{ id: ${id}, kind: ${kind}, source: paper, name: ${id.toUpperCase()}, ${rest} }`

/** What the rules find, as a person reads it. */
const found = (...sheets: readonly string[]): string[] =>
  checkRules(graphOf(sheets.join('\n---\n'))).map(
    ({ subject, property, message }) => `${subject.replace(/.*\//, '')} ${propertyOf(property!)!.name}: ${message}`,
  )

describe('cycles', () => {
  test.each([
    ['of a variant', [sheet('x', 'variantOf: x')], 'x variantOf: depends on itself'],
    ['of variants', [sheet('x', 'variantOf: z'), sheet('z', 'variantOf: x')], 'x variantOf: depends on itself: X ← Z ← X'],
    [
      'of a variant and its parent',
      [sheet('x', 'variantOf: z'), sheet('z', 'fineTunedFrom: x')],
      'x variantOf: depends on itself: X ← Z ← X',
    ],
    ['of a part', [sheet('d', 'hasPart: d', 'Dataset')], 'd hasPart: depends on itself'],
    [
      'of datasets',
      [sheet('a', 'hasPart: b', 'Dataset'), sheet('b', 'derivedFrom: c', 'Dataset'), sheet('c', 'hasPart: a', 'Dataset')],
      'a hasPart: depends on itself: A ← B ← C ← A',
    ],
    ['of machines', [sheet('h', 'accelerator: h', 'Hardware')], 'h accelerator: depends on itself'],
  ])('%s', (_, sheets, finding) => {
    expect(found(...sheets)).toEqual([finding])
  })

  test('two that share a model are told at the two models at which they close', () => {
    expect(
      found(sheet('a', 'mergedFrom: [b, c]'), sheet('b', 'variantOf: a'), sheet('c', 'derivedFrom: d'), sheet('d', 'derivedFrom: c')),
    ).toEqual(['a derivedFrom: depends on itself: A ← B ← A', 'c derivedFrom: depends on itself: C ← D ← C'])
  })

  test('none, where two ways lead to one ancestor', () => {
    expect(found(sheet('a', 'mergedFrom: [b, c]'), sheet('b', 'derivedFrom: d'), sheet('c', 'variantOf: d'), sheet('d', ''))).toEqual([])
  })

  test('a ring of ten thousand models is told in one short line, within seconds', () => {
    const started = performance.now()
    const [finding, ...others] = checkRules(
      graphOf(Array.from({ length: 10_000 }, (_, i) => sheet(`m${i}`, `variantOf: m${(i + 1) % 10_000}`)).join('\n---\n')),
    )
    expect(others).toEqual([])
    expect(finding!.message).toMatch(/^depends on itself: M0 ← M1 ← .* ← … 9,988 more … ← .* ← M9999 ← M0$/)
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

test('findings are sentences about their thing, with figures that can be read', () => {
  expect(
    found(
      sheet('d', 'released: 2024-05, tokenCount: 1B', 'Dataset'),
      sheet(
        'm',
        'released: 2023-01, trainedOn: d, training: [{ phase: pre-training, usage: [{ uses: dataset/d, tokensSeen: 5B, epochs: 2 }] }]',
      ),
    ),
  ).toEqual([
    'm trainedOn: was released in 2023-01, before the data it was trained on, D (2024-05)',
    'm--pre-training--dataset--d tokensSeen: saw 5,000,000,000 tokens of D, which has 1,000,000,000, in 2 epochs',
  ])
  expect(
    found(
      sheet('d', 'released: 2024, tokenCount: 1B', 'Dataset'),
      sheet(
        'm',
        'released: 2023-01-31, trainedOn: d, training: [{ phase: pre-training, usage: [{ uses: dataset/d, tokensSeen: 5B, epochs: 1 }] }]',
      ),
    ),
  ).toEqual([
    'm trainedOn: was released on 2023-01-31, before the data it was trained on, D (2024)',
    'm--pre-training--dataset--d tokensSeen: saw 5,000,000,000 tokens of D, which has 1,000,000,000, in 1 epoch',
  ])
})
