import { expect, test } from 'vitest'
import { readNumber } from '../../src/model/number.ts'

/** What is read, or why not and what to do. */
function read(text: string, unit: string): string {
  const result = readNumber(text, unit, true)
  return 'problem' in result ? `${result.code}: ${result.hint}` : result.lexical
}

test.each(['2k', '4K', '1M', '32 thousand', '2k tokens'])('%s tokens of context may be powers of two', (text) => {
  expect(read(text, 'tokens of context')).toBe('ambiguous-number: write all the digits')
})

test.each(['2048', '2,048', '2048 tokens', '2048 tokens of context'])('%s is not', (text) => {
  expect(read(text, 'tokens of context')).toBe('2048')
})

test('of other tokens, thousands are thousands', () => {
  expect(read('2K', 'tokens')).toBe('2000')
})

test('a number may have forty digits, wherever its point is', () => {
  const digits = '123456789012345678'
  expect(readNumber(`${digits}.${digits}`, undefined, false)).toMatchObject({ lexical: `${digits}.${digits}` })
  expect(readNumber(`${digits}${digits}.${digits}`, undefined, false)).toHaveProperty('problem')
})
