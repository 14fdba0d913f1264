/** Puts the sorted triples of all predicates into the sections of a graph. */
import type { AdjacencyPlace, AdjacencySections } from './adjacency.ts'
import { placesBy, type Edges } from './edges.ts'
import { defaultGraph, type GraphSets } from './graph-sets.ts'
import { keySetLength, KeySetWriter } from './key-set.ts'
import { QuadIndex } from './quad-index.ts'
import type { RelationPlace } from './relation.ts'
import { bytes, Section, shorts, words, type Items } from './section.ts'
import type { TermWriter } from './term-writer.ts'

/** One direction of all predicates, while it is written. */
class DirectionWriter {
  readonly #numbers: number
  readonly #keys: Uint32Array<SharedArrayBuffer>
  readonly #offsets: Uint32Array<SharedArrayBuffer>
  readonly #targets: Uint32Array<SharedArrayBuffer>
  readonly #sets: Items
  readonly #used = { keys: 0, offsets: 0, edges: 0, sets: 0 }

  /**
   * @param sizes how many edges each predicate has
   * @param sets how many sets of graphs there are
   */
  constructor(sizes: readonly number[], numbers: number, sets: number) {
    const edges = sizes.reduce((sum, size) => sum + size, 0)
    this.#numbers = numbers
    // Bounds, not sizes: what is never written to is never there.
    this.#keys = words(edges + 3 * sizes.length)
    this.#offsets = words(edges + sizes.length)
    this.#targets = words(edges)
    this.#sets = sets <= 1 << 8 ? bytes(edges) : sets <= 1 << 16 ? shorts(edges) : words(edges)
  }

  /**
   * Adds the edges of one predicate.
   *
   * @param order their places in the order of the keys; without it they are in order
   */
  add(keys: Uint32Array, targets: Uint32Array, sets: Uint32Array | number, order?: Uint32Array): AdjacencyPlace {
    const used = this.#used
    const keyCount = distinctOf(keys, order)
    const single = keyCount === keys.length
    const members = new KeySetWriter(this.#keys, used.keys, keyCount, this.#numbers)
    let last = -1
    let rank = 0
    for (let index = 0; index < keys.length; index++) {
      const edge = order ? order[index]! : index
      const key = keys[edge]!
      if (key !== last) {
        members.add(key)
        if (!single) this.#offsets[used.offsets + rank++] = index
        last = key
      }
      this.#targets[used.edges + index] = targets[edge]!
      if (typeof sets !== 'number') this.#sets[used.sets + index] = sets[edge]!
    }
    members.close()
    if (!single) this.#offsets[used.offsets + rank] = keys.length
    const place = { keys: used.keys, keyCount, offsets: used.offsets, edges: used.edges, sets: used.sets }
    used.keys += keySetLength(keyCount, this.#numbers)
    if (!single) used.offsets += keyCount + 1
    used.edges += keys.length
    if (typeof sets !== 'number') used.sets += keys.length
    return place
  }

  finish(): AdjacencySections {
    const { keys, offsets, edges, sets } = this.#used
    return {
      keys: new Section(this.#keys.subarray(0, keys)),
      offsets: new Section(this.#offsets.subarray(0, offsets)),
      targets: new Section(this.#targets.subarray(0, edges)),
      sets: new Section(this.#sets.subarray(0, sets)),
    }
  }
}

/** How many different keys there are. */
function distinctOf(keys: Uint32Array, order: Uint32Array | undefined): number {
  let count = 0
  let last = -1
  for (let index = 0; index < keys.length; index++) {
    const key = keys[order ? order[index]! : index]!
    if (key !== last) count += 1
    last = key
  }
  return count
}

/** What a graph is to know beside its triples. */
export interface IndexOptions {
  readonly base: string
  readonly namespaces: readonly string[]
}

/**
 * The graph of the triples of all predicates.
 *
 * @param relations the triples by predicate; taken out one by one, so that their memory is free when it is needed
 */
export function writeIndex(relations: Map<number, Edges>, terms: TermWriter, sets: GraphSets, options: IndexOptions): QuadIndex {
  const numbers = terms.size
  // Before the sections: it gives memory free.
  const dictionary = terms.finish()
  const predicates = [...relations.keys()].sort((a, b) => a - b)
  const sizes = predicates.map((predicate) => relations.get(predicate)!.subjects.length)
  const forward = new DirectionWriter(sizes, numbers, sets.size)
  const backward = new DirectionWriter(sizes, numbers, sets.size)
  const hasDefault = sets.all.map((graphs) => Number(graphs.includes(defaultGraph)))
  const places = predicates.map((predicate): RelationPlace => {
    const edges = relations.get(predicate)!
    relations.delete(predicate)
    const { subjects, objects, sets: own } = edges
    const order = placesBy(objects, numbers)
    let inDefault = 0
    if (typeof own === 'number') inDefault = hasDefault[own]! * subjects.length
    else for (const set of own) inDefault += hasDefault[set]!
    return {
      predicate,
      size: subjects.length,
      ...(typeof own === 'number' && { uniform: own }),
      inDefault,
      forward: forward.add(subjects, objects, own),
      backward: backward.add(objects, subjects, own, order),
    }
  })
  return new QuadIndex({
    ...options,
    terms: dictionary,
    sets,
    relations: places,
    sections: { forward: forward.finish(), backward: backward.finish() },
  })
}
