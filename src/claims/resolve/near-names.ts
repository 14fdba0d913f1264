/** Names that are nearly the same. */

/** What may stand beside a name without making another of it: a remark in brackets, an owner, a size. */
const remark = /\s*[([][^()[\]]*[)\]]\s*$/
const owner = /^[\w.-]+\/(?=\S)/
const size = /[\s_-]+\d+(?:\.\d+)?\s?[bmkt](?:\s+parameters)?$/i

/** A name without its owner, its size and a remark at its end. */
export const bareName = (name: string): string => name.trim().replace(remark, '').replace(owner, '').replace(size, '').trim()

/** Shorter names differ in one letter by chance. */
const shortest = 8

/**
 * The pairs of names that differ in one letter, and in no digit: those make another version or size. Found by what is left when a letter is
 * taken out, so that not every two names are compared.
 *
 * @param names each once
 */
export function* nearlyEqual(names: readonly string[]): Generator<readonly [string, string]> {
  const known = new Set(names)
  /** Of names with one letter taken out, at the place where it stood: the names that leave this. */
  const left = new Map<string, string[]>()
  for (const name of names) {
    if (name.length < shortest) continue
    const without = new Set<string>()
    for (let at = 0; at < name.length; at++) {
      if (isDigit(name[at])) continue
      const rest = name.slice(0, at) + name.slice(at + 1)
      if (known.has(rest) && !without.has(rest) && rest.length >= shortest) yield [rest, name]
      without.add(rest)
      const key = `${at} ${rest}`
      const before = left.get(key)
      if (!before) left.set(key, [name])
      else {
        for (const other of before) yield [other, name]
        before.push(name)
      }
    }
  }
}

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9'
