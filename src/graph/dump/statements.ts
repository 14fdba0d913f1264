/** How the triples of one subject are written: one a line, or all of a graph in a block. */
import { prefixes } from '../../model/vocabulary.ts'
import { bytesOf } from '../../utf8.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import { Spelling } from './spelling.ts'
import type { StyleOf } from './style.ts'
import { allGraphs, defaultAlone } from './subject-graphs.ts'
import type { Track } from './track.ts'
import { turtleSpelling } from './turtle-spelling.ts'
import { usedPrefixes } from './used-prefixes.ts'

const [nothing, space, end, comma, lineBreak] = ['', ' ', ' .\n', ' , ', '\n'].map(bytesOf) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
]

/** N-Triples and N-Quads: one statement a line, in quads one for each of its graphs. */
export const linesStyle: StyleOf = ({ terms, parts: { sets } }, sink, named) => {
  const spelling = new Spelling(terms, turtleSpelling())
  return {
    head: nothing,
    foot: nothing,
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
            if (!named && graph !== defaultGraph) continue
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
const [opening, closing] = [bytesOf(' {\n  '), bytesOf('}\n')]

/** Turtle and TriG: one subject a block; in TriG those of named graphs too, each in the braces of its graph. */
export const blocksStyle: StyleOf = (index, sink, named) => {
  const short = usedPrefixes(index)
  const spelling = new Spelling(index.terms, turtleSpelling(short))
  const eachGraph = named ? allGraphs(index) : defaultAlone(index)
  const type = index.predicate(`${prefixes.rdf}type`)

  /** The triples that stand in a graph, by its mask. */
  function block(subject: number, own: readonly Track[], mask: Uint8Array): void {
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
          spelling.write(subject, sink)
          // Behind the subject stands no semicolon, only the space before the predicate.
          sink.add(lead, semicolon.length)
        }
        begun = true
        first = false
        spelling.write(targets[edge]!, sink)
      }
    }
    sink.add(end)
  }

  return {
    head: bytesOf(
      Object.entries(short)
        .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
        .join(''),
    ),
    foot: nothing,
    lead: (predicate) => Buffer.concat([bytesOf(`${semicolon} `), predicate === type ? bytesOf('a') : spelling.bytes(predicate), space]),
    write: (subject, own) =>
      eachGraph(own, (graph, mask) => {
        sink.add(lineBreak)
        if (graph === defaultGraph) return block(subject, own, mask)
        spelling.write(graph, sink)
        sink.add(opening)
        block(subject, own, mask)
        sink.add(closing)
      }),
  }
}
