/** In which graphs a triple stands: sets of graphs, each kept once and numbered, so that a triple has one number. */

/** Stands for the default graph among the numbers of graphs, which otherwise are those of their names. */
export const defaultGraph = 0xffffffff

/** Sets of graphs by number. */
export class GraphSets {
  readonly #sets: (readonly number[])[] = []
  readonly #places = new Map<string, number>()

  /** @param sets sorted sets, in the order of their numbers */
  constructor(sets: readonly (readonly number[])[] = []) {
    for (const set of sets) this.add(set)
  }

  /** The number of a set. */
  add(sorted: readonly number[]): number {
    const key = sorted.join(' ')
    let place = this.#places.get(key)
    if (place === undefined) {
      place = this.#sets.length
      this.#places.set(key, place)
      this.#sets.push(sorted)
    }
    return place
  }

  /** The graphs of a set, sorted; the default graph last. */
  graphsOf(set: number): readonly number[] {
    return this.#sets[set]!
  }

  /** The number of the set that holds the graphs of both. */
  union(one: number, other: number): number {
    return one === other ? one : this.add([...new Set([...this.#sets[one]!, ...this.#sets[other]!])].sort((a, b) => a - b))
  }

  /** How many sets there are. */
  get size(): number {
    return this.#sets.length
  }

  /** All sets, in the order of their numbers. */
  get all(): readonly (readonly number[])[] {
    return this.#sets
  }
}
