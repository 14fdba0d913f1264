/** What a random query is made from: the terms of its data, some that are in no data, and a few variables. */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import type { Pool } from './dataset.ts'
import type { Phrase } from './phrase.ts'
import type { Random } from './random.ts'
import { queryText } from './terms.ts'
import { absent, absentGraph, predicates } from './vocabulary.ts'

export interface Scope {
  readonly random: Random
  readonly pool: Pool
  /** Everything. */
  readonly dataset: readonly Quad[]
  /** The quads of the graph that is asked. */
  readonly quads: readonly Quad[]
  /** The variable that stands for a term, so that the patterns that are made from the data fit together. */
  readonly names: Map<string, string>
  /** Variables to choose from; those that BIND and sub-selects make are added as they come. */
  readonly variables: string[]
  /** Those that stand in a pattern, and so are likely to have a value. */
  readonly used: Set<string>
  /** How many names were made. */
  readonly made: { count: number }
}

/** The name of something that is not yet in the query. */
export const fresh = ({ made }: Scope): string => `n${made.count++}`

export const word = (text: string): Phrase => ({ sort: 'term', parts: [], loose: false, write: () => text })
export const term = (value: Term): Phrase => word(queryText(value))

/** Any variable. */
export const variable = ({ random, variables }: Scope): Phrase => word(`?${random.pick(variables)}`)

/** A variable of a pattern. */
export const patternVariable = (scope: Scope): Phrase => used(scope, scope.random.pick(scope.variables))

/** A variable that has a value, mostly. */
export const boundVariable = (scope: Scope): Phrase =>
  scope.used.size > 0 && scope.random.percent(88) ? word(`?${scope.random.pick([...scope.used])}`) : variable(scope)

function used(scope: Scope, name: string): Phrase {
  scope.used.add(name)
  return word(`?${name}`)
}

/** The variable for a term of the data. */
export function variableFor(scope: Scope, value: Term): Phrase {
  const key = queryText(value)
  const name = scope.names.get(key) ?? scope.random.pick(scope.variables)
  scope.names.set(key, name)
  return used(scope, name)
}

/** The same scope within GRAPH. */
export const inside = (scope: Scope, name?: NamedNode): Scope => ({
  ...scope,
  quads: scope.dataset.filter(({ graph }) => (name ? graph.equals(name) : graph.termType !== 'DefaultGraph')),
})

/** A constant from the data, and now and then one that is not there. */
export function constant(scope: Scope, position: 'subject' | 'predicate' | 'object'): Phrase {
  const { random, quads, pool } = scope
  if (random.percent(6)) return term(random.pick(absent))
  if (quads.length > 0 && random.percent(70)) {
    const value = random.pick(quads)[position]
    if (value.termType !== 'BlankNode') return term(value)
  }
  return position === 'predicate' ? predicate(scope) : term(random.pick(pool.things))
}

/** An IRI of a predicate, mostly one of the data. */
export const predicate = ({ random, pool }: Scope): Phrase => term(random.pick(random.percent(85) ? pool.predicates : predicates))

export const literalOrThing = (scope: Scope): Phrase =>
  scope.pool.literals.length > 0 && scope.random.percent(75) ? term(scope.random.pick(scope.pool.literals)) : constant(scope, 'object')

/** The name of a graph for GRAPH, FROM and FROM NAMED. */
export const graphName = ({ random, pool }: Scope): NamedNode =>
  pool.graphs.length > 0 && random.percent(85) ? random.pick(pool.graphs) : absentGraph
