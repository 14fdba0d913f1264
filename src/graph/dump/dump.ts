/**
 * A graph of any size in a format, subject by subject, in the order in which the subjects came: the same bytes for the same
 * graph, and never more than a piece of them in memory.
 */
import { readingOrder } from '../../model/vocabulary.ts'
import { rememberLast } from '../../remember.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import type { Relation } from '../index/relation.ts'
import { ByteSink } from './byte-sink.ts'
import { nodesStyle } from './json-nodes.ts'
import { blocksStyle, linesStyle } from './statements.ts'
import type { StyleOf } from './style.ts'
import { eachSubject, firstSubject, Track } from './track.ts'

/** How each format writes subjects, and whether it writes named graphs or the best view alone. */
const styles = {
  ntriples: { style: linesStyle, named: false },
  nquads: { style: linesStyle, named: true },
  turtle: { style: blocksStyle, named: false },
  trig: { style: blocksStyle, named: true },
  jsonld: { style: nodesStyle, named: true },
  'jsonld-best': { style: nodesStyle, named: false },
} as const satisfies Record<string, { readonly style: StyleOf; readonly named: boolean }>

/** The formats that a graph is written in without being in memory whole; `jsonld-best` is JSON-LD of the best view alone. */
export type DumpFormat = keyof typeof styles

/** Whether a format is one of them. */
export const isDumpFormat = (name: string): name is DumpFormat => Object.hasOwn(styles, name)

/** Which of several parts to write; together they are the whole. */
export interface Part {
  readonly part: number
  readonly parts: number
}

/** The whole as one part. */
export const wholePart: Part = { part: 0, parts: 1 }

/** The subjects of a piece are among so many numbers. */
const span = 1 << 13

/** Writes a piece of a part: those of a part, one after the other, are what `dump` gives. It is to be used before the next is asked for. */
export type Dumper = (part: Part, number: number) => Uint8Array

/**
 * The bytes of a graph in a format. Each piece is to be used before the next is asked for.
 *
 * @param part which of the parts by subject to write
 */
export function* dump(index: QuadIndex, format: DumpFormat, part = wholePart): Generator<Uint8Array> {
  const piece = dumper(index, format)
  for (let number = 0; number < pieceCount(index, part); number++) yield piece(part, number)
}

/** The numbers of a part's subjects: from one up to another. */
const limits = ({ terms: { size } }: QuadIndex, { part, parts }: Part): readonly [from: number, to: number] => [
  Math.floor((size / parts) * part),
  part + 1 === parts ? size : Math.floor((size / parts) * (part + 1)),
]

/** How many pieces a part has. */
export function pieceCount(index: QuadIndex, part: Part): number {
  const [from, to] = limits(index, part)
  return Math.max(1, Math.ceil((to - from) / span))
}

/** What writes the pieces of a graph in a format, in any order. */
export function dumper(index: QuadIndex, format: DumpFormat): Dumper {
  const { style: styleOf, named } = styles[format]
  const sink = new ByteSink(1 << 20)
  const style = styleOf(index, sink, named)
  const relations = [...index.relations.values()].filter(({ inDefault }) => named || inDefault > 0)
  const tracks = inReadingOrder(relations, index).map((relation) => new Track(relation, style.lead(relation.predicate)))
  const firstOf = rememberLast((part: Part) => (style.stands ? firstSubject(tracks, ...limits(index, part), style.stands) : undefined))
  return (part, number) => {
    const [begin, end] = limits(index, part)
    const from = begin + number * span
    const to = Math.min(from + span, end)
    const first = firstOf(part)
    if (number === 0) sink.add(style.head)
    eachSubject(tracks, from, to, (subject, own) => style.write(subject, own, subject === first))
    if (to === end) sink.add(style.foot)
    return sink.take()
  }
}

const inReadingOrder = (relations: readonly Relation[], { terms }: QuadIndex): Relation[] =>
  relations
    .map((relation) => ({ relation, place: readingOrder(terms.term(relation.predicate).value) }))
    .sort((a, b) => a.place - b.place || a.relation.predicate - b.relation.predicate)
    .map(({ relation }) => relation)
