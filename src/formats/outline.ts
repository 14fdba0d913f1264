/** What a document says in the order in which it stands there: by graph, by subject, by predicate as one reads, by object. */
import type { Quad, Quad_Graph, Quad_Object, Quad_Subject, Term } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { classOfIri, prefixes, readingOrder } from '../model/vocabulary.ts'
import { nTriplesTerm } from './terms.ts'

/** The statements of a subject with one predicate; their objects are distinct. */
export type Row = readonly [predicate: string, objects: readonly Quad_Object[]]

/** The statements of a subject in one graph. */
export type Block = readonly [subject: Quad_Subject, rows: readonly Row[]]

/** What each graph says. */
export type Outline = readonly (readonly [graph: Quad_Graph, blocks: readonly Block[]])[]

/**
 * Quads in order: the default graph first, then graphs by name; the subject that is asked for first, then the others by
 * IRI, blank nodes last.
 *
 * @param first IRI of the subject that comes first
 */
export const outlineOf = (quads: readonly Quad[], first?: string): Outline =>
  inOrder(
    groups(quads, ({ graph }) => graph).map(([graph, content]) => [
      graph,
      groups(content, ({ subject }) => subject).map(([subject, own]): Block => [subject, rowsOf(own)]),
    ]),
    first,
  )

const rowsOf = (own: readonly Quad[]): Row[] =>
  [...groupBy(own, ({ predicate }) => predicate.value)].map(([predicate, same]) => [predicate, distinct(same.map(({ object }) => object))])

const distinct = (objects: readonly Quad_Object[]): Quad_Object[] =>
  objects.length === 1 ? [objects[0]!] : [...new Map(objects.map((object) => [nTriplesTerm(object), object])).values()]

/** Quads by a term that they have, which is kept. */
function groups<T extends Term>(quads: readonly Quad[], part: (quad: Quad) => T): (readonly [T, readonly Quad[]])[] {
  const keyOf = (term: Term): string => (term.termType === 'DefaultGraph' ? '' : nTriplesTerm(term))
  return [...groupBy(quads, (quad) => keyOf(part(quad))).values()].map((own) => [part(own[0]!), own])
}

/** An outline whose graphs, subjects, predicates and objects have come in any order, each of them once. */
export function inOrder(outline: Outline, first?: string): Outline {
  const isFirst = ({ termType, value }: Term): number => (termType === 'NamedNode' && value === first ? 0 : 1)
  return sorted(
    outline.map(([graph, blocks]) => [
      graph,
      sorted(
        blocks.map(([subject, rows]): Block => [subject, rowsInOrder(rows)]),
        ([a], [b]) => isFirst(a) - isFirst(b) || compareTerms(a, b),
      ),
    ]),
    ([a], [b]) => compareTerms(a, b),
  )
}

const sorted = <T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] =>
  items.length > 1 ? [...items].sort(compare) : items

const type = `${prefixes.rdf}type`

/** Type first, then what identifies the subject (the key of its class), then reading order. */
function rowsInOrder(rows: readonly Row[]): Row[] {
  const key = keyPaths(rows)
  const rank = (predicate: string): number => {
    if (predicate === type) return -1 - key.length
    const place = key.indexOf(predicate)
    return place >= 0 ? place - key.length : readingOrder(predicate)
  }
  return rows
    .map(([predicate, objects]) => ({ row: [predicate, sorted(objects, compareTerms)] as const, rank: rank(predicate) }))
    .sort((a, b) => a.rank - b.rank || compareText(a.row[0], b.row[0]))
    .map(({ row }) => row)
}

/** The predicates of the key of a subject's class; none when it has none. */
function keyPaths(rows: readonly Row[]): readonly string[] {
  const types = rows.find(([predicate]) => predicate === type)?.[1].map(({ value }) => value) ?? []
  const keyed = sorted(types, compareText)
    .map(classOfIri)
    .find((found) => found?.key)
  return keyed ? keyed.key!.map((name) => keyed.properties.get(name)!.path) : []
}

const sorts: readonly string[] = ['DefaultGraph', 'NamedNode', 'BlankNode', 'Literal']

/** IRIs by code unit, then blank nodes by label, then literals by text, language and datatype. */
function compareTerms(a: Term, b: Term): number {
  return (
    sorts.indexOf(a.termType) - sorts.indexOf(b.termType) ||
    compareText(a.value, b.value) ||
    (a.termType === 'Literal' && b.termType === 'Literal'
      ? compareText(a.language, b.language) || compareText(a.datatype.value, b.datatype.value)
      : 0)
  )
}
