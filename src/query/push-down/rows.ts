/** The rows of an answer on numbers, found a few at a time, so that who asks can pause, stop or do something else. */
import type { Plan } from './plan.ts'

/** Rows of some columns, one after the other. */
export class Buffer {
  readonly width: number
  /** From so many rows on it is full; more may be added all the same. */
  readonly #enough: number
  items: Uint32Array
  length = 0

  constructor(width: number, enough: number) {
    this.width = width
    this.#enough = enough
    this.items = new Uint32Array(width * (enough + 1))
  }

  get full(): boolean {
    return this.length >= this.#enough
  }

  /** Adds a row; its columns stand in a list from some place on. */
  push(list: Uint32Array, from = 0): void {
    const at = this.length++ * this.width
    if (at + this.width > this.items.length) {
      const larger = new Uint32Array(this.items.length * 2)
      larger.set(this.items)
      this.items = larger
    }
    for (let column = 0; column < this.width; column++) this.items[at + column] = list[from + column]!
  }
}

/** Something that has rows. */
export interface Rows {
  readonly width: number
  /**
   * Adds rows until the buffer is full or the work is used up.
   *
   * @param work how many steps to take at most
   * @returns false when there are no more
   */
  pull(buffer: Buffer, work: number): boolean
}

/** The rows of a plan: its steps tried depth first. */
export class PlannedRows implements Rows {
  readonly width: number
  readonly #plan: Plan
  #depth = 0

  constructor(plan: Plan) {
    this.#plan = plan
    this.width = plan.row.length
    plan.steps[0]?.open(plan.row)
  }

  pull(buffer: Buffer, work: number): boolean {
    const { steps, row } = this.#plan
    const last = steps.length - 1
    if (last < 0) {
      // Nothing is asked, which holds once.
      buffer.push(row)
      return false
    }
    let depth = this.#depth
    for (let left = work; left > 0 && !buffer.full; left--) {
      if (!steps[depth]!.next(row)) {
        if (--depth < 0) return false
      } else if (depth === last) buffer.push(row)
      else steps[++depth]!.open(row)
    }
    this.#depth = depth
    return true
  }
}
