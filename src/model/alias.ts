/** What a person decided of a name: the alias table has one of these a line (docs/sources.md). */
import type { ClassName } from './vocabulary.ts'

/** One decision. */
export interface Alias {
  /** The name; however it is written. */
  readonly name: string
  /** The class that the name must be used for, where the source tells one. */
  readonly kind?: ClassName
  /** The id of the source that uses it so; every source if it is missing. */
  readonly source?: string
  /** What it names, one thing that it does not name, or that it names nothing else that has this name. */
  readonly is: Named | { readonly not: Named } | 'apart'
}

/** A thing by its class and id. */
export interface Named {
  readonly kind: ClassName
  readonly id: string
}
