/** What was read and nothing was made of, counted by field, each with an example: nothing is dropped in silence. */
import type { Place } from '../errors.ts'

/** A field of which nothing was made, or values of one that are none for its property. */
export interface Dropped {
  readonly count: number
  /** Where the first of them stands and, where it is the value that was dropped, that value and what is wrong with it. */
  readonly example: { readonly place: Place; readonly value?: string; readonly why?: string }
}

/** What was dropped, by field: `tags`, `cardData.widget`. */
export type DroppedFields = ReadonlyMap<string, Dropped>

/** The names of fields come from the file: there may be any number of them. */
export const mostFields = 1_000
export const otherFields = '(other fields)'

/** Adds what was dropped somewhere further on; the example stays the first one. */
export function addDropped(all: Map<string, Dropped>, field: string, { count, example }: Dropped): void {
  const name = all.has(field) || all.size < mostFields ? field : otherFields
  const known = all.get(name)
  all.set(name, known ? { count: known.count + count, example: known.example } : { count, example })
}
