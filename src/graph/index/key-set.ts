/**
 * A set of numbers, each with its rank. Few of many numbers are a sorted list; others are bits, with the rank of every
 * 64th: 32-bit words in threes, of which the first counts the bits before, and the other two hold the bits.
 */
import { Stretch, type Section } from './section.ts'

/** Whether so many of so many numbers are better kept as bits: a list takes 32 bits a member, the bits 1.5 a number. */
export const asBits = (members: number, numbers: number): boolean => members * 64 > numbers * 3

/** How many words a set takes. */
export const keySetLength = (members: number, numbers: number): number => (asBits(members, numbers) ? 3 * Math.ceil(numbers / 64) : members)

/** Writes a set into a stretch of words: its members are added in order, then it is closed. */
export class KeySetWriter {
  readonly #target: Uint32Array
  readonly #from: number
  readonly #length: number
  readonly #bits: boolean
  #count = 0

  /**
   * @param from where its words begin
   * @param members how many members it will have
   * @param numbers every member is less than this
   */
  constructor(target: Uint32Array, from: number, members: number, numbers: number) {
    this.#target = target
    this.#from = from
    this.#length = keySetLength(members, numbers)
    this.#bits = asBits(members, numbers)
  }

  add(number: number): void {
    if (this.#bits) this.#target[this.#from + 3 * (number >>> 6) + 1 + ((number >>> 5) & 1)]! |= 1 << (number & 31)
    else this.#target[this.#from + this.#count++] = number
  }

  close(): void {
    if (!this.#bits) return
    let before = 0
    for (let at = this.#from, end = at + this.#length; at < end; at += 3) {
      this.#target[at] = before
      before += ones(this.#target[at + 1]!) + ones(this.#target[at + 2]!)
    }
  }
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A set that was written so. */
export class KeySet {
  readonly size: number
  readonly #items: Uint32Array
  readonly #words: Stretch
  readonly #from: number
  readonly #numbers: number
  readonly #bits: boolean

  /**
   * @param from where its words begin
   * @param size how many members it has
   * @param numbers every member is less than this
   */
  constructor(section: Section, from: number, size: number, numbers: number) {
    this.#items = section.items
    this.#words = new Stretch(section, from, keySetLength(size, numbers))
    this.#from = from
    this.size = size
    this.#numbers = numbers
    this.#bits = asBits(size, numbers)
  }

  /** The rank of a member, from 0; -1 for what is none. */
  rankOf(number: number): number {
    if (number >= this.#numbers) return -1
    const items = this.#items
    if (!this.#bits) {
      const place = this.#lowerBound(number)
      return place < this.size && items[this.#from + place] === number ? place : -1
    }
    const at = this.#from + 3 * (number >>> 6)
    this.#words.need(at, at + 3)
    const bit = number & 31
    if ((number & 32) === 0) {
      const low = items[at + 1]!
      return (low >>> bit) & 1 ? items[at]! + ones(low & ((1 << bit) - 1)) : -1
    }
    const high = items[at + 2]!
    return (high >>> bit) & 1 ? items[at]! + ones(items[at + 1]!) + ones(high & ((1 << bit) - 1)) : -1
  }

  /** The place of the first member of the list that is no less than a number. */
  #lowerBound(number: number): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = this.#from + middle
      this.#words.need(at, at + 1)
      if (this.#items[at]! < number) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The member that follows one of a known rank; -1 when there is none. */
  after(member: number, rank: number): number {
    if (this.#bits) return this.next(member + 1)
    if (rank + 1 >= this.size) return -1
    const at = this.#from + rank + 1
    this.#words.need(at, at + 1)
    return this.#items[at]!
  }

  /** All members, ascending. */
  *members(): Generator<number> {
    for (let member = this.next(0); member >= 0; member = this.next(member + 1)) yield member
  }

  /** The least member that is no less than a number; -1 when there is none. */
  next(number: number): number {
    const items = this.#items
    if (!this.#bits) {
      const place = this.#lowerBound(number)
      return place < this.size ? items[this.#from + place]! : -1
    }
    for (let word = number >>> 5, first = true; word * 32 < this.#numbers; word++, first = false) {
      const at = this.#from + 3 * (word >>> 1) + 1 + (word & 1)
      this.#words.need(at, at + 1)
      const bits = first ? items[at]! & (-1 << (number & 31)) : items[at]!
      if (bits !== 0) return word * 32 + (31 - Math.clz32(bits & -bits))
    }
    return -1
  }
}
