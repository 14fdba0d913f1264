/** Puts the sorted triples of all predicates into the sections of a graph. */
import type { AdjacencyPlace, AdjacencySections } from './adjacency.ts'
import type { EdgeMemory, Edges } from './edge-memory.ts'
import { permute, placesBy } from './edges.ts'
import { defaultGraph, type GraphSets } from './graph-sets.ts'
import { keySetLength, KeySetWriter } from './key-set.ts'
import { QuadIndex } from './quad-index.ts'
import type { RelationPlace } from './relation.ts'
import { release } from '../../release.ts'
import { clearScratch } from './scratch.ts'
import { bytes, Section, shorts, words, type Items } from './section.ts'
import type { TermWriter } from './term-writer.ts'

/** One direction of all predicates, while it is written. */
class DirectionWriter {
  readonly #numbers: number
  readonly #keys: Uint32Array<SharedArrayBuffer>
  readonly #offsets: Uint32Array<SharedArrayBuffer>
  readonly #sets: Items
  readonly #used = { keys: 0, offsets: 0, sets: 0 }

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
    this.#sets = sets <= 1 << 8 ? bytes(edges) : sets <= 1 << 16 ? shorts(edges) : words(edges)
  }

  /**
   * Adds the edges of one predicate.
   *
   * @param edges where they lie among all edges
   * @param order their places in the order of the keys; without it they are in order
   */
  add(edges: number, keys: Uint32Array, sets: Uint32Array | number, order?: Uint32Array): AdjacencyPlace {
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
      if (typeof sets !== 'number') this.#sets[used.sets + index] = sets[edge]!
    }
    members.close()
    if (!single) this.#offsets[used.offsets + rank] = keys.length
    const place = { keys: used.keys, keyCount, offsets: used.offsets, edges, sets: used.sets }
    used.keys += keySetLength(keyCount, this.#numbers)
    if (!single) used.offsets += keyCount + 1
    if (typeof sets !== 'number') used.sets += keys.length
    return place
  }

  finish(targets: Uint32Array<SharedArrayBuffer>): AdjacencySections {
    const { keys, offsets, sets } = this.#used
    return {
      keys: new Section(this.#keys.subarray(0, keys)),
      offsets: new Section(this.#offsets.subarray(0, offsets)),
      targets: new Section(targets),
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

/** The triples of all predicates, and the memory that they lie in. */
export interface SortedEdges {
  readonly relations: Map<number, Edges>
  readonly memory: EdgeMemory
}

/**
 * The graph of the triples of all predicates.
 *
 * @param edges the triples; their memory becomes the graph's, so they are none any more
 */
export function writeIndex({ relations, memory }: SortedEdges, terms: TermWriter, sets: GraphSets, options: IndexOptions): QuadIndex {
  const numbers = terms.size
  // Before the sections: it gives memory free.
  const dictionary = terms.finish()
  memory.close(relations)
  const predicates = [...relations.keys()].sort((a, b) => a - b)
  const sizes = predicates.map((predicate) => relations.get(predicate)!.subjects.length)
  const forward = new DirectionWriter(sizes, numbers, sets.size)
  const backward = new DirectionWriter(sizes, numbers, sets.size)
  const hasDefault = sets.all.map((graphs) => Number(graphs.includes(defaultGraph)))
  const places = predicates.map((predicate): RelationPlace => {
    const { subjects, objects, sets: own } = relations.get(predicate)!
    relations.delete(predicate)
    const at = subjects.byteOffset / Uint32Array.BYTES_PER_ELEMENT
    let inDefault = 0
    if (typeof own === 'number') inDefault = hasDefault[own]! * subjects.length
    else for (const set of own) inDefault += hasDefault[set]!
    const place = { predicate, size: subjects.length, ...(typeof own === 'number' && { uniform: own }), inDefault }
    const forwardPlace = forward.add(at, subjects, own)
    const order = placesBy(objects, numbers)
    const backwardPlace = backward.add(at, objects, own, order)
    permute(subjects, order)
    if (typeof own !== 'number') release(own)
    return { ...place, forward: forwardPlace, backward: backwardPlace }
  })
  clearScratch()
  return new QuadIndex({
    ...options,
    terms: dictionary,
    sets,
    relations: places,
    sections: {
      forward: forward.finish(memory.objects.subarray(0, memory.used)),
      backward: backward.finish(memory.subjects.subarray(0, memory.used)),
    },
  })
}
