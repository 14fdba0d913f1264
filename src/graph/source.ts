/** The graph as an RDF/JS source, which SPARQL engines read. */
import { Readable } from 'node:stream'
import type { Quad, Source, Term } from '@rdfjs/types'
import type { Store } from 'n3'
import { namedNode, quad } from '../model/claim.ts'
import type { Graph } from './graph.ts'
import type { Triple } from './statement.ts'
import { quadsOf } from './quads.ts'

type Pattern = Term | null | undefined

/** A source that can tell how many quads fit a pattern, which planners ask. */
export interface CountingSource extends Source {
  countQuads(subject: Pattern, predicate: Pattern, object: Pattern, graph: Pattern): Promise<number>
}

/**
 * The best view as default graph, and the named graphs of sources and claims.
 *
 * A pattern of the default graph is answered from what is known of its subject, object or predicate, so a question about
 * one family works nothing out for the others. The named graphs, ten times as large, are made when one is first asked for.
 */
export function sourceOf(graph: Graph): CountingSource {
  let everything: Promise<Store> | undefined
  const named = (): Promise<Store> => (everything ??= import('n3').then(({ Store }) => new Store(quadsOf(graph, 'all'))))
  const best = (subject: Pattern, predicate: Pattern, object: Pattern): Triple[] => {
    const candidates = bound(subject)
      ? graph.statementsOf(subject.value)
      : bound(object) && object.termType === 'NamedNode'
        ? graph.statementsTo(object.value)
        : bound(predicate)
          ? (graph.triples.get(predicate.value) ?? [])
          : [...graph.triples.values()].flat()
    return candidates.filter(
      (triple) =>
        (!bound(subject) || (subject.termType === 'NamedNode' && subject.value === triple.subject)) &&
        (!bound(predicate) || (predicate.termType === 'NamedNode' && predicate.value === triple.property)) &&
        (!bound(object) || object.equals(triple.value)),
    )
  }
  const isDefault = (name: Pattern): boolean => name?.termType === 'DefaultGraph'
  return {
    match: (subject, predicate, object, name) =>
      isDefault(name)
        ? Readable.from(best(subject, predicate, object).map(quadOf))
        : Readable.from(
            (async function* () {
              yield* (await named()).match(subject as never, predicate as never, object as never, name as never)
            })(),
          ),
    countQuads: async (subject, predicate, object, name) =>
      isDefault(name)
        ? best(subject, predicate, object).length
        : (await named()).countQuads(subject as never, predicate as never, object as never, name as never),
  }
}

const quadOf = ({ subject, property, value }: Triple): Quad => quad(namedNode(subject), namedNode(property), value)
const bound = (term: Pattern): term is Term => term !== null && term !== undefined && term.termType !== 'Variable'
