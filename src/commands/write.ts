/** Writing quads and graphs, to files or as the answer. */
import type { Quad } from '@rdfjs/types'
import type { Format } from '../formats/format.ts'
import type { Graph } from '../graph/graph.ts'
import { prefixesFor } from '../model/iri.ts'
import { writeLarge, writeTogether } from '../write-file.ts'
import type { Io } from './io.ts'
import { contentOf, isLarge, type Target } from './target.ts'

/** Prints quads in a format. */
export function printQuads(quads: readonly Quad[], format: Format, base: string, io: Io): void {
  io.out(format.write(quads, { prefixes: prefixesFor(base) }))
}

/** Writes a graph to files, all of them or none. */
export async function writeGraph(graph: Graph, targets: readonly Target[], io: Io): Promise<void> {
  if (targets.length === 0) return
  const files = targets.map((target) => ({ file: target.file, content: () => contentOf(graph, target) }))
  if (!isLarge(graph, targets)) return writeTogether(files)
  io.status?.(`writing ${targets.map(({ file }) => file).join(', ')}`)
  await writeLarge(files)
  io.status?.('')
}

/** Prints a graph. */
export function printGraph(graph: Graph, target: Target, io: Io): void {
  for (const piece of contentOf(graph, target)) io.out(Buffer.from(piece).toString())
}
