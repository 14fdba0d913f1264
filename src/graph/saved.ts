/** A graph in a file. */
import { openIndex } from './file/file-bytes.ts'
import { graphBytes } from './file/write-graph.ts'
import type { Graph } from './graph.ts'
import { graphOfIndex } from './of-index.ts'
import { writeWhole } from '../write-file.ts'

/** The graph of a `.stemma` file, of which is read what is asked for; throws as `openIndex` does. */
export const openSaved = (file: string): Graph => graphOfIndex(openIndex(file))

/** Saves a graph; throws as `writeWhole` does. */
export const saveGraph = (graph: Graph, file: string): void => writeWhole(file, graphBytes(graph.index))
