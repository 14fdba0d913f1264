/**
 * Numbers as people write them: `70B`, `1.4T`, `1.61 TB`, `312 TFLOP/s`, `~600B`, `>1,000`.
 *
 * The unit is the property's, never guessed: a suffix that could mean two things is refused. All arithmetic is exact,
 * so an integer keeps every digit.
 */
import { quote } from '../quote.ts'
import { example, scaleOf, type NoScale } from './unit.ts'

/** A number that was read: its canonical form, and the range that the way it was written leaves open. */
export interface Quantity {
  /** Canonical lexical form of xsd:integer, or of xsd:decimal, which has a point (XML Schema 1.0). */
  readonly lexical: string
  /** The least and the greatest number that would be written so. */
  readonly range: readonly [low: number, high: number]
}

/** Why a text is not a number of the unit that is asked for. */
export type NotANumber = NoScale

const longest = 40

const written = /^(~|≈|>=|<=|>|<|≥|≤)?\s*([+-]?)(\d[\d,]*|\.\d+)(\.\d+)?(?:[eE]([+-]?\d{1,4}))?\s*(\S.*)?$/u

/**
 * Reads a number.
 *
 * @param text as written
 * @param unit what the property counts or measures (`schema:unitText` of its shape)
 * @param whole whether only integers will do
 */
export function readNumber(text: string, unit: string | undefined, whole: boolean): Quantity | NotANumber {
  const tooExact: NotANumber = {
    problem: `${quote(text)} is too large or too exact to be a figure of anything`,
    hint: `at most ${longest} digits`,
  }
  if (text.length > 1000) return tooExact
  const parts = partsOf(text.trim())
  if (!parts)
    return {
      problem: `${quote(text)} is not a number`,
      hint: `write digits${whole ? ', or a number with K, M, B or T' : ''}${example(unit)}`,
    }
  const { sign, negative, digits, fraction, exponent, suffix } = parts
  if (!parts.grouped)
    return {
      problem: `the commas in ${quote(text)} do not group thousands`,
      hint: 'write a point before decimals and a comma only between groups of three digits',
    }
  const scale = scaleOf(suffix, unit)
  if ('problem' in scale) return { ...scale, problem: `${quote(text)} ${scale.problem}` }
  const power = exponent + scale.ten - fraction
  if ((power < 0 ? Math.max(digits.length, -power) : digits.length + power) > longest) return tooExact
  const exact = decimal(BigInt(digits), power, scale.two, negative)
  const lexical = whole || exact.includes('.') ? exact : `${exact}.0`
  if (whole && lexical.includes('.')) return { problem: `${quote(text)} is not a whole number`, hint: `this counts ${unit ?? 'things'}` }
  return { lexical, range: rangeOf(Number(lexical), sign, digits, power + scale.two * Math.log10(2)) }
}

interface Parts {
  readonly sign: string
  readonly negative: boolean
  readonly digits: string
  /** How many of the digits stand behind the point. */
  readonly fraction: number
  readonly exponent: number
  readonly suffix: string
  /** Whether its commas, if any, group thousands. */
  readonly grouped: boolean
}

function partsOf(text: string): Parts | undefined {
  const match = written.exec(text)
  if (!match) return undefined
  const [, sign = '', minus = '', head = '', tail = '', exponent = '0', suffix = ''] = match
  return {
    sign,
    negative: minus === '-',
    digits: (head + tail).replace(/[,.]/g, ''),
    fraction: (head.startsWith('.') ? head.length - 1 : 0) + Math.max(0, tail.length - 1),
    exponent: Number(exponent),
    suffix: suffix.trim(),
    grouped: !head.includes(',') || /^\d{1,3}(,\d{3})+$/.test(head),
  }
}

/** digits × 10^ten × 2^two, a point only where there is a fraction; bytes in powers of two are rounded to whole ones. */
function decimal(digits: bigint, ten: number, two: number, negative: boolean): string {
  const sign = negative && digits !== 0n ? '-' : ''
  if (two === 0) return sign + place(digits, ten)
  const bytes = digits * 2n ** BigInt(two)
  return sign + (ten >= 0 ? place(bytes, ten) : ((bytes + 10n ** BigInt(-ten) / 2n) / 10n ** BigInt(-ten)).toString())
}

/** digits × 10^power without zeros at the end of the fraction. */
function place(value: bigint, power: number): string {
  if (power >= 0) return (value * 10n ** BigInt(power)).toString()
  const digits = value.toString().padStart(1 - power, '0')
  const fraction = digits.slice(power).replace(/0+$/, '')
  return digits.slice(0, power) + (fraction ? `.${fraction}` : '')
}

/** All digits of a plain integer are meant; a scaled or fractional one is rounded in its last place; "about" in its first. */
function rangeOf(value: number, sign: string, digits: string, power: number): [number, number] {
  if (/[>≥]/.test(sign)) return [value, Infinity]
  if (/[<≤]/.test(sign)) return [-Infinity, value]
  const half = sign !== '' ? Math.abs(value) * 0.1 : power === 0 && digits.length > 0 ? 0 : 10 ** power / 2
  return [value - half, value + half]
}

/** A finite number in digits alone, as xsd:decimal wants it; it is read back as the same number. */
export function decimalText(number: number): string {
  const [digits, exponent] = String(Math.abs(number)).split('e')
  const [whole, fraction = ''] = digits!.split('.')
  const text = place(BigInt(whole! + fraction), Number(exponent ?? 0) - fraction.length)
  return number < 0 ? `-${text}` : text
}
