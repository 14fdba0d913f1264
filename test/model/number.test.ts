import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from '../../src/model/number.ts'

/** The canonical form of a number, or the code and text of what is wrong. */
function read(text: string, unit?: string, whole = false): string {
  const result = readNumber(text, unit, whole)
  return 'lexical' in result ? result.lexical : `no: ${result.code ?? 'bad-number'}`
}

const digits = (longest: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{1,${longest}}$`))
const withoutZeros = (text: string): string => text.replace(/^0+(?=\d)/, '')

describe('every digit is kept', () => {
  test('of an integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 39n }), (number) => {
        expect(read(String(number), 'parameters', true)).toBe(String(number))
      }),
    )
  })

  test('of an integer with commas', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (number) => {
        expect(read(String(number).replace(/\B(?=(\d{3})+$)/g, ','), 'tokens', true)).toBe(String(number))
      }),
    )
  })

  test('of a decimal, which has a point; only zeros at its end go', () => {
    fc.assert(
      fc.property(digits(15), digits(15), (whole, fraction) => {
        expect(read(`${whole}.${fraction}`)).toBe(`${withoutZeros(whole)}.${fraction.replace(/0+$/, '') || '0'}`)
      }),
    )
  })

  test('when it is read again as it was written', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits(12), digits(8), fc.integer({ min: -8, max: 8 }), (minus, whole, fraction, power) => {
        const once = read(`${minus}${whole}.${fraction}e${power}`)
        expect(once).toMatch(/^-?(0|[1-9]\d*)\.(0|\d*[1-9])$/)
        expect(read(once)).toBe(once)
      }),
    )
  })
})

describe('scaled forms are exact', () => {
  const scales: [string, number][] = [
    ['', 0],
    ['K', 3],
    ['k', 3],
    ['M', 6],
    ['B', 9],
    ['T', 12],
    [' thousand', 3],
    [' million', 6],
    [' billion', 9],
    [' trillion', 12],
    ['e7', 7],
  ]

  test.each(scales)('with "%s", 10^%d', (scale, power) => {
    fc.assert(
      fc.property(digits(10), digits(power || 1), (whole, fraction) => {
        const exact = BigInt(whole + (power ? fraction : '')) * 10n ** BigInt(power ? power - fraction.length : 0)
        expect(read(`${whole}${power ? `.${fraction}` : ''}${scale}`, 'parameters', true)).toBe(String(exact))
      }),
    )
  })

  const units: [string, string, bigint][] = [
    ['kB', 'bytes', 10n ** 3n],
    ['GB', 'bytes', 10n ** 9n],
    ['TB', 'bytes', 10n ** 12n],
    ['PB', 'bytes', 10n ** 15n],
    ['KiB', 'bytes', 2n ** 10n],
    ['GiB', 'bytes', 2n ** 30n],
    ['TiB', 'bytes', 2n ** 40n],
    ['PiB', 'bytes', 2n ** 50n],
    ['TFLOP/s', 'FLOP/s', 10n ** 12n],
    ['PFLOPS', 'FLOP/s', 10n ** 15n],
    ['MWh', 'kWh', 10n ** 3n],
    ['t', 'kg CO2e', 10n ** 3n],
  ]

  test.each(units)('in %s of %s', (suffix, unit, factor) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (number) => {
        expect(read(`${number} ${suffix}`, unit, true)).toBe(String(number * factor))
      }),
    )
  })

  test('a fraction of a binary unit is rounded to whole bytes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 6n }), (hundredths) => {
        const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')} GiB`
        expect(read(text, 'bytes', true)).toBe(String((hundredths * 2n ** 30n + 50n) / 100n))
      }),
    )
  })
})

test('what a number leaves open holds the number', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', '~', '>', '<', '≈', '>='),
      fc.integer({ min: 0, max: 10 ** 6 }),
      fc.constantFrom('', 'K', 'B', '.5', '.25T'),
      (sign, number, end) => {
        const result = readNumber(`${sign}${number}${end}`, 'tokens', false)
        if (!('lexical' in result)) throw new Error(result.problem)
        expect(result.range[0]).toBeLessThanOrEqual(Number(result.lexical))
        expect(result.range[1]).toBeGreaterThanOrEqual(Number(result.lexical))
      },
    ),
  )
})

test.each<[string, string | undefined, string]>([
  ['70b', 'parameters', 'no: ambiguous-number'],
  ['5m', 'parameters', 'no: ambiguous-number'],
  ['70B', 'bytes', 'no: ambiguous-number'],
  ['1.61 TB', 'parameters', 'no: wrong-unit'],
  ['1.4T tokens', 'parameters', 'no: wrong-unit'],
  ['1.4T tokens', 'tokens', '1400000000000.0'],
  ['1 token', 'tokens', '1.0'],
  ['5 toString', 'bytes', 'no: wrong-unit'],
  ['5 constructor', undefined, 'no: wrong-unit'],
  ['5%', 'layers', 'no: wrong-unit'],
  ['5%', 'percent', '5.0'],
  ['5 (about)', 'layers', 'no: bad-number'],
  ['1.2.3', 'layers', 'no: bad-number'],
  ['0x10', 'layers', 'no: bad-number'],
  ['1,4', 'layers', 'no: bad-number'],
  ['1e999', 'layers', 'no: bad-number'],
  ['-0', 'layers', '0.0'],
  ['.5', undefined, '0.5'],
  ['', undefined, 'no: bad-number'],
  ['9'.repeat(40), undefined, `${'9'.repeat(40)}.0`],
  ['9'.repeat(41), undefined, 'no: bad-number'],
])('%s as %s', (text, unit, expected) => {
  expect(read(text, unit)).toBe(expected)
})

test('any text at all is a number or is refused with a hint', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[~<>]?[-+]?[\d.,]{0,6}[eE]?[\dA-Za-z%/ ]{0,6}$/)),
      fc.constantFrom(undefined, 'bytes', 'tokens', 'percent', '__proto__'),
      (text, unit) => {
        const result = readNumber(text, unit, false)
        if ('lexical' in result) expect(result.lexical).toMatch(/^-?\d+\.\d+$/)
        else expect(result.hint).toBeTruthy()
      },
    ),
    { numRuns: 1_000 },
  )
})
