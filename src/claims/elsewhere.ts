/** What is known already of things that the sources at hand speak of: a graph that was built before, to which they are added. */
import type { Identifier } from '../model/mention.ts'
import type { ClassName } from '../model/vocabulary.ts'

/** Things that were described elsewhere. */
export interface Elsewhere {
  /** The class of a thing; none where it is not known. */
  kindOf(iri: string): ClassName | undefined
  /** The names of a thing, as they are written. */
  namesOf(iri: string): ReadonlySet<string> | undefined
  /** The thing that a catalogue knows by an identifier. */
  identified(kind: ClassName, identifier: Identifier): string | undefined
  /** The things that are found by a name, in the form in which names are compared. */
  named(kind: ClassName, normalName: string): readonly string[]
}
