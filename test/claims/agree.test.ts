import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agree } from '../../src/claims/agree.ts'
import type { Claim } from '../../src/model/claim.ts'
import { isReading, readValue } from '../../src/model/value.ts'
import { classOf } from '../../src/model/vocabulary.ts'

const base = 'https://example.org/'

/** A claim of a value as it is written. */
function claim(written: string, key: string, className: 'Model' | 'Document' = 'Model'): Claim {
  const property = classOf(className).properties.get(key)!
  const reading = readValue(written, property, base)
  if (!isReading(reading)) throw new Error(reading.message)
  return {
    subject: `${base}model/x`,
    property: property.path,
    value: reading.term,
    ...(reading.range && { range: reading.range }),
    source: `${base}document/a`,
    rank: 'normal',
  }
}

describe('values that agree', () => {
  test.each([
    ['176B', '176247271424', 'parameterCount'],
    ['1.4T', '1.41T', 'parameterCount'],
    ['~600B', '560B', 'parameterCount'],
    ['>1000', '1200', 'contributorCount'],
    ['2022-03', '2022-03-29', 'released'],
    ['2022', '2022-11', 'released'],
  ])('%s and %s', (a, b, key) => {
    expect(agree(claim(a, key), claim(b, key))).toBe(true)
  })

  test('two spellings of one text', () => {
    const author = (name: string): Claim => claim(name, 'author', 'Document')
    expect(agree(author('Scao, Teven Le'), author('SCAO TEVEN LE'))).toBe(true)
    expect(agree(author('Scao'), author('Fan'))).toBe(false)
  })
})

describe('values that do not', () => {
  test.each([
    ['530B', '560B', 'parameterCount'],
    ['176B', '175B', 'parameterCount'],
    ['100', '101', 'contributorCount'],
    ['>1000', '100', 'contributorCount'],
    ['2021-11', '2022-11', 'released'],
    ['2022-03-29', '2022-03-30', 'released'],
    ['gated', 'open', 'access'],
  ])('%s and %s', (a, b, key) => {
    expect(agree(claim(a, key), claim(b, key))).toBe(false)
  })
})

test('a value that is withheld agrees with any, one that does not exist with none', () => {
  const none = (status: 'withheld' | 'absent'): Claim => ({ subject: 's', property: 'p', status, source: 'x', rank: 'normal' })
  expect(agree(none('withheld'), claim('70B', 'parameterCount'))).toBe(true)
  expect(agree(none('absent'), claim('70B', 'parameterCount'))).toBe(false)
})

test('agreement does not depend on the order, and everything agrees with itself', () => {
  const written = fc.oneof(
    fc.integer({ min: 1, max: 2_000_000 }).map(String),
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('K', 'M', 'B', 'T')).map(([n, scale]) => `${n}${scale}`),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 9 }), fc.constantFrom('M', 'B'))
      .map(([n, d, scale]) => `${n}.${d}${scale}`),
  )
  fc.assert(
    fc.property(written, written, (a, b) => {
      const [x, y] = [claim(a, 'parameterCount'), claim(b, 'parameterCount')]
      expect(agree(x, x)).toBe(true)
      expect(agree(x, y)).toBe(agree(y, x))
    }),
  )
})
