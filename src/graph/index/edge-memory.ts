/**
 * The memory of the triples of all predicates while a graph is built. The objects become its forward targets and the subjects,
 * put into another order, its backward ones, where they lie: so there is never a second copy of them.
 */
import { words } from './section.ts'

/**
 * Triples of one predicate, sorted by subject and object, each once, with its set of graphs; a number when all have the same.
 * Subjects and objects lie at the same place in an EdgeMemory.
 */
export interface Edges {
  readonly subjects: Uint32Array
  readonly objects: Uint32Array
  readonly sets: Uint32Array | number
}

/** The set of an edge. */
export const setOfEdge = ({ sets }: Pick<Edges, 'sets'>, edge: number): number => (typeof sets === 'number' ? sets : sets[edge]!)

/** Memory for pairs of numbers. */
export class EdgeMemory {
  readonly subjects: Uint32Array<SharedArrayBuffer>
  readonly objects: Uint32Array<SharedArrayBuffer>
  #used = 0

  /** @param most how many pairs are taken at most; of what is not taken there is no memory */
  constructor(most: number) {
    this.subjects = words(most)
    this.objects = words(most)
  }

  /** How many pairs were taken. */
  get used(): number {
    return this.#used
  }

  /** Memory for so many pairs. */
  take(length: number): Pick<Edges, 'subjects' | 'objects'> {
    const from = this.#used
    this.#used += length
    if (this.#used > this.subjects.length) throw new RangeError(`more than ${this.subjects.length} triples`)
    return { subjects: this.subjects.subarray(from, this.#used), objects: this.objects.subarray(from, this.#used) }
  }

  /** Gives back the end of what was taken last. */
  giveBack(length: number): void {
    this.#used -= length
  }

  /** Closes the gaps that edges have left which are not used any more; those that are used are moved. */
  close(relations: Map<number, Edges>): void {
    let end = 0
    for (const [predicate, edges] of [...relations].sort(([, a], [, b]) => a.subjects.byteOffset - b.subjects.byteOffset)) {
      const { length, byteOffset } = edges.subjects
      const from = byteOffset / Uint32Array.BYTES_PER_ELEMENT
      const move = (values: Uint32Array<SharedArrayBuffer>): Uint32Array => {
        if (from > end) values.copyWithin(end, from, from + length)
        return values.subarray(end, end + length)
      }
      relations.set(predicate, { subjects: move(this.subjects), objects: move(this.objects), sets: edges.sets })
      end += length
    }
    this.#used = end
  }
}
