/** Terms as N-Triples and Turtle spell them, from bytes to bytes: a term of millions is never made into a text in between. */
import { heads } from '../../model/term-key.ts'
import { toCurie } from '../../model/iri.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { isNumeral } from '../../formats/terms.ts'
import { literal, namedNode } from '../../model/claim.ts'
import type { Terms } from '../index/terms.ts'
import { ByteSink } from './byte-sink.ts'

/** How all terms of a head are spelled. */
interface HeadSpelling {
  readonly before: Uint8Array
  readonly after: Uint8Array
  readonly sort: 'iri' | 'blank' | 'literal'
  /** What stands for the namespace where the local part needs no escape. */
  readonly prefix?: Uint8Array
  /** The datatype of numbers that stand without quotes. */
  readonly numeral?: ReturnType<typeof namedNode>
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Spells terms by their numbers. */
export class Spelling {
  readonly #terms: Terms
  readonly #heads: readonly HeadSpelling[]

  /** @param short prefixes by name, in Turtle; none in N-Triples */
  constructor(terms: Terms, short: Readonly<Record<string, string>> = {}) {
    this.#terms = terms
    const byNamespace = new Map(Object.entries(short).map(([prefix, namespace]) => [namespace, prefix]))
    const isTurtle = byNamespace.size > 0
    const iri = (value: string): string => {
      const curie = toCurie(value, short)
      return curie === value ? `<${value}>` : curie
    }
    this.#heads = terms.heads.map((head): HeadSpelling => {
      const rest = head.slice(1)
      switch (head[0]) {
        case heads.iri: {
          const prefix = byNamespace.get(rest)
          return {
            before: bytesOf(`<${rest}`),
            after: bytesOf('>'),
            sort: 'iri',
            ...(prefix !== undefined && { prefix: bytesOf(`${prefix}:`) }),
          }
        }
        case heads.blank:
          return { before: bytesOf('_:b'), after: bytesOf(''), sort: 'blank' }
        case heads.language:
          return { before: bytesOf('"'), after: bytesOf(`"@${rest}`), sort: 'literal' }
        case heads.datatype:
          return {
            before: bytesOf('"'),
            after: bytesOf(`"^^${iri(rest)}`),
            sort: 'literal',
            ...(isTurtle && numerals.has(rest) && { numeral: namedNode(rest) }),
          }
        default:
          return { before: bytesOf('"'), after: bytesOf('"'), sort: 'literal' }
      }
    })
  }

  /** A term as it is written. */
  bytes(number: number): Uint8Array {
    const sink = new ByteSink(1 << 8)
    this.write(number, sink)
    return sink.take()
  }

  /** Writes a term. */
  write(number: number, sink: ByteSink): void {
    const terms = this.#terms
    const { before, after, sort, prefix, numeral } = this.#heads[terms.look(number)]!
    const { text, from, to } = terms
    if (sort === 'iri') {
      const short = prefix !== undefined && isPlainName(text, from, to)
      sink.add(short ? prefix : before)
      sink.add(text, from, to)
      if (!short) sink.add(after)
    } else if (sort === 'blank') {
      // A label of the data may be none in every syntax.
      sink.add(before)
      sink.add(bytesOf(String(number)))
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

const numerals: ReadonlySet<string> = new Set(['integer', 'decimal', 'double'].map((name) => prefixes.xsd + name))

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
