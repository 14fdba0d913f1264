/** How the triples of one subject are written: one a line, or all in a block. */
import { prefixes } from '../../model/vocabulary.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import type { ByteSink } from './byte-sink.ts'
import type { Spelling } from './spelling.ts'
import type { Track } from './track.ts'

/** How subjects are written. */
export interface Style {
  /** A predicate as it is written, with what stands around it: the lead of its track. */
  readonly lead: (predicate: number) => Uint8Array
  /** Writes a subject's triples. */
  readonly write: (subject: number, own: readonly Track[]) => void
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const [space, end, comma, lineBreak] = [' ', ' .\n', ' , ', '\n'].map(ascii) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]

/** One statement a line; in quads those of named graphs too, one for each of its graphs. */
export function linesStyle({ parts: { sets } }: QuadIndex, spelling: Spelling, sink: ByteSink, quads: boolean): Style {
  return {
    lead: (predicate) => Buffer.concat([space, spelling.bytes(predicate), space]),
    write(subject, own) {
      // Where the subject stands in its first line, from which the others copy it.
      const from = sink.length
      let to = from
      for (const track of own) {
        const { lead } = track
        const { targets } = track.relation.forward
        for (let edge = track.start, last = track.end; edge < last; edge++)
          for (const graph of sets.graphsOf(track.setOf(edge))) {
            if (!quads && graph !== defaultGraph) continue
            if (to > from) sink.repeat(from, to)
            else {
              spelling.write(subject, sink)
              to = sink.length
            }
            sink.add(lead)
            spelling.write(targets[edge]!, sink)
            if (graph !== defaultGraph) {
              sink.add(space)
              spelling.write(graph, sink)
            }
            sink.add(end)
          }
      }
    },
  }
}

const semicolon = ' ;\n   '

/** One subject a block, of what stands in the default graph. */
export function turtleStyle(index: QuadIndex, spelling: Spelling, sink: ByteSink): Style {
  const mask = index.mask(defaultGraph)
  const type = index.predicate(`${prefixes.rdf}type`)
  return {
    lead: (predicate) => Buffer.concat([ascii(`${semicolon} `), predicate === type ? ascii('a') : spelling.bytes(predicate), space]),
    write(subject, own) {
      let begun = false
      for (const track of own) {
        const { lead } = track
        const { targets } = track.relation.forward
        let first = true
        for (let edge = track.start, last = track.end; edge < last; edge++) {
          if (!mask[track.setOf(edge)]) continue
          if (!first) sink.add(comma)
          else if (begun) sink.add(lead)
          else {
            sink.add(lineBreak)
            spelling.write(subject, sink)
            // Behind the subject stands no semicolon, only the space before the predicate.
            sink.add(lead, semicolon.length)
          }
          begun = true
          first = false
          spelling.write(targets[edge]!, sink)
        }
      }
      if (begun) sink.add(end)
    },
  }
}
