/** What a size of training data counts, where the notes beside it say so: the column itself has words in one row and tokens in the next. */
import { numberOf } from '../table/figures.ts'

/** Where a size belongs: to the data, by a property of its unit, or to the training, which went through so many tokens. */
export type SizeKey = 'tokenCount' | 'wordCount' | 'documentCount' | 'exampleCount' | 'tokensSeen'

const nouns: Readonly<Record<string, SizeKey>> = {
  token: 'tokenCount',
  word: 'wordCount',
  document: 'documentCount',
  example: 'exampleCount',
}
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
}

/** A number, what it is multiplied by, and the word for what it counts, with up to two words between; a rate (`200M words per GB`) is none. */
const stated =
  /(?<![\d.,^×*-])(\d[\d,]*(?:\.\d+)?)(?:\s*[×x*]\s*10\s*\^\s*(\d+))?\s*(?:(k|m|b|t|thousand|millions?|billions?|trillions?)\b)?[\s-]*(?:(?!token|word|document|example|per\b|or\b|and\b|of\b|in\b)[\p{L}-]+\s+){0,2}(token|word|document|example)s?\b(?!\s*(?:\/|per\b|each\b))/giu

/** What stands before the figure where it is said that a training went through it. */
const seen =
  /\btrain(?:ed)?\b[^.;\n]{0,60}?\b(?:on|for)\s+(?:(?:a total of|approximately|about|around|roughly|over|up to|another|additional|an additional|only|~|≈)\s*)*$/i

/** How far a figure in a note may be from the one in the column: it may be rounded. */
const tolerance = 0.01

/**
 * The unit of a size by an explicit statement in its notes: the same figure, within a hundredth, followed by what it counts.
 * "Trained on 300B tokens" is a figure of the training, "a corpus of 300B tokens" one of the data.
 *
 * @param size as the column has it
 * @param epochs how often the training went through the data, if that is told: more than once, and the figure is of the data
 * @returns undefined where the notes say nothing of that figure, or call it by two units
 */
export function sizeUnit(size: string, notes: string, epochs = ''): SizeKey | undefined {
  const value = numberOf(size)
  if (value === undefined || value <= 0) return undefined
  const found = new Set<SizeKey>()
  for (const match of notes.matchAll(stated)) {
    const [, digits, power = '0', scale = '', noun] = match
    const factor = scales[scale.toLowerCase().replace(/(?<=\w\w)s$/, '')] ?? 1
    const figure = Number(digits!.replaceAll(',', '')) * factor * 10 ** Number(power)
    if (Math.abs(figure - value) > tolerance * value) continue
    const key = nouns[noun!.toLowerCase()]!
    found.add(key === 'tokenCount' && !(Number(epochs) > 1) && seen.test(notes.slice(0, match.index)) ? 'tokensSeen' : key)
  }
  // Where one sentence has it of the data and another of the training, it is of the data.
  if (found.has('tokenCount')) found.delete('tokensSeen')
  return found.size === 1 ? [...found][0] : undefined
}
