/** Units: the suffixes that each takes, and what they multiply by. A suffix that could mean two things is refused. */
import { oneLine } from '../quote.ts'

/** What a suffix multiplies by: a power of ten, and for KiB and the like a power of two. */
export interface Scale {
  readonly ten: number
  readonly two: number
}

/** Why a suffix does not fit. The problem is put behind what was written. */
export interface NoScale {
  readonly code?: 'wrong-unit' | 'ambiguous-number'
  readonly problem: string
  readonly hint: string
}

const scales: Record<string, number> = { K: 3, k: 3, M: 6, B: 9, T: 12, thousand: 3, million: 6, billion: 9, trillion: 12 }
const metric = (unit: string, from = ''): Record<string, number> =>
  Object.fromEntries([
    [from + unit, 0],
    ...['k', 'M', 'G', 'T', 'P', 'E', 'Z'].map((prefix, index) => [prefix + unit, 3 * (index + 1)] as const),
    [`K${unit}`, 3],
  ])

/** Powers of ten by suffix, for the units that have suffixes of their own; all others are counts. */
const suffixes: Record<string, Record<string, number>> = {
  bytes: { ...metric('B'), bytes: 0, byte: 0 },
  'FLOP/s': { ...metric('FLOP/s'), ...metric('FLOPS'), ...metric('FLOP/S'), ...metric('flop/s') },
  FLOP: { ...metric('FLOP'), ...metric('FLOPs') },
  kWh: { Wh: -3, kWh: 0, MWh: 3, GWh: 6 },
  'kg CO2e': { g: -3, kg: 0, t: 3, tons: 3, tonnes: 3, 'kg CO2e': 0, 't CO2e': 3, tCO2e: 3, tCO2eq: 3 },
  hours: { h: 0, hours: 0, hour: 0 },
  percent: { '%': 0, percent: 0 },
}
const binary: Record<string, number> = { KiB: 10, MiB: 20, GiB: 30, TiB: 40, PiB: 50 }

/**
 * What the suffix of a number multiplies it by.
 *
 * @param suffix what follows the digits
 * @param unit what the property counts or measures
 */
export function scaleOf(suffix: string, unit: string | undefined): Scale | NoScale {
  if (suffix === '') return { ten: 0, two: 0 }
  const own = unit !== undefined && Object.hasOwn(suffixes, unit) ? suffixes[unit] : undefined
  return own ? measured(suffix, unit!, own) : counted(suffix, unit)
}

/** Of a unit with suffixes of its own, such as bytes. */
function measured(suffix: string, unit: string, own: Record<string, number>): Scale | NoScale {
  if (unit === 'bytes' && suffix === 'B')
    return { code: 'ambiguous-number', problem: 'may be bytes or billions', hint: 'write the unit as GB, TB or GiB, or all the digits' }
  if (Object.hasOwn(own, suffix)) return { ten: own[suffix]!, two: 0 }
  if (unit === 'bytes' && Object.hasOwn(binary, suffix)) return { ten: 0, two: binary[suffix]! }
  return {
    code: 'wrong-unit',
    problem: `is not in ${unit}`,
    hint: `this key is in ${unit}${example(unit) || `, written ${Object.keys(own).join(', ')}`}`,
  }
}

/** What follows the 0 of a number in base 16, 8 or 2. */
const otherBase = /^(?:x[\da-f]+|o[0-7]+|b[01]+)$/i

const lowerCase: Record<string, string> = { m: 'millions', b: 'billions', t: 'trillions' }

/** What is counted in powers of two as often as in powers of ten: `2k` tokens of context are 2,000 or 2,048. */
const oftenBinary: ReadonlySet<string | undefined> = new Set(['tokens of context'])

/** Of a count: K, M, B or T, and perhaps the name of what is counted. */
function counted(suffix: string, unit: string | undefined): Scale | NoScale {
  const [, scale = '', noun = ''] = /^(?:(K|k|M|B|T|thousand|million|billion|trillion)(?![\p{L}\p{N}]))?\s*(.*)$/su.exec(suffix) ?? []
  if (noun === '' || names(noun, unit)) return scaled(scale, unit)
  if (Object.hasOwn(lowerCase, noun))
    return {
      code: 'ambiguous-number',
      problem: 'could mean more than one number',
      hint: `write ${noun.toUpperCase()} in upper case for ${lowerCase[noun]}`,
    }
  if (!/^\p{L}[\p{L}\p{M}\p{Nd}%/ -]*$|^%$/u.test(noun) || otherBase.test(noun) || (scale !== '' && Object.hasOwn(scales, noun)))
    return { problem: 'is not a number', hint: `write digits, or a number with K, M, B or T${example(unit)}` }
  return {
    code: 'wrong-unit',
    problem: `is in ${unitOf(noun)}`,
    hint: `this key counts ${unit ?? 'things without a unit'}${example(unit)}`,
  }
}

/** Whether a word names what is counted: `parameter`, `parameters`; `tokens` and `tokens of context`. */
function names(noun: string, unit: string | undefined): boolean {
  const short = unit?.replace(/ of .*/, '')
  return noun === unit || noun === short || `${noun}s` === short
}

function scaled(scale: string, unit: string | undefined): Scale | NoScale {
  if (scale === '') return { ten: 0, two: 0 }
  if (oftenBinary.has(unit)) return { code: 'ambiguous-number', problem: 'could mean more than one number', hint: 'write all the digits' }
  return { ten: scales[scale]!, two: 0 }
}

/** The unit that a suffix is known to be of, or the suffix itself. */
function unitOf(noun: string): string {
  if (Object.hasOwn(binary, noun)) return 'bytes'
  return Object.entries(suffixes).find(([, table]) => Object.hasOwn(table, noun))?.[0] ?? oneLine(noun.slice(0, 20))
}

const examples: Record<string, string> = { bytes: '1.61 TB', 'FLOP/s': '312 TFLOP/s', FLOP: '3.14e23', parameters: '70B', tokens: '1.4T' }

/** `, such as 70B`, for the units that people write in their own way. */
export const example = (unit: string | undefined): string =>
  unit !== undefined && Object.hasOwn(examples, unit) ? `, such as ${examples[unit]}` : ''
