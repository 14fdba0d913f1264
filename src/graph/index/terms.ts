/** The dictionary of a graph: from terms to numbers and back. */
import type { Term } from '@rdfjs/types'
import { keyMaker, termOfKey, type StoredTerm } from '../../model/term-key.ts'
import { hashOf, headSeed } from '../../model/term-hash.ts'
import { readText, textMemory, writeText } from '../../utf8.ts'
import { mostHeadBytes, writeHead } from './term-bytes.ts'
import type { TermSections } from './term-sections.ts'

/** What is found for a term that the graph does not hold. */
export const absent = -1

/** Recently decoded terms are kept, so that a term which every row has is made once. */
const kept = 1 << 12

/** Terms by number; read only. */
export class Terms {
  readonly size: number
  readonly #sections: TermSections
  readonly #headPlaces: ReadonlyMap<string, number>
  readonly #seeds: readonly number[]
  readonly #keyOf: ReturnType<typeof keyMaker>
  readonly #cacheNumbers = new Int32Array(kept).fill(absent)
  readonly #cache: StoredTerm[] = []
  #scratch = textMemory(1 << 10)

  /** @param namespaces those that the IRIs are split at */
  constructor(sections: TermSections, namespaces: readonly string[]) {
    this.#sections = sections
    this.size = sections.ends.items.length
    this.#headPlaces = new Map(sections.heads.map((head, place) => [head, place]))
    this.#seeds = sections.heads.map(headSeed)
    this.#keyOf = keyMaker(namespaces)
  }

  /** The number of a term, or `absent`. */
  find(term: Term): number {
    if (term.termType === 'Variable' || term.termType === 'DefaultGraph' || term.termType === 'Quad') return absent
    const [head, local] = this.#keyOf(term)
    const place = this.#headPlaces.get(head)
    if (place === undefined) return absent
    if (this.#scratch.length < local.length * 3 + mostHeadBytes) this.#scratch = textMemory(local.length * 4 + mostHeadBytes)
    const scratch = this.#scratch
    const start = writeHead(scratch, 0, place)
    const end = start + writeText(scratch, local, start)
    const { slots } = this.#sections
    const mask = slots.items.length - 1
    for (let slot = hashOf(this.#seeds[place]!, scratch, start, end) & mask; ; slot = (slot + 1) & mask) {
      slots.need(slot, slot + 1)
      const found = slots.items[slot]!
      if (found === 0) return absent
      if (this.#is(found - 1, scratch, end)) return found - 1
    }
  }

  #is(number: number, wanted: Uint8Array, length: number): boolean {
    this.#locate(number)
    const from = this.#from
    if (this.#to - from !== length) return false
    for (let index = 0; index < length; index++) if (this.#text[from + index] !== wanted[index]) return false
    return true
  }

  /** Where the bytes of the term lie that was looked at last. */
  #text = new Uint8Array(0) as Uint8Array
  #from = 0
  #to = 0
  #locate(number: number): void {
    const { firsts, texts, ends } = this.#sections
    let part = firsts.length - 1
    while (firsts[part]! > number) part -= 1
    const first = firsts[part] === number
    ends.need(first ? number : number - 1, number + 1)
    this.#from = first ? 0 : ends.items[number - 1]!
    this.#to = ends.items[number]!
    const text = texts[part]!
    text.need(this.#from, this.#to)
    this.#text = text.items
  }

  /** The place of a term's head among `heads`; its local part then lies in `text`, `from` one place `to` another, until the next term is looked at. */
  look(number: number): number {
    this.#locate(number)
    return this.#takeHead()
  }
  get text(): Uint8Array {
    return this.#text
  }
  get from(): number {
    return this.#from
  }
  get to(): number {
    return this.#to
  }

  /** Reads the place of the head of the term that was looked at last; from then on the text begins behind it. */
  #takeHead(): number {
    const text = this.#text
    let place = text[this.#from]! & 127
    for (let shift = 7; text[this.#from++]! > 127; shift += 7) place |= (text[this.#from]! & 127) << shift
    return place
  }

  /** The term of a number. */
  term(number: number): StoredTerm {
    const slot = number & (kept - 1)
    if (this.#cacheNumbers[slot] === number) return this.#cache[slot]!
    const { head, local } = this.key(number)
    const term = termOfKey(head, local)
    this.#cacheNumbers[slot] = number
    this.#cache[slot] = term
    return term
  }

  /** Head and local part of a term. */
  key(number: number): { readonly head: string; readonly local: string } {
    const head = this.#sections.heads[this.look(number)]!
    return { head, local: readText(this.#text, this.#from, this.#to) }
  }

  /** The bytes of a term's local part, as a view of the graph's memory. */
  localBytes(number: number): Uint8Array {
    this.look(number)
    return this.#text.subarray(this.#from, this.#to)
  }

  /** All heads. */
  get heads(): readonly string[] {
    return this.#sections.heads
  }
}
