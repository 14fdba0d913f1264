/** One direction of all predicates, while it is written. */
import type { AdjacencyPlace, AdjacencySections } from './adjacency.ts'
import { keySetLength, KeySetWriter } from './key-set.ts'
import { bytes, Section, shorts, words, type Items, type Loader } from './section.ts'

/** Says where the edges of each predicate lie. */
export class DirectionPlan {
  readonly #numbers: number
  readonly #used = { keys: 0, offsets: 0, sets: 0 }

  /** @param numbers how many terms there are */
  constructor(numbers: number) {
    this.#numbers = numbers
  }

  /**
   * The place of the edges of the next predicate.
   *
   * @param edges where they lie among all edges
   * @param uniform whether all have one set of graphs, which is then not stored
   */
  add(edges: number, size: number, keyCount: number, uniform: boolean): AdjacencyPlace {
    const used = this.#used
    const place = { keys: used.keys, keyCount, offsets: used.offsets, edges, sets: used.sets }
    used.keys += keySetLength(keyCount, this.#numbers)
    if (keyCount !== size) used.offsets += keyCount + 1
    if (!uniform) used.sets += size
    return place
  }

  /**
   * Memory for all of them.
   *
   * @param sets how many sets of graphs there are
   * @param load fills it when it is first needed
   */
  sections(targets: Uint32Array<SharedArrayBuffer>, sets: number, load?: Loader): AdjacencySections {
    const { keys, offsets, sets: all } = this.#used
    const items: Items = sets <= 1 << 8 ? bytes(all) : sets <= 1 << 16 ? shorts(all) : words(all)
    return {
      keys: new Section(words(keys), load),
      offsets: new Section(words(offsets), load),
      targets: new Section(targets, load),
      sets: new Section(items, load),
    }
  }
}

/** The edges of a predicate in the order in which they came, and their order by their keys where that is another one. */
export interface Keyed {
  readonly keys: Uint32Array
  /** Of each edge; one number when all have the same. */
  readonly sets: Items | Uint32Array | number
  readonly order?: Uint32Array
}

/** Writes keys, offsets and sets of the edges of one predicate. */
export function writeDirection({ keys, sets, order }: Keyed, place: AdjacencyPlace, into: AdjacencySections, numbers: number): void {
  const [offsets, ownSets] = [into.offsets.items, into.sets.items]
  const single = place.keyCount === keys.length
  const members = new KeySetWriter(into.keys.items, place.keys, place.keyCount, numbers)
  let last = -1
  let at = place.offsets
  for (let index = 0; index < keys.length; index++) {
    const edge = order ? order[index]! : index
    const key = keys[edge]!
    if (key !== last) {
      members.add(key)
      if (!single) offsets[at++] = index
      last = key
    }
    if (typeof sets !== 'number') ownSets[place.sets + index] = sets[edge]!
  }
  members.close()
  if (!single) offsets[at] = keys.length
}

/** How many different ones there are of sorted numbers. */
export function distinctOf(sorted: Uint32Array): number {
  let count = 0
  let last = -1
  for (const number of sorted) {
    if (number !== last) count += 1
    last = number
  }
  return count
}
