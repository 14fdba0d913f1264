/** What shapes are held against: the best view and the claims of a graph, on numbers. */
import type { Quad } from '@rdfjs/types'
import { quad } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import { countMatching, matching } from '../index/match.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { statedFrom } from '../index/stated-from.ts'
import { absent } from '../index/terms.ts'
import { datasetOf, type ReadOnlyDataset } from './dataset.ts'

/** The triples of the best view and of the claims. */
export interface CheckedTriples {
  readonly terms: QuadIndex['terms']
  /** What leads from a thing along a predicate, forward or backward, each number once. */
  step(predicate: string, direction: 'forward' | 'backward'): (thing: number) => readonly number[]
  /** The same triples as a validator reads them. */
  readonly dataset: ReadOnlyDataset
}

const none: readonly number[] = []

/** The triples of a graph that shapes are held against. */
export function checkedTriples(index: QuadIndex): CheckedTriples {
  const { terms } = index
  const graphs = [defaultGraph, index.predicate(graphNames(index.parts.base).claims)].filter((graph) => graph !== absent)
  const masks = graphs.map((graph) => index.mask(graph))
  const mask = Uint8Array.from(index.parts.sets.all, (_, set) => Number(masks.some((own) => own[set])))

  const match = (...pattern: readonly Parameters<ReadOnlyDataset['match']>[0][]): ReadOnlyDataset => {
    const [subject, predicate, object] = pattern.slice(0, 3).map((term) => (term ? terms.find(term) : undefined))
    if ([subject, predicate, object].includes(absent)) return datasetOf([])
    const wanted = {
      ...(subject !== undefined && { subject }),
      ...(predicate !== undefined && { predicate }),
      ...(object !== undefined && { object }),
    }
    return datasetOf(
      graphs.flatMap((graph) =>
        [...matching(index, { ...wanted, graph })].map((one) =>
          quad(
            terms.term(one.subject) as Quad['subject'],
            terms.term(one.predicate) as Quad['predicate'],
            terms.term(one.object) as Quad['object'],
          ),
        ),
      ),
    )
  }

  return {
    terms,
    step(predicate, direction) {
      const relation = index.relations.get(index.predicate(predicate))
      if (!relation) return () => none
      const edges = relation[direction]
      return (thing) => (edges.keys.rankOf(thing) < 0 ? none : [...statedFrom(edges, relation.uniform, mask, thing)])
    },
    dataset: {
      // A validator asks this at every step.
      size: graphs.reduce((sum, graph) => sum + countMatching(index, { graph }), 0),
      match,
      [Symbol.iterator]: () => match()[Symbol.iterator](),
    },
  }
}
