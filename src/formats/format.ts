/** What a serialisation is. */
import type { Quad, Term } from '@rdfjs/types'
import { relabelled } from './blank.ts'
import { outlineOf, type Outline } from './outline.ts'
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
  /**
   * An outline as text, whose terms have been checked where they came in, and in which no node is blank that has an odd label.
   *
   * @throws StemmaError when the format cannot hold a term
   */
  writeOutline(outline: Outline, prefixes: WriteOptions['prefixes']): string
}

/** What a serialisation has of its own. */
type Own = Omit<Format, 'write' | 'writeOutline'> & {
  /** Spells an outline, which has the default graph only where the format keeps no other. */
  readonly spell: (outline: Outline, prefixes: WriteOptions['prefixes']) => string
}

/** A serialisation whose writer is given only quads and prefixes that have been checked, and plain labels of blank nodes. */
export function serialisation({ spell, ...format }: Own): Format {
  const keeps = (graph: Term): boolean => format.quads || graph.termType === 'DefaultGraph'
  const all = <T>(items: readonly T[], graphOf: (item: T) => Term): readonly T[] =>
    items.every((item) => keeps(graphOf(item))) ? items : items.filter((item) => keeps(graphOf(item)))
  return {
    ...format,
    write(quads, { prefixes, first }) {
      const kept = all(quads, ({ graph }) => graph)
      checkQuads(kept, prefixes)
      return spell(outlineOf(relabelled(kept), first), prefixes)
    },
    writeOutline: (outline, prefixes) =>
      spell(
        all(outline, ([graph]) => graph),
        prefixes,
      ),
  }
}
