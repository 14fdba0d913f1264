import type { Quad } from '@rdfjs/types'
import { classNames } from '../model/vocabulary.ts'
import type { Census } from './about.ts'
import { entitiesOf, valueOf, type Graph } from './graph.ts'

/** Hands quads on, and counts them. */
export interface Counting {
  best(quads: Iterable<Quad>): Generator<Quad>
  sources(quads: Iterable<Quad>): Generator<Quad>
  claims(quads: Iterable<Quad>): Generator<Quad>
  /** How much there was. */
  census(): Census
}

/** Counts what a graph holds while it passes by. */
export function counting(graph: Graph): Counting {
  const subjects = new Set<string>()
  const predicates = new Set<string>()
  const said = new Map<string, number>()
  let [triples, claims] = [0, 0]
  return {
    *best(quads) {
      for (const one of quads) {
        triples += 1
        subjects.add(one.subject.value)
        predicates.add(one.predicate.value)
        yield one
      }
    },
    *sources(quads) {
      for (const one of quads) {
        said.set(one.graph.value, (said.get(one.graph.value) ?? 0) + 1)
        yield one
      }
    },
    *claims(quads) {
      for (const one of quads) {
        claims += 1
        yield one
      }
    },
    census: () => ({
      triples,
      entities: graph.entities.size,
      subjects: subjects.size,
      predicates: predicates.size,
      classes: new Map(classNames.map((name) => [name, entitiesOf(graph, name).length])),
      claims,
      sources: [...said].map(([iri, count]) => ({ iri, triples: count, known: knownOf(graph, iri) })),
    }),
  }
}

function knownOf(graph: Graph, iri: string): Census['sources'][number]['known'] {
  return (['retrieved', 'sha256'] as const).flatMap((key) => {
    const value = valueOf(graph, iri, key)
    return value ? [[key, value] as const] : []
  })
}
