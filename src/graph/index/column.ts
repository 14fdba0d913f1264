/**
 * Numbers that are added one by one. They are kept in pieces, each twice as long as the one before, so that growing copies
 * nothing; and large pieces go back to the system when they are not needed any more, which many small ones do not.
 */
const firstBits = 10
const firstLength = 1 << firstBits
const nothing = new Uint32Array(0)

/** A growing list of unsigned 32-bit numbers. */
export class Column {
  length = 0
  readonly #pieces: Uint32Array[] = []
  #last = nothing
  /** How many numbers are in the pieces before the last one. */
  #before = 0

  push(value: number): void {
    let place = this.length - this.#before
    if (place === this.#last.length) {
      this.#before = this.length
      this.#last = new Uint32Array(firstLength << this.#pieces.length)
      this.#pieces.push(this.#last)
      place = 0
    }
    this.#last[place] = value
    this.length += 1
  }

  at(index: number): number {
    const piece = 31 - Math.clz32((index >>> firstBits) + 1)
    return this.#pieces[piece]![index - ((firstLength << piece) - firstLength)]!
  }

  /** Moves the numbers to the start of a typed array, piece by piece, so that not all are in memory twice. */
  moveTo(target: Uint32Array): void {
    let at = 0
    for (let index = 0; index < this.#pieces.length; index++) {
      const piece = this.#pieces[index]!
      target.set(piece.subarray(0, Math.min(piece.length, this.length - at)), at)
      at += piece.length
      this.#pieces[index] = nothing
    }
    this.#pieces.length = this.length = this.#before = 0
    this.#last = nothing
  }
}
