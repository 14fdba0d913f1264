/** Writing quads to a file or to the answer. */
import type { Quad } from '@rdfjs/types'
import type { Format } from '../formats/format.ts'
import type { Graph } from '../graph/graph.ts'
import { quadsOf, type View } from '../graph/quads.ts'
import { prefixesFor } from '../model/iri.ts'
import { writeTogether, writeWhole } from '../write-file.ts'
import type { Io } from './io.ts'

/** Writes quads in a format, to a file when one is named. */
export function writeQuads(quads: readonly Quad[], format: Format, base: string, file: string | undefined, io: Io): void {
  const text = format.write(quads, { prefixes: prefixesFor(base) })
  if (file !== undefined) writeWhole(file, text)
  else io.out(text)
}

/** Writes a view of a graph. */
export function writeGraph(graph: Graph, view: View, format: Format, file: string | undefined, io: Io): void {
  writeQuads(quadsOf(graph, view), format, graph.base, file, io)
}

/** A file and what it is to hold. */
export interface Target {
  readonly file: string
  readonly format: Format
}

/** Writes a graph to several files, all of them or none: everything where a format has named graphs, else the best view. */
export function writeFiles(graph: Graph, targets: readonly Target[]): void {
  const prefixes = prefixesFor(graph.base)
  writeTogether(
    targets.map(({ file, format }) => ({
      file,
      content: () => format.write(quadsOf(graph, format.quads ? 'all' : 'best'), { prefixes }),
    })),
  )
}
