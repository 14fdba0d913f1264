/**
 * The search index in files, none of them large: the keys of all names as a tree by their characters, cut where what is below a
 * beginning fits into one file. Above that, a file has the best entries of its beginning alone.
 */
import { Column } from '../../graph/index/column.ts'
import { longestKey, wordsIn } from './keys.ts'
import { namesOf } from './format.ts'
import type { Searchable } from './things.ts'

/** A file: the beginnings of the keys of its entries, and the places of these. */
export interface Shard {
  readonly common: string
  /** The last characters of the beginnings: several where a file has all entries of each, none where it has the best of `common`. */
  readonly last: string
  readonly places: Uint32Array
}

/** So many bytes a file has at most, and so many entries where it has only the best. */
const most = { bytes: 56_000, best: 200 } as const

/** All keys: where each begins in one text, in which names are lines, and whose it is. */
interface Keys {
  readonly text: string
  readonly starts: Uint32Array
  readonly places: Uint32Array
  /** The length of each entry in its file. */
  readonly bytes: Uint16Array
}

const lineEnd = 10

/** Keys that are next to each other in the order, with a common beginning. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** Divides things into files, in the order of their beginnings. */
export function shardsOf(things: Searchable): Shard[] {
  const keys = keysOf(things)
  const order = Uint32Array.from(keys.starts, (_, at) => at)
  const shards: Shard[] = []
  const open: Stretch[] = [{ from: 0, to: order.length, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const common = beginning(keys, order, next)
    const own = order.subarray(next.from, next.to)
    if (next.depth > 0) shards.push({ common, last: '', places: placesOf(keys, bestOf(things, keys, own, next.depth)) })
    if (next.depth === longestKey) continue
    const { large, small } = bySize(keys, order, divide(keys, order, next))
    for (const group of small)
      shards.push({
        common,
        last: group.map((one) => beginning(keys, order, one).at(-1)!).join(''),
        places: placesOf(keys, order.subarray(group[0]!.from, group.at(-1)!.to)),
      })
    open.push(...large.reverse())
  }
  return shards
}

const beginning = ({ text, starts }: Keys, order: Uint32Array, { from, depth }: Stretch): string =>
  depth === 0 ? '' : text.slice(starts[order[from]!], starts[order[from]!]! + depth)

/** Those that need several files, and the others in groups of neighbours that fit into one. */
function bySize({ bytes, places }: Keys, order: Uint32Array, stretches: readonly Stretch[]): { large: Stretch[]; small: Stretch[][] } {
  const [large, small]: [Stretch[], Stretch[][]] = [[], []]
  let [group, size]: [Stretch[], number] = [[], 0]
  for (const one of stretches) {
    const own = order.subarray(one.from, one.to).reduce((sum, key) => sum + bytes[places[key]!]!, 0)
    if (own > most.bytes) large.push(one)
    // A group lies in one piece, so a large one ends it.
    if (own > most.bytes || size + own > most.bytes || group.length === 0) small.push((group = []))
    if (own > most.bytes) continue
    size = group.length === 0 ? own : size + own
    group.push(one)
  }
  return { large, small: small.filter(({ length }) => length > 0) }
}

function keysOf(things: Searchable): Keys {
  const lines: string[] = []
  const [starts, places] = [new Column(), new Column()]
  const bytes = new Uint16Array(things.count)
  let length = 0
  for (let place = 0; place < things.count; place++) {
    const entry = things.entry(place)
    bytes[place] = Math.min(0xffff, Buffer.byteLength(JSON.stringify(entry)) + 1)
    // Whole names first, since a name that begins so is a better find than a word in one.
    const names = namesOf(entry).map((name) => {
      const words = wordsIn(name)
      lines.push(words.text)
      length += words.text.length + 1
      return { ...words, line: length - words.text.length - 1 }
    })
    const known = new Set<string>()
    for (const first of [true, false])
      for (const { text, starts: own, line } of names)
        for (const start of own) {
          const key = text.slice(start)
          if ((start === 0) !== first || known.has(key)) continue
          known.add(key)
          starts.push(line + start)
          places.push(place)
        }
  }
  return { text: `${lines.join('\n')}\n`, starts: listed(starts), places: listed(places), bytes }
}

function listed(column: Column): Uint32Array {
  const numbers = new Uint32Array(column.length)
  column.moveTo(numbers)
  return numbers
}

/** Puts keys with a common beginning in the order of their next characters; a stretch for each, without the keys that end here. */
function divide({ text, starts }: Keys, order: Uint32Array, { from, to, depth }: Stretch): Stretch[] {
  const next = (key: number): number => text.charCodeAt(starts[key]! + depth)
  const counts = new Map<number, number>()
  for (let at = from; at < to; at++) counts.set(next(order[at]!), (counts.get(next(order[at]!)) ?? 0) + 1)
  const stretches = []
  const places = new Map<number, number>()
  let start = from
  for (const [character, count] of [...counts].sort(([a], [b]) => a - b)) {
    places.set(character, start)
    if (character !== lineEnd) stretches.push({ from: start, to: start + count, depth: depth + 1 })
    start += count
  }
  for (const key of order.slice(from, to)) {
    const at = places.get(next(key))!
    order[at] = key
    places.set(next(key), at + 1)
  }
  return stretches
}

/** The keys of the best things, as `lookUp` ranks them for this very beginning. */
function bestOf({ weights, classes }: Searchable, { text, starts, places }: Keys, own: Uint32Array, depth: number): Uint32Array {
  const score = (key: number): number => {
    const start = starts[key]!
    const begins = start === 0 || text.charCodeAt(start - 1) === lineEnd
    const grade = begins ? (text.charCodeAt(start + depth) === lineEnd ? 2 : 1) : 0
    return (grade * 2 ** 32 + weights[places[key]!]!) * 32 + (31 - classes[places[key]!]!)
  }
  const least = Float64Array.from(own, score).sort()[Math.max(0, own.length - most.best)]!
  const above = own.filter((key) => score(key) > least)
  return Uint32Array.from([...above, ...own.filter((key) => score(key) === least).subarray(0, most.best - above.length)])
}

/** Whose keys these are, each once, ascending. */
const placesOf = ({ places }: Keys, keys: Uint32Array): Uint32Array => Uint32Array.from(new Set(keys.map((key) => places[key]!))).sort()
