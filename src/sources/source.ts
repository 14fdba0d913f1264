/** What a source format is: something that recognises a file and turns it into sheets. */
import type { Problem } from '../errors.ts'
import type { Alias } from '../model/alias.ts'
import type { FactSheet, NamedSheet } from '../model/sheet.ts'
import type { ClassName } from '../model/vocabulary.ts'
import type { Content } from './content.ts'
import type { DocumentFacts } from './document.ts'
import { addDropped, type Dropped, type DroppedFields } from './dropped.ts'

/** What was read from one file. */
export interface Reading {
  /** What is curated here: its ids are ours, and a problem with it stops everything. */
  readonly sheets: readonly FactSheet[]
  /**
   * What could be read of things that have a problem. No claim is made of it; it is there so that in the same run
   * its references are checked, and so that a reference to it is not taken for one to nothing.
   */
  readonly broken: readonly FactSheet[]
  /** Everything that is wrong with a file that is curated here. */
  readonly problems: readonly Problem[]
  /** What is known of things that are described here and could not be read at all. */
  readonly lost: readonly Lost[]
  /** What others wrote, in their names. */
  readonly named: readonly NamedSheet[]
  /** What is wrong with what others wrote: it is told, and the rest is read. */
  readonly noted: readonly Problem[]
  /** What is known of the document that the file is, where others wrote it. */
  readonly document?: DocumentFacts
  /** What people decided of names. */
  readonly aliases: readonly Alias[]
  /** What nothing was made of. */
  readonly dropped: DroppedFields
}

/** A thing that may be described where nothing could be read; what is not known of it may be anything. */
export interface Lost {
  readonly kind?: ClassName
  readonly id?: string
}

/** A reading of nothing, to be filled. */
export const nothing: Reading = { sheets: [], broken: [], problems: [], lost: [], named: [], noted: [], aliases: [], dropped: new Map() }

/** Several readings as one. */
export function together(readings: readonly Reading[]): Reading {
  const dropped = new Map<string, Dropped>()
  for (const reading of readings) for (const [field, one] of reading.dropped) addDropped(dropped, field, one)
  return {
    sheets: readings.flatMap(({ sheets }) => sheets),
    broken: readings.flatMap(({ broken }) => broken),
    problems: readings.flatMap(({ problems }) => problems),
    lost: readings.flatMap(({ lost }) => lost),
    named: readings.flatMap(({ named }) => named),
    noted: readings.flatMap(({ noted }) => noted),
    aliases: readings.flatMap(({ aliases }) => aliases),
    dropped,
  }
}

/** How a file is read. */
export interface ReadOptions {
  /** Base IRI of instances. */
  readonly base: string
  /** The id of the document that the file is, where the format does not know better or a person says so. */
  readonly source?: string | undefined
}

/** A source format. */
export interface SourceFormat {
  /** Its name, for `--from`. */
  readonly name: string
  /** What people call it. */
  readonly title: string
  /** Endings of its files, with the dot. */
  readonly extensions: readonly string[]
  /** Whether a file with such an ending is of this format. */
  recognises(content: Content): boolean
  /** Reads a file. What is wrong with it is told in the reading, not thrown. */
  read(content: Content, options: ReadOptions): Reading
}
