/** Builds the dictionary of a graph: each term gets the next number when it first comes. */
import { bytes, Section, words } from './section.ts'
import { Column } from './column.ts'
import { termOfKey, type StoredTerm } from '../../model/term-key.ts'
import { hashOf, headSeed, mostHeadBytes, readHead, writeHead } from './term-bytes.ts'
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
  readonly #hashes = new Column()
  #text = bytes(0)
  #used = 0
  #slots = new Uint32Array(1 << 10)
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
    const hash = hashOf(this.#seeds[head]!, source, from, to)
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hash & mask
    for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
      if (this.#hashes.at(found - 1) === hash && this.#is(found - 1, head, source, from, to)) return found - 1
      slot = (slot + 1) & mask
    }
    const number = this.size
    this.#append(head, source, from, to)
    this.#hashes.push(hash)
    slots[slot] = number + 1
    if (this.size * 3 > slots.length * 2) this.#enlarge()
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
    let at = writeHead(this.#text, this.#used, head)
    for (let index = from; index < to; index++) this.#text[at++] = source[index]!
    this.#ends.push((this.#used = at))
  }

  #closePart(): void {
    if (this.#texts.length > 0) this.#texts[this.#texts.length - 1] = this.#text.subarray(0, this.#used)
  }

  #enlarge(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes.at(number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.#slots = slots
  }

  /** The finished sections; nothing may be added afterwards. */
  finish(): TermSections {
    this.#closePart()
    const ends = words(this.size)
    this.#ends.copyTo(ends)
    const slots = words(this.#slots.length)
    slots.set(this.#slots)
    return {
      heads: this.#heads,
      firsts: this.#firsts,
      texts: this.#texts.map((text) => new Section(text)),
      ends: new Section(ends),
      slots: new Section(slots),
    }
  }
}
