/** A graph in a file. */
import { claimsOfIndex } from './claims-of-index.ts'
import { openIndex } from './file/file-bytes.ts'
import { graphBytes } from './file/write-graph.ts'
import { createGraph, type Graph } from './graph.ts'
import { writeWhole } from '../write-file.ts'

/** The graph of a `.stemma` file, of which is read what is asked for; throws as `openIndex` does. */
export function openSaved(file: string): Graph {
  const index = openIndex(file)
  return createGraph(claimsOfIndex(index), index.parts.base, () => index)
}

/** Saves a graph; throws as `writeWhole` does. */
export const saveGraph = (graph: Graph, file: string): void => writeWhole(file, graphBytes(graph.index))
