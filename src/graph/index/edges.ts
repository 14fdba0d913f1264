/** The triples of one predicate on their way into the graph: as they come, then sorted with each once. */
import { Column } from './column.ts'
import type { GraphSets } from './graph-sets.ts'

/** Triples as they come, each with the graph that holds it. */
export class EdgeList {
  readonly subjects = new Column()
  readonly objects = new Column()
  /** Where runs of one graph begin, and which graph it is: most sources speak for long. */
  readonly #starts = new Column()
  readonly #graphs = new Column()
  #last = -1

  add(subject: number, object: number, graph: number): void {
    if (graph !== this.#last) {
      this.#starts.push(this.subjects.length)
      this.#graphs.push(graph)
      this.#last = graph
    }
    this.subjects.push(subject)
    this.objects.push(object)
  }

  /** The set of each triple's one graph, in turn; a number when it is the same for all. */
  sets(sets: GraphSets): Uint32Array | number {
    if (this.#starts.length === 1) return sets.add([this.#graphs.at(0)])
    const all = new Uint32Array(this.subjects.length)
    for (let run = 0; run < this.#starts.length; run++) {
      const end = run + 1 < this.#starts.length ? this.#starts.at(run + 1) : all.length
      all.fill(sets.add([this.#graphs.at(run)]), this.#starts.at(run), end)
    }
    return all
  }
}

/** Triples of one predicate, sorted by subject and object, each once, with its set of graphs; a number when all have the same. */
export interface Edges {
  readonly subjects: Uint32Array
  readonly objects: Uint32Array
  readonly sets: Uint32Array | number
}

/** The set of an edge. */
export const setOfEdge = ({ sets }: Pick<Edges, 'sets'>, edge: number): number => (typeof sets === 'number' ? sets : sets[edge]!)

/**
 * Sorts triples, and joins the graphs of those that come more than once.
 *
 * @param numbers how many terms there are
 */
export function sortedEdges(list: EdgeList, numbers: number, sets: GraphSets): Edges {
  const length = list.subjects.length
  const own = list.sets(sets)
  const subjects = new Uint32Array(length)
  const objects = new Uint32Array(length)
  list.subjects.moveTo(subjects)
  list.objects.moveTo(objects)
  const order = orderBy(subjects, objects, numbers)
  return order
    ? unique(permuted(subjects, order), permuted(objects, order), typeof own === 'number' ? own : permuted(own, order), sets)
    : unique(subjects, objects, own, sets)
}

const permuted = (values: Uint32Array, order: Uint32Array): Uint32Array => {
  const moved = new Uint32Array(values.length)
  for (let index = 0; index < order.length; index++) moved[index] = values[order[index]!]!
  return moved
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
 *
 * @param numbers every number is less than this
 */
export function placesBy(values: Uint32Array, numbers: number): Uint32Array {
  const order = new Uint32Array(values.length)
  if (values.length * 8 < numbers) {
    for (let index = 0; index < order.length; index++) order[index] = index
    return order.sort((a, b) => values[a]! - values[b]! || a - b)
  }
  const starts = counters(numbers + 1)
  for (const value of values) starts[value + 1]! += 1
  for (let number = 1; number <= numbers; number++) starts[number]! += starts[number - 1]!
  for (let index = 0; index < values.length; index++) order[starts[values[index]!]!++] = index
  return order
}

/** Zeros to count with. They are as many as there are terms, and needed for each predicate: so they are kept. */
function counters(length: number): Uint32Array {
  if (kept.length < length) kept = new Uint32Array(length)
  else kept.fill(0, 0, length)
  return kept
}
let kept = new Uint32Array(0)

function unique(subjects: Uint32Array, objects: Uint32Array, own: Uint32Array | number, sets: GraphSets): Edges {
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
  const cut = (values: Uint32Array): Uint32Array => (length === values.length ? values : values.slice(0, length))
  return { subjects: cut(subjects), objects: cut(objects), sets: typeof own === 'number' ? own : evened(cut(own)) }
}

/** One number in place of many equal ones. */
export function evened(sets: Uint32Array): Uint32Array | number {
  const [first] = sets
  return first !== undefined && sets.every((set) => set === first) ? first : sets
}

/** Two lists of sorted triples as one. */
export function mergedEdges(a: Edges, b: Edges, sets: GraphSets): Edges {
  const length = a.subjects.length + b.subjects.length
  const subjects = new Uint32Array(length)
  const objects = new Uint32Array(length)
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
  return unique(subjects, objects, own, sets)
}
