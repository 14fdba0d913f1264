/** What is in a graph, as lists of a site go through it. */
import { familiesOf, type Families } from '../graph/families/families.ts'
import type { Graph } from '../graph/graph.ts'
import { matching } from '../graph/index/match.ts'
import type { QuadIndex } from '../graph/index/quad-index.ts'
import { thingsByClass } from '../graph/things.ts'
import { compareText, type Claim } from '../model/claim.ts'
import { graphNames } from '../model/iri.ts'
import type { ClassName } from '../model/vocabulary.ts'

/** What is worked out once for a site. */
export interface Contents {
  /** The IRIs of the things of each class, sorted. */
  readonly things: ReadonlyMap<ClassName, readonly string[]>
  /** How many statements a source makes of each thing, by the thing's number. */
  readonly said: (source: string) => ReadonlyMap<number, number>
  /** How many statements the best view has. */
  readonly statements: number
  /** How many sources say something. */
  readonly sources: number
  /** The families of its models. */
  readonly families: Families
}

const none: ReadonlyMap<number, number> = new Map<number, number>()

/** Reads what is in a graph. */
export function contentsOf({ index }: Graph): Contents {
  const others = new Set(Object.values(graphNames(index.parts.base)).map((name) => index.predicate(name)))
  let bySource: ReadonlyMap<number, ReadonlyMap<number, number>> | undefined
  let families: Families | undefined
  return {
    things: thingsByClass(index),
    said: (source) => (bySource ??= statementsBySource(index)).get(index.predicate(source)) ?? none,
    statements: [...index.relations.values()].reduce((sum, { inDefault }) => sum + inDefault, 0),
    sources: index.namedGraphs.filter((graph) => !others.has(graph)).length,
    get families() {
      return (families ??= familiesOf(index))
    },
  }
}

function statementsBySource(index: QuadIndex): Map<number, Map<number, number>> {
  const bySource = new Map<number, Map<number, number>>()
  for (const { subject, graph } of matching(index, {})) {
    let counts = bySource.get(graph)
    if (!counts) bySource.set(graph, (counts = new Map<number, number>()))
    counts.set(subject, (counts.get(subject) ?? 0) + 1)
  }
  return bySource
}

/** What a source says. */
export interface Said {
  /** How many statements. */
  readonly count: number
  /** Some of them, by subject: of the things with which the statements from `start` on begin. */
  from(start: number, most: number): Claim[]
}

/** How many statements a source makes in all. */
export const countOf = (said: ReadonlyMap<number, number>): number => [...said.values()].reduce((sum, count) => sum + count, 0)

/** What a source says, thing by thing. */
export function claimsOfSource(graph: Graph, { said }: Contents, source: string): Said {
  const { terms } = graph.index
  const sorted = [...said(source)]
    .map(([subject, count]) => ({ iri: terms.term(subject).value, count }))
    .sort((a, b) => compareText(a.iri, b.iri))
  return {
    count: countOf(said(source)),
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
