/**
 * Numbers that are added one by one. They are kept in pieces, so that growing copies nothing: small ones, each twice as long as
 * the one before, and from then on large ones of one length, which the system gives and takes back page by page; of smaller
 * ones, memory that is not needed any more would stay with the process.
 */
import { release } from '../../release.ts'

const firstBits = 10
const firstLength = 1 << firstBits
const smallPieces = 6
/** How many numbers the small pieces hold. */
const small = (firstLength << smallPieces) - firstLength
/** 32 MiB: from there on glibc maps memory instead of keeping it for later. */
const largeBits = 23
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
      const piece = this.#pieces.length
      this.#last = new Uint32Array(piece < smallPieces ? firstLength << piece : 1 << largeBits)
      this.#pieces.push(this.#last)
      place = 0
    }
    this.#last[place] = value
    this.length += 1
  }

  at(index: number): number {
    if (index >= small) {
      const further = index - small
      return this.#pieces[smallPieces + (further >>> largeBits)]![further & ((1 << largeBits) - 1)]!
    }
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
      if (index >= smallPieces) release(piece)
    }
    this.#pieces.length = this.length = this.#before = 0
    this.#last = nothing
  }
}
