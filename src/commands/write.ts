/** Writing quads and graphs, to files or as the answer. */
import type { Quad } from '@rdfjs/types'
import type { Format } from '../formats/format.ts'
import type { Graph } from '../graph/graph.ts'
import { prefixesFor } from '../model/iri.ts'
import { writeLarge, writeTogether, type LargeFile } from '../write-file.ts'
import { printData, type Io } from './io.ts'
import { contentOf, isLarge, largeContent, type Target } from '../graph/target.ts'

/** Prints quads in a format. */
export function printQuads(quads: readonly Quad[], format: Format, base: string, io: Io): void {
  printData(io, format.write(quads, { prefixes: prefixesFor(base) }))
}

/**
 * Writes a graph to files, all of them or none.
 *
 * @param workers how many threads write, where it is large
 */
export async function writeGraph(graph: Graph, targets: readonly Target[], io: Io, workers?: number): Promise<void> {
  if (targets.length === 0) return
  if (!isLarge(graph, targets))
    return writeTogether(targets.map((target) => ({ file: target.file, content: () => contentOf(graph, target) })))
  // A saved graph is written by this thread alone; the others are written by all of them, so one after the other.
  let before: Promise<unknown> = Promise.resolve()
  const files = targets.map((target): LargeFile => {
    const content = largeContent(graph, target, workers)
    return {
      file: target.file,
      content: target.format ? (write, signal) => (before = before.then(() => content(write, signal))) as Promise<void> : content,
    }
  })
  io.status?.(`writing ${targets.map(({ file }) => file).join(', ')}`)
  await writeLarge(files)
  io.status?.('')
}

/** Prints a graph. */
export function printGraph(graph: Graph, target: Target, io: Io): void {
  for (const piece of contentOf(graph, target)) printData(io, Buffer.from(piece).toString())
}
