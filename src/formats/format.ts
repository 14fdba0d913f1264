/** What a serialisation is. */
import type { Quad } from '@rdfjs/types'

/** Settings of a writer. */
export interface WriteOptions {
  /** Prefixes that may be used, by name. */
  readonly prefixes: Readonly<Record<string, string>>
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
  /** The quads as text; the same quads in any order give the same text. */
  write(quads: readonly Quad[], options: WriteOptions): string
}
