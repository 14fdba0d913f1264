/** The graph as pages ask it: much of a few things, so each is read whole once and kept. */
import type { ClaimStore } from '../graph/claim-store.ts'
import { claimsOfIndex } from '../graph/claims-of-index.ts'
import { createGraph, type Graph } from '../graph/graph.ts'
import type { QuadIndex } from '../graph/index/quad-index.ts'

/** A graph that remembers all that it was asked; of large graphs it is to be made anew now and then. */
export function siteGraph(index: QuadIndex): Graph {
  const store = claimsOfIndex(index)
  const whole = Object.create(store, {
    of: {
      value: (subject: string, properties?: ReadonlySet<string>) => {
        const claims = store.of(subject)
        return properties ? claims.filter(({ property }) => properties.has(property)) : claims
      },
    },
  }) as ClaimStore
  const graph = createGraph(whole, index.parts.base, () => index)
  return Object.create(graph, {
    stated: {
      value: (iri: string, property: string | ReadonlySet<string>) => {
        const wanted = (path: string): boolean => (typeof property === 'string' ? path === property : property.has(path))
        return graph.statementsOf(iri).filter((statement) => !statement.entailed && wanted(statement.property))
      },
    },
  }) as Graph
}
