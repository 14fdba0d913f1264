import type { Claim } from '../model/claim.ts'
import { classOf, prefixes } from '../model/vocabulary.ts'
import type { Graph } from './graph.ts'

const type = `${prefixes.rdf}type`

/** The claims that a source makes; what merely types a thing, or says which training an inner fact belongs to, is not counted. */
export function statedClaims(graph: Graph): Claim[] {
  return graph.claims.filter(({ subject, property }) => {
    if (property === type) return false
    const entity = graph.entity(subject)
    const { key, properties } = entity ? classOf(entity.className) : {}
    return !key?.some((name) => properties!.get(name)!.path === property)
  })
}
