/** The pieces of an answer between the thread that writes them and the client that reads them. */

/** Pieces that are pushed by one and read by one. */
export class PieceStream implements AsyncIterable<Uint8Array> {
  readonly #pieces: Uint8Array[] = []
  readonly #onTaken: () => void
  readonly #onLeft: () => void
  #ended = false
  #failed: { readonly error: unknown } | undefined
  #wake: (() => void) | undefined

  /**
   * @param onTaken is told of each piece that was read
   * @param onLeft is told when the reader stops before the end
   */
  constructor(onTaken: () => void, onLeft: () => void) {
    this.#onTaken = onTaken
    this.#onLeft = onLeft
  }

  push(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#wake?.()
  }

  /** Says that there are no more. */
  end(): void {
    this.#ended = true
    this.#wake?.()
  }

  /** Says that there will be no more, and why: the reader is told at once. */
  fail(error: unknown): void {
    this.#failed = { error }
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (this.#failed) throw this.#failed.error
        const piece = this.#pieces.shift()
        if (piece) {
          this.#onTaken()
          yield piece
        } else if (this.#ended) return
        else await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    } finally {
      if (!this.#ended && !this.#failed) this.#onLeft()
    }
  }
}
