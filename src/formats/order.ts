/** The order in which statements stand: by subject, by predicate as one reads, by object. */
import type { Quad, Quad_Graph, Quad_Object, Quad_Subject, Term } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { classOfIri, prefixes, readingOrder } from '../model/vocabulary.ts'
import { nTriplesTerm } from './terms.ts'

const sorts: readonly string[] = ['DefaultGraph', 'NamedNode', 'BlankNode', 'Literal']
const type = `${prefixes.rdf}type`

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

const keyOf = (term: Term): string => (term.termType === 'DefaultGraph' ? '' : nTriplesTerm(term))

/** Quads by graph, the default graph first. */
export function byGraph(quads: readonly Quad[]): [Quad_Graph, Quad[]][] {
  return [...groupBy(quads, ({ graph }) => keyOf(graph)).values()]
    .map((own): [Quad_Graph, Quad[]] => [own[0]!.graph, own])
    .sort(([a], [b]) => compareTerms(a, b))
}

/** Quads by subject: the one that is asked for first, IRIs in order, blank nodes last. */
export function bySubject(quads: readonly Quad[], first?: string): [Quad_Subject, Quad[]][] {
  const isFirst = ({ termType, value }: Term): number => (termType === 'NamedNode' && value === first ? 0 : 1)
  return [...groupBy(quads, ({ subject }) => keyOf(subject)).values()]
    .map((own): [Quad_Subject, Quad[]] => [own[0]!.subject, own])
    .sort(([a], [b]) => isFirst(a) - isFirst(b) || compareTerms(a, b))
}

/**
 * The predicates of one subject with their distinct objects: type first, then what identifies it (the key of its class),
 * then reading order.
 *
 * @param quads the quads of the subject
 */
export function byPredicate(quads: readonly Quad[]): [predicate: string, objects: Quad_Object[]][] {
  const key = keyPaths(quads)
  const rank = (predicate: string): number => {
    if (predicate === type) return -1 - key.length
    return key.includes(predicate) ? key.indexOf(predicate) - key.length : readingOrder(predicate)
  }
  return [...groupBy(quads, ({ predicate }) => predicate.value)]
    .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
    .map(([predicate, own]) => [predicate, distinct(own.map(({ object }) => object))])
}

/** The predicates of the key of a subject's class; none when it has none. */
function keyPaths(quads: readonly Quad[]): string[] {
  const types = quads.filter(({ predicate }) => predicate.value === type).map(({ object }) => object.value)
  const keyed = types
    .sort(compareText)
    .map(classOfIri)
    .find((found) => found?.key)
  return keyed ? keyed.key!.map((name) => keyed.properties.get(name)!.path) : []
}

const distinct = (objects: readonly Quad_Object[]): Quad_Object[] =>
  [...new Map(objects.map((object) => [nTriplesTerm(object), object])).values()].sort(compareTerms)
