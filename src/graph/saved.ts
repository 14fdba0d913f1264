/** A graph in a file. */
import { claimsOfIndex } from './claims-of-index.ts'
import { openIndex } from './file/open-graph.ts'
import { createGraph, type Graph } from './graph.ts'

/** The ending of its name. */
export const savedEnding = '.stemma'

/** The graph of a `.stemma` file, of which is read what is asked for; throws as `openIndex` does. */
export function openSaved(file: string): Graph {
  const index = openIndex(file)
  return createGraph(claimsOfIndex(index), index.parts.base, () => index)
}
