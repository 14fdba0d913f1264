import type { Section } from './section.ts'

/**
 * The sections of the terms. A term's number is its place in `ends`. Texts lie in parts, since no array holds more than 4 GiB:
 * part k begins with the term `firsts[k]`.
 */
export interface TermSections {
  readonly heads: readonly string[]
  readonly firsts: readonly number[]
  readonly texts: readonly Section<Uint8Array>[]
  /** Of each term: where it ends in its part. */
  readonly ends: Section
  /** An open-addressing hash table, a power of two long: the number of a term plus one, or 0. */
  readonly slots: Section
}
