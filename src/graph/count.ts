import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'
import { classOf, prefixes } from '../model/vocabulary.ts'
import type { Graph } from './graph.ts'

const type = `${prefixes.rdf}type`

/**
 * The claims that a source makes. What merely types a thing, or says which evaluation a score belongs to, is none; but
 * where a source says nothing of a usage than what was used, that is what it says.
 */
export function statedClaims(graph: Graph): Claim[] {
  const groups = groupBy(graph.claims, ({ subject, source }) => `${subject} ${source}`)
  return [...groups.values()].flatMap((claims) => {
    const keys = keysOf(graph, claims[0]!.subject)
    const own = claims.filter(({ property }) => property !== type && !keys.includes(property))
    return own.length > 0 || keys.length === 0 ? own : claims.filter(({ property }) => keys.indexOf(property) > 0)
  })
}

/** The predicates that identify a thing, the link to what it belongs to first. */
function keysOf(graph: Graph, subject: string): string[] {
  const entity = graph.entity(subject)
  const { key = [], properties } = entity ? classOf(entity.className) : {}
  return key.map((name) => properties!.get(name)!.path)
}
