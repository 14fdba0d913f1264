/** A growing list of unsigned 32-bit numbers that lies in one piece. */
export class NumberList {
  items = new Uint32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.items.length) this.#grow(this.length * 2)
    this.items[this.length++] = value
  }

  /** Adds a stretch of numbers. */
  pushAll(values: Uint32Array, from: number, to: number): void {
    const length = this.length + to - from
    if (length > this.items.length) this.#grow(Math.max(length, this.items.length * 2))
    this.items.set(values.subarray(from, to), this.length)
    this.length = length
  }

  #grow(capacity: number): void {
    const larger = new Uint32Array(capacity)
    larger.set(this.items)
    this.items = larger
  }
}
