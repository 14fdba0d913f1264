/** What a property is told of a value that a path has led to, and what comes of it. */
import type { Term } from '@rdfjs/types'
import type { ClassName } from '../../model/vocabulary.ts'
import type { Beside } from '../sheet-writer.ts'

/** What came of a value: it was used, or it is none for the property, and why; nothing where another property may take it. */
export type Outcome = 'used' | 'left' | { readonly why: string }

/** What a property is told of a value. */
export interface Given {
  readonly term: Term
  /** The predicate of the last statement that led to it. */
  readonly predicate: string
  /** Whether the predicate is the property's own: then the value is written as we write it. */
  readonly own: boolean
  readonly beside: Beside
  /** The class of the thing that it is of. */
  readonly of: ClassName
  /** What catalogues call that thing, in lower case. */
  readonly identified: readonly string[]
}

/** What is no value of its kind has been noted where it was said. */
export const said = (_: unknown): Outcome => 'used'

/** A description is a sentence or two; of longer ones so much is kept. */
export const longestText = 500
