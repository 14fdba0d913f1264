/** JSON as text: on which line a value stands, and what can be read of a text that is broken or cut. */

/** JSON that was read, as far as it is any. */
export interface JsonText {
  readonly value: unknown
  /** The line of the first thing that is no JSON; undefined where all of it is. What follows it is missing from the value. */
  readonly brokenLine?: number
  /** The line on which a value begins that a JSON Pointer leads to; of what is not looked up, that of what holds it. */
  lineOf(pointer: string): number
}

/** Of values that stand deeper no line is looked up, and what is broken deeper is not mended. */
const deepest = 200
/** Of how many objects lines are known, and how many characters their pointers may have together. */
const mostObjects = 100_000
const mostCharacters = 20_000_000

/**
 * Reads JSON.
 *
 * @param text of a file
 * @param value what it holds, where that is known; undefined where it is not JSON
 * @returns undefined where nothing can be read
 */
export function readJson(text: string, value: unknown): JsonText | undefined {
  let found: Scanned | undefined
  const scanned = (): Scanned => (found ??= scan(text, value === undefined))
  const lineAt = lineFinder(text)
  const lineOf = (pointer: string): number => {
    const { offsets } = scanned()
    let known = pointer
    while (known !== '' && !offsets.has(known)) known = known.slice(0, known.lastIndexOf('/'))
    return lineAt(offsets.get(known) ?? 0)
  }
  if (value !== undefined) return { value, lineOf }
  const { bad, cut, closers } = scanned()
  try {
    return { value: JSON.parse(text.slice(0, cut) + closers) as unknown, brokenLine: lineAt(bad ?? text.length), lineOf }
  } catch {
    return undefined
  }
}

/** A key as a part of a JSON Pointer (RFC 6901). */
export const pointerPart = (key: string | number): string =>
  typeof key === 'string' && /[~/]/.test(key) ? `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${key}`

interface Scanned {
  /** Where objects begin, by their JSON Pointers. */
  readonly offsets: ReadonlyMap<string, number>
  /** Where the first thing stands that is no JSON. */
  readonly bad?: number
  /** Up to where all values are whole, and what closes those that are open there. */
  readonly cut: number
  readonly closers: string
}

/** Where the walk through a text stands. */
interface Walk {
  readonly text: string
  /** Whether each string is looked at, too. */
  readonly strict: boolean
  at: number
  expected: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'end'
  /** What closes all that is open. */
  closers: string
  /** The parts of the pointer that leads here; the places in lists are numbers, since they are counted. */
  readonly keys: (string | number)[]
  /** How many characters the pointers may still have. */
  left: number
  readonly offsets: Map<string, number>
  kept: Pick<Scanned, 'cut' | 'closers'>
}

/** Walks through a text by the grammar of JSON (RFC 8259) without making values of it; it does not call itself, however deep the text goes. */
function scan(text: string, strict: boolean): Scanned {
  const walk: Walk = {
    text,
    strict,
    at: 0,
    expected: 'value',
    closers: '',
    keys: [],
    left: mostCharacters,
    offsets: new Map(),
    kept: { cut: 0, closers: '' },
  }
  for (;;) {
    while (/[ \t\r\n]/.test(text.charAt(walk.at))) walk.at++
    const character = text.charAt(walk.at)
    if (character === '' && walk.closers === '' && walk.expected === 'end') return { offsets: walk.offsets, cut: walk.at, closers: '' }
    if (character === '' || !(Object.hasOwn(steps, character) ? steps[character]! : readWord)(walk)) break
  }
  return { offsets: walk.offsets, bad: walk.at, ...walk.kept }
}

/** Steps over one word or mark; false where it may not stand there. */
type Step = (walk: Walk) => boolean

const expectsValue = ({ expected }: Walk): boolean => expected.startsWith('value')

const open =
  (closer: '}' | ']'): Step =>
  (walk) => {
    const { keys, offsets, at } = walk
    if (!expectsValue(walk) || keys.length === deepest) return false
    if (closer === '}' && offsets.size < mostObjects && walk.left > 0) {
      const pointer = keys.map((key) => (typeof key === 'number' ? `/${key}` : key)).join('')
      walk.left -= pointer.length
      offsets.set(pointer, at)
    }
    walk.closers = closer + walk.closers
    keys.push(0)
    walk.expected = closer === '}' ? 'key or end' : 'value or end'
    walk.at++
    return true
  }

const close: Step = (walk) => {
  if (walk.text.charAt(walk.at) !== walk.closers.charAt(0) || !walk.expected.endsWith('end')) return false
  walk.closers = walk.closers.slice(1)
  walk.keys.pop()
  walk.expected = 'end'
  walk.kept = { cut: ++walk.at, closers: walk.closers }
  return true
}

const steps: Readonly<Record<string, Step>> = {
  '{': open('}'),
  '[': open(']'),
  '}': close,
  ']': close,
  ',': (walk) => {
    const { keys, closers, expected, at } = walk
    if (expected !== 'end' || closers === '') return false
    walk.kept = { cut: at, closers }
    const isList = closers.startsWith(']')
    if (isList) keys[keys.length - 1] = Number(keys.at(-1)) + 1
    walk.expected = isList ? 'value' : 'key'
    walk.at++
    return true
  },
  ':': (walk) => {
    if (walk.expected !== 'colon') return false
    walk.expected = 'value'
    walk.at++
    return true
  },
  '"': (walk) => {
    const { text, at, keys } = walk
    const isValue = expectsValue(walk)
    const end = isValue || walk.expected.startsWith('key') ? stringEnd(text, at) : undefined
    const string = end === undefined || (isValue && !walk.strict) ? '' : stringOf(text.slice(at, end))
    if (end === undefined || string === undefined) return false
    if (!isValue) keys[keys.length - 1] = pointerPart(string)
    walk.expected = isValue ? 'end' : 'colon'
    walk.at = end
    return true
  },
}

const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

const readWord: Step = (walk) => {
  word.lastIndex = walk.at
  if (!expectsValue(walk) || !word.test(walk.text)) return false
  walk.at = word.lastIndex
  walk.expected = 'end'
  return true
}

/** Where a string is over, of which the opening quotation mark stands at some place. */
function stringEnd(text: string, start: number): number | undefined {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charAt(end - 1 - slashes) === '\\') slashes++
    if (slashes % 2 === 0) return end + 1
  }
  return undefined
}

function stringOf(json: string): string | undefined {
  try {
    return JSON.parse(json) as string
  } catch {
    return undefined
  }
}

/** Finds lines of places; they are counted when the first is asked for. */
function lineFinder(text: string): (offset: number) => number {
  let starts: number[] | undefined
  return (offset) => {
    if (!starts) {
      starts = [0]
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    }
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
