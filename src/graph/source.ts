/** The graph as an RDF/JS source, which SPARQL engines read. */
import { Readable } from 'node:stream'
import type { Quad, Source, Term } from '@rdfjs/types'
import { Store } from 'n3'
import { groupBy } from '../group.ts'
import { namedNode, quad } from '../model/claim.ts'
import type { Graph, Statement } from './graph.ts'
import { bestQuads, quadsOf } from './quads.ts'

type Pattern = Term | null | undefined

/** A source that can tell how many quads fit a pattern, which planners ask. */
export interface CountingSource extends Source {
  countQuads(subject: Pattern, predicate: Pattern, object: Pattern, graph: Pattern): number
}

/**
 * The best view as default graph, and the named graphs of sources and claims.
 *
 * A pattern of the default graph is answered from what is known of its subject or object, so a question about one family
 * works nothing out for the others. The named graphs, ten times as large, are made when one is first asked for.
 */
export function sourceOf(graph: Graph): CountingSource {
  let everything: Store | undefined
  let predicates: Map<string, Quad[]> | undefined
  const byPredicate = (): Map<string, Quad[]> => (predicates ??= groupBy(bestQuads(graph), ({ predicate }) => predicate.value))
  const best = (subject: Pattern, predicate: Pattern, object: Pattern): Quad[] => {
    const candidates = bound(subject)
      ? graph.statementsOf(subject.value).map(quadOf)
      : bound(object) && object.termType === 'NamedNode'
        ? graph.statementsTo(object.value).map(quadOf)
        : bound(predicate)
          ? (byPredicate().get(predicate.value) ?? [])
          : [...byPredicate().values()].flat()
    return candidates.filter((one) => fits(subject, one.subject) && fits(predicate, one.predicate) && fits(object, one.object))
  }
  const named = (): Store => (everything ??= new Store(quadsOf(graph, 'all')))
  const isDefault = (name: Pattern): boolean => name?.termType === 'DefaultGraph'
  return {
    match: (subject, predicate, object, name) =>
      isDefault(name)
        ? Readable.from(best(subject, predicate, object))
        : named().match(subject as never, predicate as never, object as never, name as never),
    countQuads: (subject, predicate, object, name) =>
      isDefault(name)
        ? best(subject, predicate, object).length
        : named().countQuads(subject as never, predicate as never, object as never, name as never),
  }
}

const quadOf = ({ subject, property, value }: Statement): Quad => quad(namedNode(subject), namedNode(property), value)
const bound = (term: Pattern): term is Term => term !== null && term !== undefined && term.termType !== 'Variable'
const fits = (pattern: Pattern, term: Term): boolean => !bound(pattern) || pattern.equals(term)
