/** What a source format is: something that recognises a file and turns it into fact sheets. */
import type { Problem } from '../errors.ts'
import type { FactSheet } from '../model/sheet.ts'

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
  /** Whether a thing may be described here of which not even the id could be read. */
  readonly partial: boolean
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
