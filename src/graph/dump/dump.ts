/**
 * A graph of any size in N-Triples, N-Quads or Turtle, subject by subject, in the order in which the subjects came: the
 * same bytes for the same graph, and never more than a piece of them in memory.
 */
import { prefixesFor } from '../../model/iri.ts'
import { readingOrder } from '../../model/vocabulary.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import type { Relation } from '../index/relation.ts'
import { ByteSink } from './byte-sink.ts'
import { Spelling } from './spelling.ts'
import { linesStyle, turtleStyle } from './statements.ts'
import { eachSubject, Track } from './track.ts'

/** The formats that a graph is written in without being in memory whole. */
export const dumpFormats = ['ntriples', 'nquads', 'turtle'] as const
export type DumpFormat = (typeof dumpFormats)[number]

/** Which of several parts to write; together they are the whole. */
export interface Part {
  readonly part: number
  readonly parts: number
}

/** The whole as one part. */
export const wholePart: Part = { part: 0, parts: 1 }

/** The subjects of a piece are among so many numbers. */
const span = 1 << 13

/** What writes the pieces of a graph, in any order; those of a part, one after the other, are what `dump` gives. */
export interface Dumper {
  /** How many pieces a part has. */
  count(part: Part): number
  /** A piece of a part, of which the first one has the head of the file. It is to be used before the next is asked for. */
  piece(part: Part, index: number): Uint8Array
}

/**
 * The bytes of a graph in a format: the best view, in N-Quads the named graphs too. Each piece is to be used before the next
 * is asked for.
 *
 * @param part which of the parts by subject to write
 */
export function* dump(index: QuadIndex, format: DumpFormat, part = wholePart): Generator<Uint8Array> {
  const { count, piece } = dumper(index, format)
  for (let number = 0; number < count(part); number++) yield piece(part, number)
}

/** What writes a graph in a format. */
export function dumper(index: QuadIndex, format: DumpFormat): Dumper {
  const short = format === 'turtle' ? usedPrefixes(index) : {}
  const sink = new ByteSink(1 << 20)
  const spelling = new Spelling(index.terms, short)
  const relations = [...index.relations.values()].filter((relation) => format === 'nquads' || relation.inDefault > 0)
  const style = format === 'turtle' ? turtleStyle(index, spelling, sink) : linesStyle(index, spelling, sink, format === 'nquads')
  const tracks = inReadingOrder(relations, index).map((relation) => new Track(relation, style.lead(relation.predicate)))
  const { size } = index.terms
  const limits = ({ part, parts }: Part): [from: number, to: number] => [
    Math.floor((size / parts) * part),
    part + 1 === parts ? size : Math.floor((size / parts) * (part + 1)),
  ]
  return {
    count(part) {
      const [from, to] = limits(part)
      return Math.max(1, Math.ceil((to - from) / span))
    },
    piece(part, number) {
      const [begin, end] = limits(part)
      if (number === 0)
        for (const [prefix, namespace] of Object.entries(short)) sink.add(Buffer.from(`@prefix ${prefix}: <${namespace}> .\n`))
      const from = begin + number * span
      eachSubject(tracks, from, Math.min(from + span, end), style.write)
      return sink.take()
    },
  }
}

const inReadingOrder = (relations: readonly Relation[], { terms }: QuadIndex): Relation[] =>
  relations
    .map((relation) => ({ relation, place: readingOrder(terms.term(relation.predicate).value) }))
    .sort((a, b) => a.place - b.place || a.relation.predicate - b.relation.predicate)
    .map(({ relation }) => relation)

/** The prefixes of which the graph has terms, by name. */
function usedPrefixes({ terms, parts }: QuadIndex): Record<string, string> {
  const used = new Set(terms.heads.map((head) => head.slice(1)))
  const datatypes = terms.heads.filter((head) => head.startsWith('^'))
  const isUsed = (namespace: string): boolean => used.has(namespace) || datatypes.some((head) => head.slice(1).startsWith(namespace))
  return Object.fromEntries(
    Object.entries(prefixesFor(parts.base))
      .filter(([, namespace]) => isUsed(namespace))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
