/** What is in a graph, as lists of a site go through it. */
import type { Graph } from '../graph/graph.ts'
import { matching } from '../graph/index/match.ts'
import { thingsByClass } from '../graph/things.ts'
import { compareText, type Claim } from '../model/claim.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { absent } from '../graph/index/terms.ts'

/** What is worked out once for a site. */
export interface Contents {
  /** The IRIs of the things of each class, sorted. */
  readonly things: ReadonlyMap<ClassName, readonly string[]>
}

/** Reads what is in a graph. */
export const contentsOf = (graph: Graph): Contents => ({ things: thingsByClass(graph.index) })

/** What a source says. */
export interface Said {
  /** How many statements. */
  readonly count: number
  /** Some of them, by subject. */
  from(start: number, most: number): Claim[]
}

/** Reads what a source says, thing by thing. */
export function claimsOfSource(graph: Graph, source: string): Said {
  const { index } = graph
  const number = index.predicate(source)
  const subjects = new Map<number, number>()
  if (number !== absent)
    for (const { subject } of matching(index, { graph: number })) subjects.set(subject, (subjects.get(subject) ?? 0) + 1)
  const sorted = [...subjects]
    .map(([subject, count]) => ({ iri: index.terms.term(subject).value, count }))
    .sort((a, b) => compareText(a.iri, b.iri))
  return {
    count: sorted.reduce((sum, { count }) => sum + count, 0),
    from(start, most) {
      const claims: Claim[] = []
      let before = 0
      for (const { iri, count } of sorted) {
        if (before >= start && before < start + most) claims.push(...graph.claimsOf(iri).filter((claim) => claim.source === source))
        before += count
      }
      return claims
    },
  }
}
