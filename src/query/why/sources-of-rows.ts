/** The sources of the statements that a row rests on. */
import type { Term } from '@rdfjs/types'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { absent } from '../../graph/index/terms.ts'
import { remember } from '../../remember.ts'
import type { Row } from '../answer.ts'
import type { PathPattern, Pattern } from '../push-down/algebra.ts'
import { waysOf, type WayTo } from './shortest-way.ts'
import { statedBy, type StatedBy } from './stated-by.ts'
import type { Support } from './supports.ts'

/** Adds the sources of a row. */
export type RowSources = (row: Row, sources: Set<number>) => void

/** What finds the number that a term of a pattern has in a row. */
type NumberIn = (row: Row) => number

/**
 * What finds the sources of rows.
 *
 * @param supports the patterns that the rows rest on
 * @param merged the graphs that plain patterns ask, where the question or the request names some
 */
export function sourcesOfRows(index: QuadIndex, supports: readonly Support[], merged: readonly Term[] | undefined): RowSources {
  const stated = statedBy(index)
  const plain = merged ? merged.map((graph) => index.terms.find(graph)).filter((graph) => graph !== absent) : [defaultGraph]
  const finders = supports.map(({ pattern, when }) => ({
    when,
    add: pattern.type === 'path' ? ofPath(index, pattern, plain, stated) : ofPattern(index, pattern, plain, stated),
  }))
  return (row, sources) => {
    for (const { when, add } of finders) if (when.every((name) => row[name])) add(row, sources)
  }
}

function numberIn(index: QuadIndex, term: Term): NumberIn {
  if (term.termType !== 'Variable') {
    const number = index.terms.find(term)
    return () => number
  }
  return (row) => {
    const own = row[term.value]
    return own ? index.terms.find(own) : absent
  }
}

function graphsIn(index: QuadIndex, graph: Term, plain: readonly number[]): (row: Row) => readonly number[] {
  if (graph.termType === 'DefaultGraph') return () => plain
  const number = numberIn(index, graph)
  return (row) => [number(row)]
}

function ofPattern(index: QuadIndex, pattern: Pattern, plain: readonly number[], stated: StatedBy): RowSources {
  const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map((term) => numberIn(index, term)) as [
    NumberIn,
    NumberIn,
    NumberIn,
  ]
  const graphs = graphsIn(index, pattern.graph, plain)
  return (row, sources) => {
    const triple = { subject: subject(row), predicate: predicate(row), object: object(row) }
    if (!Object.values(triple).includes(absent)) stated(triple, graphs(row), sources)
  }
}

/** Walks from the end that the question names; rows that follow each other often have the other one in common. */
function ofPath(index: QuadIndex, pattern: PathPattern, plain: readonly number[], stated: StatedBy): RowSources {
  const back = pattern.subject.termType === 'Variable' && pattern.object.termType !== 'Variable'
  const [near, far] = back ? [pattern.object, pattern.subject] : [pattern.subject, pattern.object]
  const [from, to] = [numberIn(index, near), numberIn(index, far)]
  const graphs = graphsIn(index, pattern.graph, plain)
  const within = remember((names) => {
    const ways = waysOf(index, pattern.predicate, names.split(' ').map(Number), back)
    let last: { readonly node: number; readonly way: WayTo } | undefined
    return (node: number): WayTo => (last?.node === node ? last : (last = { node, way: ways(node) })).way
  })
  return (row, sources) => {
    const [node, other, active] = [from(row), to(row), graphs(row)]
    if (node === absent || other === absent || active.length === 0 || active.includes(absent)) return
    for (const triple of within(active.join(' '))(node)(other) ?? []) stated(triple, active, sources)
  }
}
