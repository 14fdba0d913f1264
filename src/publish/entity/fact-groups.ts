/** What is told of a thing, property by property in reading order, in whatever language it is told. */
import { differencesOf } from '../../claims/conflicts.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Statement } from '../../graph/statement.ts'
import { groupBy } from '../../group.ts'
import type { Claim } from '../../model/claim.ts'
import { prefixes, readingOrder } from '../../model/vocabulary.ts'
import { rememberFew, rememberLast } from '../../remember.ts'

/** What is told of a thing with one property. */
export interface Fact {
  readonly property: string
  readonly stated: readonly Statement[]
  /** The claims of a property about which sources are at odds, or of which some are rejected. */
  readonly atOdds: readonly Claim[]
  /** The claims that say why there is no value. */
  readonly unvalued: readonly Claim[]
}

const type = `${prefixes.rdf}type`

/** The facts of a thing but its type; worked out once for the pages in all languages. */
export const factsOf = (graph: Graph, iri: string): readonly Fact[] => factsIn(graph)(iri)

const factsIn = rememberLast((graph: Graph) => rememberFew((iri) => factsAbout(graph, iri)))

function factsAbout(graph: Graph, iri: string): Fact[] {
  const statements = graph.statementsOf(iri).filter(({ property, entailed }) => !entailed && property !== type)
  const claims = graph.claimsOf(iri).filter(({ property }) => property !== type)
  const byProperty = groupBy(statements, ({ property }) => property)
  const said = groupBy(claims, ({ property }) => property)
  const differences = new Map(differencesOf(claims).map((difference) => [difference.property, difference]))
  return [...new Set([...byProperty.keys(), ...said.keys()])]
    .sort((a, b) => readingOrder(a) - readingOrder(b))
    .map((property) => {
      const difference = differences.get(property)
      return {
        property,
        stated: byProperty.get(property) ?? [],
        atOdds: difference?.kind === 'conflict' || difference?.kind === 'rejected' ? difference.claims : [],
        unvalued: (said.get(property) ?? []).filter(({ value, status, rank }) => !value && status && rank !== 'deprecated'),
      }
    })
}
