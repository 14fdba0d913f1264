/** What a source format is: something that recognises a file and turns it into fact sheets. */
import type { Problem } from '../errors.ts'
import type { FactSheet } from '../model/sheet.ts'
import type { ClassName } from '../model/vocabulary.ts'

/** What was read from one file. */
export interface Reading {
  readonly sheets: readonly FactSheet[]
  /**
   * What could be read of things that have a problem. No claim is made of it; it is there so that in the same run
   * its references are checked, and so that a reference to it is not taken for one to nothing.
   */
  readonly broken: readonly FactSheet[]
  /** Everything that is wrong with the file. */
  readonly problems: readonly Problem[]
  /** What is known of things that are described here and could not be read at all. */
  readonly lost: readonly Lost[]
}

/** A thing that may be described where nothing could be read; what is not known of it may be anything. */
export interface Lost {
  readonly kind?: ClassName
  readonly id?: string
}

/** A source format. */
export interface SourceFormat {
  readonly name: string
  /** Endings of its files, with the dot. */
  readonly extensions: readonly string[]
  /**
   * Reads one file.
   *
   * @param bytes the content of the file
   * @param file its path, for messages
   * @param base base IRI of instances
   */
  read(bytes: Uint8Array, file: string, base: string): Reading
}
