/** The terms of a batch, each once: numbered in the order of their first use, their local parts as UTF-8 one after the other. */
import { hashEnd, hashOf, hashStep } from '../../model/term-hash.ts'
import type { Batch } from './batch.ts'

/** Terms as a batch has them. */
export type Terms = Pick<Batch, 'termHeads' | 'bytes' | 'ends' | 'hashes'>

const utf8 = new TextEncoder()

/**
 * A term is looked up by its bytes: they are written after those of all others, and stay there if it is a new one. As keys of
 * a `Map` the texts of a whole batch would be kept, and that takes three times as long.
 */
export class TermTable {
  // These grow, and are used for one batch after the other.
  #heads = new Uint32Array(1 << 12)
  #ends = new Uint32Array(1 << 12)
  #hashes = new Uint32Array(1 << 12)
  #bytes = new Uint8Array(1 << 16)
  /** Numbers of terms by hash, each one more than it is; 0 is where none is. Always twice as long as there is room for terms. */
  #slots = new Int32Array(1 << 13)
  #count = 0
  #end = 0

  /**
   * The number of a term.
   *
   * @param head the place of its head
   * @param seed where the hashes of that head's terms start
   * @param text holds the local part, from one place to another; that saves cutting it out
   */
  number(head: number, seed: number, text: string, from: number, to: number): number {
    let end = this.#end
    // A UTF-16 unit becomes at most three bytes.
    while (end + 3 * (to - from) > this.#bytes.length) this.#bytes = grown(this.#bytes)
    const bytes = this.#bytes
    // Most texts are short and ASCII; for such a call of the encoder takes longer than their letters.
    let hash = seed
    for (let index = from; index < to; index++) {
      const code = text.charCodeAt(index)
      if (code > 0x7f) return this.#encode(head, seed, text.slice(from, to))
      bytes[end++] = code
      hash = hashStep(hash, code)
    }
    return this.#find(head, end, hashEnd(hash))
  }

  /** The terms since the last time; those that follow are of the next batch. */
  take(): Terms {
    const terms = {
      termHeads: this.#heads.slice(0, this.#count),
      bytes: this.#bytes.slice(0, this.#end),
      ends: this.#ends.slice(0, this.#count),
      hashes: this.#hashes.slice(0, this.#count),
    }
    this.#slots.fill(0)
    this.#count = this.#end = 0
    return terms
  }

  #encode(head: number, seed: number, local: string): number {
    const end = this.#end + utf8.encodeInto(local, this.#bytes.subarray(this.#end)).written
    return this.#find(head, end, hashOf(seed, this.#bytes, this.#end, end))
  }

  /** The number of the term whose local part is written up to here, after those of all others. */
  #find(head: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hash & mask
    for (let entry = slots[slot]!; entry !== 0; entry = slots[(slot = (slot + 1) & mask)]!)
      if (this.#hashes[entry - 1] === hash && this.#isSame(entry - 1, head, end)) return entry - 1
    return this.#add(head, end, hash, slot)
  }

  #isSame(number: number, head: number, end: number): boolean {
    const bytes = this.#bytes
    let other = number === 0 ? 0 : this.#ends[number - 1]!
    if (this.#ends[number]! - other !== end - this.#end || this.#heads[number] !== head) return false
    for (let at = this.#end; at < end; at++, other++) if (bytes[at] !== bytes[other]) return false
    return true
  }

  #add(head: number, end: number, hash: number, slot: number): number {
    const number = this.#count++
    this.#heads[number] = head
    this.#ends[number] = this.#end = end
    this.#hashes[number] = hash
    this.#slots[slot] = this.#count
    if (this.#count === this.#ends.length) this.#grow()
    return number
  }

  #grow(): void {
    this.#heads = grown(this.#heads)
    this.#ends = grown(this.#ends)
    this.#hashes = grown(this.#hashes)
    this.#slots = new Int32Array(this.#slots.length * 2)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.#count; number++) {
      const hash = this.#hashes[number]!
      let slot = hash & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

/** The same content in an array of twice the length. */
export function grown<A extends Uint8Array | Uint32Array | Int32Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(array.length * 2)
  larger.set(array)
  return larger
}
