/** In which graphs the triples of one subject stand. */
import { defaultGraph } from '../index/graph-sets.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import type { Track } from './track.ts'

/** Goes through the graphs that speak of a subject, each with a mask: of each set of graphs that its triples have, whether the graph is in it. */
export type EachGraph = (own: readonly Track[], use: (graph: number, mask: Uint8Array) => void) => void

/** Whether a track has a triple of its subject in a graph, by the mask of that graph. */
export function isIn(track: Track, mask: Uint8Array): boolean {
  for (let edge = track.start, last = track.end; edge < last; edge++) if (mask[track.setOf(edge)]) return true
  return false
}

/** The default graph alone, where it speaks of the subject. */
export function defaultAlone(index: QuadIndex): EachGraph {
  const mask = index.mask(defaultGraph)
  return (own, use) => {
    if (own.some((track) => isIn(track, mask))) use(defaultGraph, mask)
  }
}

/** The default graph first, then the named ones by number. */
export function allGraphs({ parts: { sets } }: QuadIndex): EachGraph {
  const [seen, mask] = [new Uint8Array(sets.size), new Uint8Array(sets.size)]
  const found: number[] = []
  const note = (set: number): void => {
    if (seen[set]) return
    seen[set] = 1
    found.push(set)
  }
  return (own, use) => {
    for (const track of own) {
      const { uniform } = track.relation
      if (uniform !== undefined) note(uniform)
      else for (let edge = track.start, last = track.end; edge < last; edge++) note(track.setOf(edge))
    }
    const graphs = [...new Set(found.flatMap((set) => sets.graphsOf(set)))].sort((a, b) => place(a) - place(b))
    for (const graph of graphs) {
      for (const set of found) mask[set] = Number(sets.graphsOf(set).includes(graph))
      use(graph, mask)
    }
    for (const set of found) seen[set] = 0
    found.length = 0
  }
}

/** The number of the default graph is the greatest; here it comes first. */
const place = (graph: number): number => (graph === defaultGraph ? -1 : graph)
