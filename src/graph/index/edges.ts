/** The triples of one predicate on their way into the graph: sorted, each once. */
import { release } from '../../release.ts'
import type { EdgeList } from './edge-list.ts'
import { setOfEdge, type EdgeMemory, type Edges } from './edge-memory.ts'
import type { GraphSets } from './graph-sets.ts'
import { scratch } from './scratch.ts'

/**
 * Sorts triples, and joins the graphs of those that come more than once.
 *
 * @param numbers how many terms there are
 * @param memory where the sorted ones are to lie
 */
export function sortedEdges(list: EdgeList, numbers: number, sets: GraphSets, memory: EdgeMemory): Edges {
  const { length } = list.subjects
  const own = list.sets(sets)
  const { subjects, objects } = memory.take(length)
  list.subjects.moveTo(subjects)
  list.objects.moveTo(objects)
  const order = orderBy(subjects, objects, numbers)
  if (order) for (const values of typeof own === 'number' ? [subjects, objects] : [subjects, objects, own]) permute(values, order)
  return unique(subjects, objects, own, sets, memory)
}

/** Puts numbers into an order of their places. */
function permute(values: Uint32Array, order: Uint32Array): void {
  const before = scratch('values', values.length)
  before.set(values)
  for (let index = 0; index < order.length; index++) values[index] = before[order[index]!]!
}

/** The places of pairs in the order of their first and second numbers; nothing when they are in order as they stand. */
function orderBy(first: Uint32Array, second: Uint32Array, numbers: number): Uint32Array | undefined {
  if (isSorted(first, second)) return undefined
  const order = placesBy(first, numbers)
  let start = 0
  for (let end = 1; end <= order.length; end++) {
    if (end < order.length && first[order[end]!] === first[order[start]!]) continue
    if (end - start > 1) sortRun(order, second, start, end)
    start = end
  }
  return order
}

function isSorted(first: Uint32Array, second: Uint32Array): boolean {
  for (let index = 1; index < first.length; index++) {
    const before = first[index - 1]!
    const here = first[index]!
    if (before > here || (before === here && second[index - 1]! > second[index]!)) return false
  }
  return true
}

/** Sorts a stretch of places by a number each: by insertion, most stretches being short and many in order already. */
function sortRun(order: Uint32Array, by: Uint32Array, start: number, end: number): void {
  if (end - start > 40) {
    order.subarray(start, end).sort((a, b) => by[a]! - by[b]!)
    return
  }
  for (let index = start + 1; index < end; index++) {
    const place = order[index]!
    const value = by[place]!
    let at = index
    for (; at > start && by[order[at - 1]!]! > value; at--) order[at] = order[at - 1]!
    order[at] = place
  }
}

/**
 * The places of numbers in their order, equal ones as they stand: by counting, or where they are few of many by comparing.
 * They are in memory that the next call uses again.
 *
 * @param numbers every number is less than this
 */
export function placesBy(values: Uint32Array, numbers: number): Uint32Array {
  const order = scratch('order', values.length)
  const { length } = values
  if (length * 8 < numbers && length * numbers <= Number.MAX_SAFE_INTEGER) {
    // Number and place as one number: such are sorted without a call for each comparison.
    const pairs = new Float64Array(length)
    for (let index = 0; index < length; index++) pairs[index] = values[index]! * length + index
    pairs.sort()
    for (let index = 0; index < length; index++) order[index] = pairs[index]! % length
    release(pairs)
    return order
  }
  const starts = scratch('starts', numbers + 1).fill(0)
  for (const value of values) starts[value + 1]! += 1
  for (let number = 1; number <= numbers; number++) starts[number]! += starts[number - 1]!
  for (let index = 0; index < values.length; index++) order[starts[values[index]!]!++] = index
  return order
}

/** Joins the triples of sorted ones that come more than once; the memory is that which was taken last. */
function unique(subjects: Uint32Array, objects: Uint32Array, own: Uint32Array | number, sets: GraphSets, memory: EdgeMemory): Edges {
  let length = 0
  for (let index = 0; index < subjects.length; index++) {
    const again = length > 0 && subjects[length - 1] === subjects[index] && objects[length - 1] === objects[index]
    if (again) {
      if (typeof own !== 'number' && own[length - 1] !== own[index]) own[length - 1] = sets.union(own[length - 1]!, own[index]!)
      continue
    }
    subjects[length] = subjects[index]!
    objects[length] = objects[index]!
    if (typeof own !== 'number') own[length] = own[index]!
    length += 1
  }
  memory.giveBack(subjects.length - length)
  const cut = (values: Uint32Array): Uint32Array => values.subarray(0, length)
  return { subjects: cut(subjects), objects: cut(objects), sets: typeof own === 'number' ? own : evened(cut(own)) }
}

/** One number in place of many equal ones, of which the memory is given back. */
export function evened(sets: Uint32Array): Uint32Array | number {
  const [first] = sets
  if (first === undefined || !sets.every((set) => set === first)) return sets
  release(sets)
  return first
}

/** Two lists of sorted triples as one. */
export function mergedEdges(a: Edges, b: Edges, sets: GraphSets, memory: EdgeMemory): Edges {
  const length = a.subjects.length + b.subjects.length
  const { subjects, objects } = memory.take(length)
  const own = new Uint32Array(length)
  let [i, j] = [0, 0]
  for (let at = 0; at < length; at++) {
    const takeFirst =
      j === b.subjects.length ||
      (i < a.subjects.length && (a.subjects[i]! < b.subjects[j]! || (a.subjects[i] === b.subjects[j] && a.objects[i]! <= b.objects[j]!)))
    const [from, place] = takeFirst ? [a, i++] : [b, j++]
    subjects[at] = from.subjects[place]!
    objects[at] = from.objects[place]!
    own[at] = setOfEdge(from, place)
  }
  return unique(subjects, objects, own, sets, memory)
}
