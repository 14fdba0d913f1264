/** When two ways to write the setting of an evaluation mean one setting, so that two sources can speak of one evaluation. */
import { compareText } from './claim.ts'
import { st } from './vocabulary.ts'

const numerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const shots = new RegExp(`\\b(${numerals.join('|')}|\\d+)[- ]?shots?\\b`, 'gi')

/** What the parts of a setting speak of, in the order in which most sources say it; within one kind, parts go by the alphabet. */
const kinds: readonly RegExp[] = [/shot|supervised/i, /prompt/i, /^(?!.*tuned)/i, /tuned/i]

/** `test set, 0-shot` as `zero-shot, test set`: one way to write the number of shots, one order of the parts. */
function canonicalSetting(text: string): string {
  const kindOf = (part: string): number => kinds.findIndex((kind) => kind.test(part))
  return text
    .replace(shots, (_, count: string) => `${shotCount(count.toLowerCase())}-shot`)
    .split(/,(?!\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .sort((a, b) => kindOf(a) - kindOf(b) || compareText(a.toLowerCase(), b.toLowerCase()))
    .join(', ')
}

/** `0` and `1` are written as words, as most sources do; all others in digits. */
function shotCount(written: string): string {
  const digits = numerals.includes(written) ? String(numerals.indexOf(written)) : written.replace(/^0+(?=\d)/, '')
  return digits === '0' || digits === '1' ? numerals[Number(digits)]! : digits
}

const canonical: Readonly<Record<string, (text: string) => string>> = { [st('setting')]: canonicalSetting }

/**
 * A text in the form by which it is told from others of its property.
 *
 * @param property IRI of the predicate
 * @param text as written
 * @returns the text itself, for all properties but those whose texts are known to be written in several ways
 */
export const canonicalText = (property: string, text: string): string =>
  (Object.hasOwn(canonical, property) ? canonical[property]! : (same: string) => same)(text)
