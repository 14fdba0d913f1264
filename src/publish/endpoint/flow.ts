/** How far a client has read the answer that a thread writes, and whether it still wants it; agreed upon in shared memory. */

const cells = { taken: 0, cancelled: 1 } as const

/** So many pieces are written before the first of them is taken. */
const ahead = 4

/** The flow of one answer, seen from either of two threads. */
export class Flow {
  /** What the other thread makes its own `Flow` from. */
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array
  #written = 0

  constructor(memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory
    this.#cells = new Int32Array(memory)
  }

  /** Says that a piece was taken. */
  take(): void {
    Atomics.add(this.#cells, cells.taken, 1)
    Atomics.notify(this.#cells, cells.taken)
  }

  /** Says that no more is wanted. */
  cancel(): void {
    Atomics.store(this.#cells, cells.cancelled, 1)
    Atomics.notify(this.#cells, cells.taken)
  }

  /** Waits until another piece is wanted; false when none is. The thread stands still meanwhile: it has nothing else to do. */
  wait(): boolean {
    for (;;) {
      if (Atomics.load(this.#cells, cells.cancelled)) return false
      const taken = Atomics.load(this.#cells, cells.taken)
      if (this.#written - taken < ahead) {
        this.#written += 1
        return true
      }
      // The look at the first cell may have been too early, so nobody waits for ever.
      Atomics.wait(this.#cells, cells.taken, taken, 100)
    }
  }
}
