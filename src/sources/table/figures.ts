/** Figures that a table holds as floating point numbers, from which it cannot be seen how exactly they are meant. */

const scales = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const

/**
 * A floating point number as a person would write the count that it is: `11000000000.0` is 11B, which is how exactly it is meant;
 * `176247271424.0` has all its digits. What arithmetic left behind the fifteenth digit of a large number is taken off.
 *
 * @returns the text itself where it is no plain number
 */
export function countText(text: string): string {
  const number = numberOf(text)
  if (number === undefined) return text
  const whole = Math.round(number)
  if (Math.abs(whole) < 1e6 || whole % 1000 !== 0 || whole >= 1e21) return String(BigInt(whole))
  const [scale, letter] = scales.find(([scale]) => whole >= scale && Number.isInteger((whole / scale) * 1000)) ?? [1, '']
  return `${whole / scale}${letter}`
}

/** A floating point number as it was meant before arithmetic: `5.7700000000001e+23` is 5.77e+23. */
export function roundedText(text: string): string {
  const number = numberOf(text)
  return number === undefined ? text : String(Number(number.toPrecision(10)))
}

/** The number that a text is, if it is a plain one. */
export function numberOf(text: string): number | undefined {
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : undefined
}
