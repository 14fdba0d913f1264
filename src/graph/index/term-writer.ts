/** Builds the dictionary of a graph: each term gets the next number when it first comes. */
import { release } from '../../release.ts'
import { bytes, Section, words } from './section.ts'
import { Column } from './column.ts'
import { termOfKey, type StoredTerm } from '../../model/term-key.ts'
import { hashOf, headSeed } from '../../model/term-hash.ts'
import { mostHeadBytes, readHead, writeHead } from './term-bytes.ts'
import type { TermSections } from './term-sections.ts'

const firstPart = 1 << 16
const largestPart = 1 << 26

/** Terms that are still being added. */
export class TermWriter {
  readonly #heads: string[] = []
  readonly #headPlaces = new Map<string, number>()
  readonly #seeds: number[] = []
  readonly #firsts: number[] = []
  readonly #texts: Uint8Array<SharedArrayBuffer>[] = []
  readonly #ends = new Column()
  #text = bytes(0)
  #used = 0
  /** An open-addressing hash table: the number of a term plus one, or 0; and its hash, so that other terms are seldom looked at. */
  #slots = new Uint32Array(2 << 10)
  #scratch: Buffer = Buffer.allocUnsafe(1 << 10)

  /** How many terms there are. */
  get size(): number {
    return this.#ends.length
  }

  /** The place of a head, which it gets when it first comes. */
  head(head: string): number {
    let place = this.#headPlaces.get(head)
    if (place === undefined) {
      place = this.#heads.length
      this.#headPlaces.set(head, place)
      this.#heads.push(head)
      this.#seeds.push(headSeed(head))
    }
    return place
  }

  /** The number of a term that is given by the place of its head and its local part. */
  add(head: number, local: string): number {
    if (this.#scratch.length < local.length * 3) this.#scratch = Buffer.allocUnsafe(local.length * 4)
    return this.addBytes(head, this.#scratch, 0, this.#scratch.write(local))
  }

  /** The number of a term whose local part is a stretch of UTF-8. */
  addBytes(head: number, source: Uint8Array, from: number, to: number): number {
    return this.addHashed(head, source, from, to, hashOf(this.#seeds[head]!, source, from, to))
  }

  /**
   * Looks at the places in the table of terms that are added next, and at those terms that may stand there: table and texts
   * are larger than any cache, and so the waits for memory overlap.
   *
   * @param hashes of the next terms: few enough, so that what is looked at stays in the cache until they are added
   */
  expect(hashes: Uint32Array): void {
    const slots = this.#slots
    const mask = slots.length / 2 - 1
    let touched = 0
    for (const hash of hashes) {
      const slot = 2 * (hash & mask)
      if (slots[slot + 1] === hash && slots[slot] !== 0) touched ^= this.#locate(slots[slot]! - 1)
    }
    this.touched = touched
  }
  /** Kept, lest looking be optimised away. */
  protected touched = 0

  /** The same, where its hash is known. */
  addHashed(head: number, source: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length / 2 - 1
    let slot = hash & mask
    for (let found = slots[2 * slot]!; found !== 0; found = slots[2 * slot]!) {
      if (slots[2 * slot + 1] === hash && this.#is(found - 1, head, source, from, to)) return found - 1
      slot = (slot + 1) & mask
    }
    const number = this.size
    this.#append(head, source, from, to)
    slots[2 * slot] = number + 1
    slots[2 * slot + 1] = hash
    if (this.size * 3 > slots.length) this.#enlarge()
    return number
  }

  #is(number: number, head: number, source: Uint8Array, from: number, to: number): boolean {
    let at = this.#locate(number)
    const text = this.#located
    let rest = head
    for (; rest > 127; rest >>>= 7) if (text[at++] !== ((rest & 127) | 128)) return false
    if (text[at++] !== rest || this.#ends.at(number) - at !== to - from) return false
    for (let index = from; index < to; index++) if (text[at++] !== source[index]) return false
    return true
  }

  /** The part that the term lies in that was looked for last. */
  #located = this.#text
  /** Where a term begins in its part. */
  #locate(number: number): number {
    let part = this.#firsts.length - 1
    while (this.#firsts[part]! > number) part -= 1
    this.#located = this.#texts[part]!
    return this.#firsts[part] === number ? 0 : this.#ends.at(number - 1)
  }

  /** A term that was added. */
  term(number: number): StoredTerm {
    const at = this.#locate(number)
    const [place, start] = readHead(this.#located, at)
    return termOfKey(this.#heads[place]!, Buffer.from(this.#located.slice(start, this.#ends.at(number))).toString())
  }

  /** The head of a term that was added, by its place. */
  headPlace(number: number): number {
    const at = this.#locate(number)
    return readHead(this.#located, at)[0]
  }

  #append(head: number, source: Uint8Array, from: number, to: number): void {
    const most = to - from + mostHeadBytes
    if (this.#used + most > this.#text.length) {
      this.#closePart()
      const length = Math.max(most, Math.min(largestPart, firstPart * 2 ** this.#texts.length))
      this.#text = bytes(length)
      this.#texts.push(this.#text)
      this.#firsts.push(this.size)
      this.#used = 0
    }
    const text = this.#text
    let at = writeHead(text, this.#used, head)
    for (let index = from; index < to; index++) text[at++] = source[index]!
    this.#ends.push((this.#used = at))
  }

  #closePart(): void {
    if (this.#texts.length > 0) this.#texts[this.#texts.length - 1] = this.#text.subarray(0, this.#used)
  }

  #enlarge(): void {
    const before = this.#slots
    const slots = new Uint32Array(before.length * 2)
    const mask = slots.length / 2 - 1
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] === 0) continue
      let slot = before[at + 1]! & mask
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask
      slots[2 * slot] = before[at]!
      slots[2 * slot + 1] = before[at + 1]!
    }
    this.#slots = slots
    release(before)
  }

  /** The finished sections; nothing may be added afterwards. */
  finish(): TermSections {
    this.#closePart()
    const ends = words(this.size)
    this.#ends.moveTo(ends)
    const slots = words(this.#slots.length / 2)
    for (let slot = 0; slot < slots.length; slot++) slots[slot] = this.#slots[2 * slot]!
    release(this.#slots)
    return {
      heads: this.#heads,
      firsts: this.#firsts,
      texts: this.#texts.map((text) => new Section(text)),
      ends: new Section(ends),
      slots: new Section(slots),
    }
  }
}
