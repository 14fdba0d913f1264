/** What a serialisation is. */
import type { Quad } from '@rdfjs/types'
import { relabelled } from './blank.ts'
import { checkQuads } from './valid.ts'

/** Settings of a writer. */
export interface WriteOptions {
  /** Prefixes that may be used, by name. */
  readonly prefixes: Readonly<Record<string, string>>
  /** IRI of the subject that comes first, where the serialisation has blocks of subjects. */
  readonly first?: string
}

/** A serialisation of RDF. */
export interface Format {
  /** The name on the command line. */
  readonly name: string
  /** The format's IRI in https://www.w3.org/ns/formats/. */
  readonly iri: string
  readonly mediaType: string
  /** Endings of its files, the usual one first, without the dot. */
  readonly extensions: readonly string[]
  /** Whether it keeps named graphs; a format that does not writes the default graph only. */
  readonly quads: boolean
  /**
   * The quads as text; the same quads in any order give the same text.
   *
   * @throws StemmaError when a term or prefix is not well formed, or the format cannot hold it
   */
  write(quads: readonly Quad[], options: WriteOptions): string
}

/** A serialisation whose writer is given only quads and prefixes that have been checked, and plain labels of blank nodes. */
export function serialisation(format: Format): Format {
  return {
    ...format,
    write(all, options) {
      const fits = format.quads || all.every(({ graph }) => graph.termType === 'DefaultGraph')
      const quads = fits ? all : all.filter(({ graph }) => graph.termType === 'DefaultGraph')
      checkQuads(quads, options.prefixes)
      return format.write(relabelled(quads), options)
    },
  }
}
