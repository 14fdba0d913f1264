/** Which sources state a triple. */
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import { matching } from '../../graph/index/match.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { graphNames } from '../../model/iri.ts'
import { classOf, isSubPropertyOf, st } from '../../model/vocabulary.ts'

/** A triple on numbers. */
export interface NumberedTriple {
  readonly subject: number
  readonly predicate: number
  readonly object: number
}

/** Adds the sources of a triple that stands in one of some graphs. */
export type StatedBy = (triple: NumberedTriple, graphs: readonly number[], sources: Set<number>) => void

/**
 * The sources of triples. In the graph of a source that is the source itself; in the best view, all sources whose graphs have the triple,
 * and for `derivedFrom` that no source states, those of the sub-property that it follows from; in the graph of claims, the source of the
 * claim; and what is said about the dataset has none.
 */
export function statedBy(index: QuadIndex): StatedBy {
  const { claims, about } = graphNames(index.parts.base)
  const claimGraph = index.predicate(claims)
  const unsourced = new Set([defaultGraph, claimGraph, index.predicate(about)])
  const sourceOfClaim = index.predicate(classOf('Claim').properties.get('source')!.path)
  const derivedFrom = index.predicate(st('derivedFrom'))
  const exact = [...index.relations.keys()].filter(
    (predicate) => predicate !== derivedFrom && isSubPropertyOf(index.terms.term(predicate).value, st('derivedFrom')),
  )

  const inBestView = ({ subject, predicate, object }: NumberedTriple, graphs: readonly number[]): readonly number[] => {
    const stating = graphs.filter((graph) => !unsourced.has(graph))
    if (stating.length > 0 || predicate !== derivedFrom) return stating
    return exact.flatMap((one) => {
      const others = graphsOf(index, { subject, predicate: one, object })
      return others.includes(defaultGraph) ? others.filter((graph) => !unsourced.has(graph)) : []
    })
  }

  return (triple, graphs, sources) => {
    const all = graphsOf(index, triple)
    for (const graph of graphs) {
      if (!all.includes(graph)) continue
      if (graph === defaultGraph) for (const source of inBestView(triple, all)) sources.add(source)
      else if (graph === claimGraph)
        for (const { object } of matching(index, { subject: triple.subject, predicate: sourceOfClaim, graph })) sources.add(object)
      else if (!unsourced.has(graph)) sources.add(graph)
    }
  }
}

/** The graphs that a triple stands in. */
function graphsOf(index: QuadIndex, { subject, predicate, object }: NumberedTriple): readonly number[] {
  const relation = index.relations.get(predicate)
  const edge = relation ? relation.forward.find(subject, object) : -1
  return edge < 0 ? [] : index.parts.sets.graphsOf(relation!.uniform ?? relation!.forward.setOf(edge))
}
