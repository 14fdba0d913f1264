/** Looks a text up in the search index: at most two files are asked for, beside the list of files, which is asked for once. */
import { namesOf, shardPath, type Entry, type SearchIndex } from './format.ts'
import { longestKey, squashed, wordsIn } from './keys.ts'

/** A thing that was found. */
export interface Found {
  readonly entry: Entry
  /** 3: it is called so; 2: it is also called so; 1: a name begins so; 0: a word within one does. */
  readonly grade: number
}

/**
 * The things whose names have a text: those of that name first, then those whose name begins with it, then those with most that
 * comes from them or points to them, then by class.
 *
 * @param load reads a file of the index; undefined where there is none
 */
export async function lookUp(
  index: SearchIndex,
  text: string,
  load: (path: string) => Promise<readonly Entry[] | undefined>,
): Promise<Found[]> {
  const key = squashed(text).slice(0, longestKey)
  if (key === '') return []
  const found = (await entriesFor(index, key, load)).flatMap((entry) => {
    const grade = gradeOf(entry, key)
    return grade === undefined ? [] : [{ entry, grade }]
  })
  const words = [...new Set(text.split(/[^\p{L}\p{N}\p{M}]+/u).map((word) => squashed(word).slice(0, longestKey)))].filter(
    (word) => word !== '',
  )
  if (words.length < 2) return sorted(found)
  // Words that do not stand together in a name, or not in this order.
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best))
  const known = new Set(found.map(({ entry }) => nameOf(entry)))
  const others = (await entriesFor(index, longest, load)).filter(
    (entry) => !known.has(nameOf(entry)) && words.every((word) => gradeOf(entry, word) !== undefined),
  )
  return sorted([...found, ...others.map((entry) => ({ entry, grade: 0 }))])
}

/** The one name of a thing. */
const nameOf = ([classPlace, id]: Entry): string => `${classPlace}/${id}`

/** The entries of the longest beginning of a key that there is a file for; none where keys go on otherwise. */
async function entriesFor(index: SearchIndex, key: string, load: Parameters<typeof lookUp>[2]): Promise<readonly Entry[]> {
  const { whole, best } = filesOf(index)
  for (let end = key.length; end > 0; end--) {
    const path = whole.get(key.slice(0, end)) ?? (end === key.length && best.has(key) ? shardPath(key) : undefined)
    if (path !== undefined) return (await load(path)) ?? []
  }
  return []
}

interface Files {
  /** The paths of files that have all of a beginning. */
  readonly whole: ReadonlyMap<string, string>
  /** The beginnings of which there is a file with the best. */
  readonly best: ReadonlySet<string>
}

const files = new WeakMap<SearchIndex, Files>()

function filesOf(index: SearchIndex): Files {
  let made = files.get(index)
  if (!made) {
    // Beginnings are cut between units of UTF-16, as they were made.
    const whole = index.whole.flatMap(([common, last]) =>
      last.split('').map((unit) => [common + unit, shardPath(common + last[0]!)] as const),
    )
    files.set(index, (made = { whole: new Map(whole), best: new Set(index.best) }))
  }
  return made
}

/** How well a key fits a thing; undefined where it does not. */
function gradeOf(entry: Entry, key: string): number | undefined {
  const [, id, , english, chinese] = entry
  let best: number | undefined
  for (const name of namesOf(entry)) {
    const { text, starts } = wordsIn(name)
    if (text === key && (name === english || name === chinese || name === id)) return 3
    if (text === key) best = 2
    else if (text.startsWith(key)) best = Math.max(best ?? 0, 1)
    else if (best === undefined && starts.some((start) => text.startsWith(key, start))) best = 0
  }
  return best
}

const sorted = (found: readonly Found[]): Found[] =>
  [...found].sort(
    (a, b) =>
      b.grade - a.grade ||
      b.entry[2] - a.entry[2] ||
      a.entry[0] - b.entry[0] ||
      a.entry[1].length - b.entry[1].length ||
      (a.entry[1] < b.entry[1] ? -1 : 1),
  )
