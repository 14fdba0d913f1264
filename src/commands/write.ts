/** Writing quads to a file or to the answer. */
import type { Quad } from '@rdfjs/types'
import type { Format } from '../formats/format.ts'
import type { Graph } from '../graph/graph.ts'
import { quadsOf, type View } from '../graph/quads.ts'
import { prefixesFor } from '../model/iri.ts'
import { writeWhole } from '../write-file.ts'
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
