/** Names that are nearly the same: what may stand beside a name, or be written wrong in it, without making another name of it. */
import { normalName } from '../../model/normal-name.ts'
import type { ClassName } from '../../model/vocabulary.ts'

const remark = /\s*[([]([^()[\]]*)[)\]]\s*$/
const owner = /^[\w.-]+\/(?=\S)/
const size = /[\s_-]+\d+(?:\.\d+)?\s?[bmkt](?:\s+parameters)?$/i

/** A remark that tells a part: a language, or a word for it. */
const ofPart = /^[a-z]{2}$|\b(?:subset|split|part|sample|filtered|dedup)/i

/**
 * A name without its owner, and without a remark in brackets or a size at its end.
 *
 * A part is not the whole. A size in the name of data makes other data (`ImageNet-1k`, `LAION-400M`), and what stands behind the name of an
 * organization is a place that tells it from another, unless it is the same name, short or long.
 */
export function bareName(name: string, kind: ClassName): string {
  const [whole, aside] = remark.exec(name) ?? []
  const short = whole === undefined ? name : name.slice(0, -whole.length)
  const goes = aside !== undefined && !ofPart.test(aside.trim()) && (kind !== 'Organization' || areShortAndLong(short, aside))
  const bare = (goes ? short : name).trim().replace(owner, '')
  return (kind === 'Dataset' ? bare : bare.replace(size, '')).trim()
}

/** Whether one is short for the other: its letters stand in the other in their order, from the first on. */
function areShortAndLong(one: string, other: string): boolean {
  const [short, long] = [normalName(one), normalName(other)].sort((a, b) => a.length - b.length) as [string, string]
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return short[0] === long[0] && at === short.length
}

const article = /^(?:the|an?)[\s_-]+(?=\S)/i
/** What a thing of a class is called beside its name. */
const words: Partial<Record<ClassName, RegExp>> = {
  Dataset: /(?<=\S)[\s_-]+(?:data[\s_-]?sets?|corpus|corpora|data)$/i,
  Model: /(?<=\S)[\s_-]+models?$/i,
  Benchmark: /(?<=\S)[\s_-]+benchmark$/i,
}

/** A name without an article, without the word for what it names, and without both: `The Pile` and `pile dataset` are `pile`. */
export function plainNames(name: string, kind: ClassName): string[] {
  const withoutWord = (text: string): string => text.replace(words[kind] ?? '', '')
  const plain = name.trim().replace(article, '')
  return [plain, withoutWord(name.trim()), withoutWord(plain)]
}

/** Shorter names, and shorter words in them, differ in one letter by chance. */
const [shortestName, shortestWord] = [8, 5]
/** Of `MADALINE III` the last word is no word. */
const roman = /^[ivxlcdm]+$/

/**
 * The pairs of names that differ in one letter of a word. A word with a digit in it is a version or a device, a short one an abbreviation,
 * and other letters make another of them: `K40m` and `K40c`, `A100` and `H100`. Found by what is left when a letter is taken out, so that not
 * every two names are compared.
 *
 * @param names each once, words in small letters with spaces between
 */
export function* nearlyEqual(names: readonly string[]): Generator<readonly [string, string]> {
  const known = new Set(names)
  /** Of names with one letter taken out, at the place where it stood: the names that leave this. */
  const left = new Map<string, string[]>()
  for (const name of names) {
    if (name.length < shortestName) continue
    const without = new Set<string>()
    for (const { 0: word, index } of name.matchAll(/\S+/g)) {
      if (word.length < shortestWord || !/^\p{L}+$/u.test(word) || roman.test(word)) continue
      for (let at = index; at < index + word.length; at++) {
        const rest = name.slice(0, at) + name.slice(at + 1)
        if (known.has(rest) && !without.has(rest) && rest.length >= shortestName && word.length > shortestWord) yield [rest, name]
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
}

/** A name as words in small letters with spaces between. */
export const wordsOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
