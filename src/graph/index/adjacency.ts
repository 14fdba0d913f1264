/** The edges of one predicate in one direction: of each key, the numbers that it leads to. */
import { KeySet } from './key-set.ts'
import { lowerBound } from './lower-bound.ts'
import { Stretch, type Items, type Section } from './section.ts'

/** The sections that the adjacencies of all predicates in one direction share. */
export interface AdjacencySections {
  readonly keys: Section
  /** Of an adjacency whose keys may lead to several: where each key's edges begin, and at last where they end. */
  readonly offsets: Section
  readonly targets: Section
  /** Of each edge: the number of its set of graphs. */
  readonly sets: Section<Items>
}

/** Where an adjacency lies in its sections. */
export interface AdjacencyPlace {
  readonly keys: number
  readonly keyCount: number
  readonly offsets: number
  readonly edges: number
  /** Where the sets of graphs of its edges begin; not used where all edges have one. */
  readonly sets: number
}

/** The edges of one predicate in one direction; those of one key are sorted. */
export class Adjacency {
  readonly keys: KeySet
  /** Where the edges of this predicate begin in `targets`. */
  readonly first: number
  /** How many edges there are. */
  readonly size: number
  /** What the edges lead to, of all predicates. */
  readonly targets: Uint32Array
  readonly #sets: Section<Items>
  readonly #offsets: Uint32Array
  readonly #firstOffset: number
  readonly #offsetStretch: Stretch
  readonly #targetStretch: Stretch
  readonly #setStretch: Stretch<Items>
  readonly #single: boolean
  readonly #uniform: boolean
  /** From the place of an edge to that of its set of graphs. */
  readonly #toSets: number

  /**
   * @param size how many edges it has
   * @param numbers how many terms there are
   * @param uniform whether all edges have one set of graphs, which is then not stored
   */
  constructor(sections: AdjacencySections, place: AdjacencyPlace, size: number, numbers: number, uniform: boolean) {
    this.keys = new KeySet(sections.keys, place.keys, place.keyCount, numbers)
    this.first = place.edges
    this.size = size
    this.#single = place.keyCount === size
    this.#uniform = uniform
    this.#toSets = place.sets - place.edges
    this.targets = sections.targets.items
    this.#sets = sections.sets
    this.#offsets = sections.offsets.items
    this.#firstOffset = place.offsets
    this.#offsetStretch = new Stretch(sections.offsets, place.offsets, this.#single ? 0 : place.keyCount + 1)
    this.#targetStretch = new Stretch(sections.targets, place.edges, size)
    this.#setStretch = new Stretch(sections.sets, place.sets, uniform ? 0 : size)
  }

  /** Where the edges of the key of a rank begin. */
  start(rank: number): number {
    if (this.#single) return this.first + rank
    const at = this.#firstOffset + rank
    this.#offsetStretch.need(at, at + 2)
    return this.first + this.#offsets[at]!
  }

  /** Where they end; they are in memory then. */
  end(rank: number): number {
    if (this.#single) {
      const at = this.first + rank
      this.#need(at, at + 1)
      return at + 1
    }
    const at = this.#firstOffset + rank
    this.#offsetStretch.need(at, at + 2)
    const end = this.first + this.#offsets[at + 1]!
    this.#need(this.first + this.#offsets[at]!, end)
    return end
  }

  #need(from: number, to: number): void {
    this.#targetStretch.need(from, to)
    if (!this.#uniform) this.#setStretch.need(from + this.#toSets, to + this.#toSets)
  }

  /** The number of the set of graphs of an edge; not for a predicate whose edges all have one. */
  setOf(edge: number): number {
    return this.#sets.items[edge + this.#toSets]!
  }

  /** The sets of all edges in turn; not for a predicate whose edges all have one. */
  allSets(): Items {
    const from = this.first + this.#toSets
    this.#sets.need(from, from + this.size)
    return this.#sets.items.subarray(from, from + this.size)
  }

  /** The place of an edge from a key, or -1. */
  find(key: number, target: number): number {
    const rank = this.keys.rankOf(key)
    if (rank < 0) return -1
    const end = this.end(rank)
    const { targets } = this
    const edge = lowerBound(targets, this.start(rank), end, target)
    return edge < end && targets[edge] === target ? edge : -1
  }

  /** How many edges lead from a key. */
  degree(key: number): number {
    const rank = this.keys.rankOf(key)
    return rank < 0 ? 0 : this.end(rank) - this.start(rank)
  }
}
