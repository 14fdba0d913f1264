/** Packs statements into a batch: each term once, by number. */
import type { Term } from '@rdfjs/types'
import { keyMaker } from '../../model/term-key.ts'
import { headSeed } from '../../model/term-hash.ts'
import { mentionLength, rowLength, type Batch } from './batch.ts'
import { grown, TermTable } from './term-table.ts'

/** The statements of a batch, before it is known how many records they are of. */
export type Statements = Pick<Batch, 'heads' | 'termHeads' | 'bytes' | 'ends' | 'hashes' | 'rows' | 'mentions'>

/** A head, by its place among all that terms may have. */
export type Head = number & { readonly head: unique symbol }
/** A term that most batches have, by its place among such terms. */
export type Constant = number & { readonly constant: unique symbol }

const notYet = -1

/** What is numbered is so in the order of its first use: the same statements make the same batch, whoever packs them. */
export class BatchWriter {
  readonly #heads: string[] = []
  /** Of each head: where the hashes of its terms start. */
  readonly #seeds: number[] = []
  /** Of each head: its place in the batch. */
  readonly #places: number[] = []
  #usedHeads: string[] = []

  readonly #constants: { readonly head: Head; readonly local: string }[] = []
  /** Of each constant: its number in the batch. */
  readonly #numbers: number[] = []

  readonly #terms = new TermTable()
  #rows = new Uint32Array(1 << 14)
  #cells = 0
  #mentions = new Uint32Array(1 << 14)
  #mentionCells = 0

  readonly #split: ReturnType<typeof keyMaker>

  /** @param namespaces those that IRIs are split at, the same for all whose batches are put together */
  constructor(namespaces: readonly string[]) {
    this.#split = keyMaker(namespaces)
  }

  /** The head that terms like this one have. */
  headOf(term: Term): Head {
    const [text] = this.#split(term)
    const known = this.#heads.indexOf(text)
    if (known >= 0) return known as Head
    this.#places.push(notYet)
    this.#seeds.push(headSeed(text))
    return (this.#heads.push(text) - 1) as Head
  }

  /** A term that is needed again and again. */
  constant(term: Term): Constant {
    this.#numbers.push(notYet)
    return (this.#constants.push({ head: this.headOf(term), local: this.#split(term)[1] }) - 1) as Constant
  }

  /** The number of a constant in this batch. */
  numberOf(constant: Constant): number {
    const known = this.#numbers[constant]!
    if (known !== notYet) return known
    const { head, local } = this.#constants[constant]!
    return (this.#numbers[constant] = this.term(head, local))
  }

  /**
   * The number of a term in this batch.
   *
   * @param text its local part; or what holds it, from one place to another
   */
  term(head: Head, text: string, from = 0, to = text.length): number {
    let place = this.#places[head]!
    if (place === notYet) place = this.#places[head] = this.#usedHeads.push(this.#heads[head]!) - 1
    return this.#terms.number(place, this.#seeds[head]!, text, from, to)
  }

  /** Packs a statement, by the numbers of its terms. */
  add(subject: number, predicate: number, object: number, graph: number): void {
    let cell = this.#cells
    if (cell === this.#rows.length) this.#rows = grown(this.#rows)
    const rows = this.#rows
    rows[cell++] = subject
    rows[cell++] = predicate
    rows[cell++] = object
    rows[cell++] = graph
    this.#cells = cell
  }

  /** How many statements were packed. */
  get rowCount(): number {
    return this.#cells / rowLength
  }

  /**
   * Notes that statements are the same wherever the source names the thing so.
   *
   * @param kind which of several ways of naming it is, from 0
   * @param text the number of the term by which it is named; for each kind it names one thing
   * @param from how many statements there were before them
   */
  mention(kind: number, text: number, thing: number, from: number): void {
    let cell = this.#mentionCells
    if (cell + mentionLength > this.#mentions.length) this.#mentions = grown(this.#mentions)
    const mentions = this.#mentions
    mentions[cell++] = kind
    mentions[cell++] = text
    mentions[cell++] = thing
    mentions[cell++] = from
    mentions[cell++] = this.rowCount
    this.#mentionCells = cell
  }

  /** What was packed since the last time; what follows is of the next batch. */
  take(): Statements {
    const statements = {
      heads: this.#usedHeads,
      ...this.#terms.take(),
      rows: this.#rows.slice(0, this.#cells),
      mentions: this.#mentions.slice(0, this.#mentionCells),
    }
    this.#places.fill(notYet)
    this.#numbers.fill(notYet)
    this.#usedHeads = []
    this.#cells = this.#mentionCells = 0
    return statements
  }
}
