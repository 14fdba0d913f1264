/** What goes into a question beside its text, and what comes out. */
import type { Quad, Term } from '@rdfjs/types'

/** A question in SPARQL algebra. */
export interface Operation {
  readonly type: string
}

/** Terms for the variables of a query that a person fixes. */
export type Parameters = Readonly<Record<string, Term>>

/** What a row has for each variable; nothing for one that is unbound. */
export type Row = Readonly<Record<string, Term>>

/** What is said of rows. */
interface Heading {
  readonly type: 'bindings'
  readonly variables: readonly string[]
  /** The variable whose values are the IRIs of sources, with a space between, where they were asked for. */
  readonly sources?: string
}

/** An answer: rows, a yes or no, or triples. */
export type Answer =
  | (Heading & { readonly rows: readonly Row[] })
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'quads'; readonly quads: readonly Quad[] }

/** An answer of which the rows or triples come some at a time, while others are still sought. Who stops reading ends the search. */
export type AnswerStream =
  | (Heading & { readonly rows: AsyncIterable<readonly Row[]> })
  | Extract<Answer, { type: 'boolean' }>
  | { readonly type: 'quads'; readonly quads: AsyncIterable<readonly Quad[]> }
