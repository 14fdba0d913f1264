/** Who does which piece of work, agreed upon between threads in shared memory. */

const cells = { next: 0, used: 1, most: 2 } as const
/** As if all results had been used, so that nobody waits any more. */
const over = 0x7fff_ffff

/** Hands out the numbers of pieces in order, not too far ahead of the results that were used. */
export class Turns {
  /** What another thread makes its own `Turns` from. */
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array

  /** @param memory that of another thread; of the first thread, how many results may wait to be used */
  constructor(memory: SharedArrayBuffer | number) {
    this.memory = typeof memory === 'number' ? new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT) : memory
    this.#cells = new Int32Array(this.memory)
    if (typeof memory === 'number') this.#cells[cells.most] = memory
  }

  /**
   * Takes the next number, and waits until its result will be needed soon. Whoever has the lowest number never waits, so
   * all go on as long as results are used.
   *
   * @returns nothing when the work was called off
   */
  take(): number | undefined {
    const index = Atomics.add(this.#cells, cells.next, 1)
    for (;;) {
      const used = Atomics.load(this.#cells, cells.used)
      if (used === over) return undefined
      if (index - used < this.#cells[cells.most]!) return index
      Atomics.wait(this.#cells, cells.used, used)
    }
  }

  /** Says how many results were used. */
  use(count: number): void {
    this.#set(count)
  }

  /** Calls off the work; nobody waits from now on. */
  stop(): void {
    this.#set(over)
  }

  #set(used: number): void {
    Atomics.store(this.#cells, cells.used, used)
    Atomics.notify(this.#cells, cells.used)
  }
}
