/** Terms as a syntax spells them, from bytes to bytes: a term of millions is never made into a text in between. */
import { isNumeral } from '../../formats/terms.ts'
import { literal, type namedNode } from '../../model/claim.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { bytesOf } from '../../utf8.ts'
import type { Terms } from '../index/terms.ts'
import { ByteSink } from './byte-sink.ts'

/** What stands before a local part and behind it. */
export interface Around {
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** Two texts as what stands before and behind. */
export const around = (before: string, after: string): Around => ({ before: bytesOf(before), after: bytesOf(after) })

/** How all terms of a head are spelled. */
export interface HeadSpelling extends Around {
  readonly sort: 'iri' | 'blank' | 'literal'
  /** Of IRIs: what stands around a local part that needs no escape. */
  readonly short: Around | undefined
  /** The datatype of numbers that stand without quotes. */
  readonly numeral: ReturnType<typeof namedNode> | undefined
}

/** How the terms of a head are spelled. All have the same members in the same order, since that is quicker. */
export const headSpelling = (
  sort: HeadSpelling['sort'],
  { before, after }: Around,
  { short, numeral }: Partial<Pick<HeadSpelling, 'short' | 'numeral'>> = {},
): HeadSpelling => ({ sort, before, after, short, numeral })

/** Spells terms by their numbers. */
export class Spelling<Head extends HeadSpelling = HeadSpelling> {
  readonly #terms: Terms
  readonly #spell: (head: string, place: number) => Head
  readonly #heads: (Head | undefined)[]

  /** @param spell says how the terms of a head are spelled, which has its place among all heads; it is asked once for each */
  constructor(terms: Terms, spell: (head: string, place: number) => Head) {
    this.#terms = terms
    this.#spell = spell
    this.#heads = terms.heads.map(() => undefined)
  }

  /** How a term is spelled, and all others of its head. */
  headOf(number: number): Head {
    const place = this.#terms.look(number)
    return this.#heads[place] ?? (this.#heads[place] = this.#spell(this.#terms.heads[place]!, place))
  }

  /** A term as it is written. */
  bytes(number: number): Uint8Array {
    const sink = new ByteSink(1 << 8)
    this.write(number, sink)
    return sink.take()
  }

  /** Writes a term. */
  write(number: number, sink: ByteSink): void {
    const { before, after, sort, short, numeral } = this.headOf(number)
    const { text, from, to } = this.#terms
    if (sort === 'iri') {
      const isShort = short !== undefined && isPlainName(text, from, to)
      sink.add(isShort ? short.before : before)
      sink.add(text, from, to)
      sink.add(isShort ? short.after : after)
    } else if (sort === 'blank') {
      // A label of the data may be none in every syntax.
      sink.add(before)
      sink.add(bytesOf(String(number)))
      sink.add(after)
    } else if (numeral !== undefined && isBare(text, from, to, numeral)) sink.add(text, from, to)
    else {
      sink.add(before)
      sink.addEscaped(text, from, to)
      sink.add(after)
    }
  }
}

/** Whether a number can stand without quotes: digits tell integers, which are most; the others are read as texts. */
function isBare(text: Uint8Array, from: number, to: number, datatype: ReturnType<typeof namedNode>): boolean {
  if (datatype.value === `${prefixes.xsd}integer` && to > from) {
    let index = from
    while (index < to && text[index]! >= 48 && text[index]! <= 57) index += 1
    if (index === to) return true
  }
  return isNumeral(literal(Buffer.from(text.slice(from, to)).toString(), datatype))
}

/** Whether a local part can follow a prefix as it stands: letters, digits and underscores; inside also hyphens and points. */
function isPlainName(text: Uint8Array, from: number, to: number): boolean {
  if (from === to || !isWord(text[from]!) || text[to - 1] === point) return false
  for (let index = from + 1; index < to; index++) {
    const byte = text[index]!
    if (!isWord(byte) && byte !== point && byte !== hyphen) return false
  }
  return true
}

const [hyphen, point] = [45, 46]
const isWord = (byte: number): boolean =>
  (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || byte === 95
