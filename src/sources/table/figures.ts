/** Figures that a table holds as floating point numbers, from which it cannot be seen how exactly they are meant. */

const scales = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const

/** What part of a number arithmetic may have left in it. */
const noise = 1e-12

/**
 * A floating point number as a person would write the count that it is: `11000000000.0` is 11B, which is how exactly it is meant;
 * `176247271424.0` has all its digits. What arithmetic left behind the twelfth digit is taken off.
 *
 * @returns the text itself where it is no plain number, or not a whole one
 */
export function countText(text: string): string {
  const number = numberOf(text)
  const whole = Math.round(number ?? Number.NaN)
  if (number === undefined || Math.abs(number - whole) > Math.abs(number) * noise) return text
  if (Math.abs(whole) < 1e6 || whole % 1000 !== 0 || whole >= 1e21) return String(BigInt(whole))
  const [scale, letter] = scales.find(([scale]) => whole >= scale && Number.isInteger((whole / scale) * 1000)) ?? [1, '']
  return `${whole / scale}${letter}`
}

/** A floating point number as it was meant before arithmetic: `5.7700000000001e+23` is 5.77e+23. */
export function roundedText(text: string): string {
  const number = numberOf(text)
  return number === undefined ? text : String(Number(number.toPrecision(10)))
}

/** The number that a text is, if it is a plain one, and not so large that it would be taken for one without end. */
export function numberOf(text: string): number | undefined {
  const number = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
