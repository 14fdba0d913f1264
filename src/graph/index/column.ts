/** Numbers that are added one by one: kept in pieces, so that growing copies nothing and needs no memory twice. */
const bits = 16
const pieceLength = 1 << bits
const mask = pieceLength - 1

/** A growing list of unsigned 32-bit numbers. */
export class Column {
  length = 0
  readonly #pieces: Uint32Array[] = []
  #last = new Uint32Array(0)

  push(value: number): void {
    const place = this.length & mask
    if (place === 0) this.#pieces.push((this.#last = new Uint32Array(pieceLength)))
    this.#last[place] = value
    this.length += 1
  }

  at(index: number): number {
    return this.#pieces[index >>> bits]![index & mask]!
  }

  set(index: number, value: number): void {
    this.#pieces[index >>> bits]![index & mask] = value
  }

  /** Copies the numbers to the start of a typed array. */
  copyTo(target: Uint32Array): void {
    for (const [index, piece] of this.#pieces.entries())
      target.set(piece.subarray(0, Math.min(pieceLength, this.length - index * pieceLength)), index * pieceLength)
  }
}
