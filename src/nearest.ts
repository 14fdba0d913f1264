import { distance } from 'fastest-levenshtein'

/** What is longer is no slip of a name. */
export const longest = 120

/**
 * The names that a person may have meant: nearest first by edit distance, those that contain the given text included.
 *
 * @param name what was written
 * @param known what could have been meant
 * @param count how many to give at most
 */
export function nearest(name: string, known: Iterable<string>, count = 3): string[] {
  if (name.length > longest) return []
  const wanted = name.toLowerCase()
  // Names that differ in case only are one; the first is told.
  return [...new Map([...known].reverse().map((candidate) => [candidate.toLowerCase(), candidate])).values()]
    .map((candidate) => {
      const text = candidate.toLowerCase()
      const contained = wanted.length > 2 && (text.includes(wanted) || wanted.includes(text))
      return { candidate, steps: distance(wanted, text), contained }
    })
    .filter(
      ({ candidate, steps, contained }) =>
        contained ||
        steps <= Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3)) ||
        (steps === 2 && letters(wanted) === letters(candidate.toLowerCase())),
    )
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** The same for two words of which one has two letters in the wrong order. */
const letters = (text: string): string => Array.from(text).sort().join('')

/** `did you mean "a" or "b"?`, or nothing when no name is near. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  return meant(nearest(name, known))
}

/** `did you mean "a" or "b"?` of names that are near; nothing of none. */
export function meant(names: readonly string[]): string | undefined {
  return names.length > 0 ? `did you mean ${names.map((near) => `"${near}"`).join(' or ')}?` : undefined
}
