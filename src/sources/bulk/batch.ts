/** What many records say, packed so that it can be handed from one thread to another without being copied. */
import type { Problem } from '../../errors.ts'

/** How many numbers a row takes, and a mention. */
export const [rowLength, mentionLength] = [4, 5]

/** Statements of one stretch of a file, on terms that are numbered within the batch. */
export interface Batch {
  /** The heads of terms, each once (src/model/term-key.ts). */
  readonly heads: readonly string[]
  /** Of each term: the place of its head. */
  readonly termHeads: Uint32Array
  /** The local parts of all terms as UTF-8, one after the other. */
  readonly bytes: Uint8Array
  /** Of each term: where its local part ends in `bytes`. */
  readonly ends: Uint32Array
  /** Of each term: its hash (src/model/term-hash.ts). */
  readonly hashes: Uint32Array
  /** Subject, predicate, object and graph in turn, as places of terms; the graph is the source that says so. */
  readonly rows: Uint32Array
  /**
   * Stretches of rows that are the same wherever a source names a thing by a text: kind of thing, text, thing, the first of
   * the rows and the one behind the last. Whoever knows the thing by its text need not look at them.
   */
  readonly mentions: Uint32Array
  /** How many records were read, those with problems included. */
  readonly records: number
  /** What is wrong with some of them. */
  readonly problems: readonly Problem[]
}
