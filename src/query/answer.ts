/** What goes into a question beside its text, and what comes out. */
import type { Quad, Term } from '@rdfjs/types'

/** A question in SPARQL algebra. */
export interface Operation {
  readonly type: string
}

/** Terms for the variables of a query that a person fixes. */
export type Parameters = Readonly<Record<string, Term>>

/** An answer: rows, a yes or no, or triples. */
export type Answer =
  | { readonly type: 'bindings'; readonly variables: readonly string[]; readonly rows: readonly Readonly<Record<string, Term>>[] }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'quads'; readonly quads: readonly Quad[] }
