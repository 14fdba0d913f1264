/** Marks for numbers, a bit each. */
export class Marks {
  readonly #bits: Uint32Array

  /** @param numbers every number is less than this */
  constructor(numbers: number) {
    this.#bits = new Uint32Array((numbers >>> 5) + 1)
  }

  /** Marks a number; false when it was marked before. */
  add(number: number): boolean {
    const bit = 1 << (number & 31)
    const word = this.#bits[number >>> 5]!
    if (word & bit) return false
    this.#bits[number >>> 5] = word | bit
    return true
  }

  /** How many different numbers there are; from then on these are marked and no others. */
  distinctOf(numbers: Uint32Array): number {
    this.#bits.fill(0)
    let count = 0
    for (const number of numbers) if (this.add(number)) count += 1
    return count
  }

  /** Takes a mark away. */
  delete(number: number): void {
    this.#bits[number >>> 5]! &= ~(1 << (number & 31))
  }

  /** The marked numbers from one up to another, ascending. */
  *between(from: number, to: number): Generator<number> {
    for (let number = from; number < to; number++) {
      const bits = this.#bits[number >>> 5]! >>> (number & 31)
      // The rest of the word has none.
      if (bits === 0) number |= 31
      else {
        number += 31 - Math.clz32(bits & -bits)
        if (number < to) yield number
      }
    }
  }
}
