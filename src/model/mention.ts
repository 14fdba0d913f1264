/** How a source names a thing, before it is known which thing that is. */
import type { ClassName } from './vocabulary.ts'

/** Catalogues whose identifiers stand for one thing, whatever it is called: an IRI of ours, a model hub, arXiv, DOI, the SPDX licence list. */
export const schemes = ['iri', 'hub', 'arxiv', 'doi', 'spdx'] as const
type Scheme = (typeof schemes)[number]

/** What a catalogue calls a thing. */
export interface Identifier {
  readonly scheme: Scheme
  readonly value: string
}

/** A thing as a source names it. */
export interface Mention {
  /** The classes that it may be of: one, or several where the source does not tell. */
  readonly kinds: readonly [ClassName, ...ClassName[]]
  /** The name as the source writes it. */
  readonly name: string
  readonly identifiers?: readonly Identifier[]
  /**
   * Whether it goes by its name although a hub keeps it: what is known from a hub alone goes by its address there, since copies have the name
   * too, but who lists models by name and links to a repository of that name means this one.
   */
  readonly goesByName?: true
  /** Who made it, where the source describes another of this name that somebody else made. */
  readonly madeBy?: string
}

/** The name by which a decision of a person is looked up: with who made it, where that tells it from another. */
export const decidedName = ({ name, madeBy }: Mention): string => (madeBy === undefined ? name : `${name} (${madeBy})`)

/** Whether a thing is known by its address at a hub, and by its name only where that is told. */
export const isAddressed = ({ identifiers = [], goesByName }: Mention): boolean =>
  !goesByName && identifiers.some(({ scheme }) => scheme === 'hub')
