/** One question about one set of data, both from a seed. */
import type { Quad } from '@rdfjs/types'
import { randomPool, randomQuads } from './dataset.ts'
import { textOf, type Phrase } from './phrase.ts'
import { randomQuery } from './queries.ts'
import { random } from './random.ts'
import type { Scope } from './scope.ts'
import { trig } from './terms.ts'
import { prologue } from './vocabulary.ts'

export interface Case {
  readonly seed: number
  readonly quads: readonly Quad[]
  readonly query: Phrase
  /** LIMIT and OFFSET, or nothing. */
  readonly slice: string
}

/** Engines make names of their own, which must not be taken for those of a query. */
const variables = [[90, 's t u v'] as const, [5, 'a b c d'] as const, [5, 'var0 var1 b0 g0'] as const]

export function caseOf(seed: number): Case {
  const chance = random(seed)
  const pool = randomPool(chance, chance.percent(80))
  const quads = randomQuads(chance, pool)
  const scope: Scope = {
    random: chance,
    pool,
    dataset: quads,
    quads: quads.filter(({ graph }) => graph.termType === 'DefaultGraph'),
    names: new Map(),
    used: new Set(),
    variables: chance.weighted(variables).split(' '),
    made: { count: 0 },
  }
  const { whole, slice } = randomQuery(scope)
  return { seed, quads, query: whole, slice }
}

/** The text of the query without LIMIT and OFFSET. */
export const unlimited = ({ query }: Case): string => prologue + textOf(query)

export const sparqlOf = (one: Case): string => unlimited(one) + one.slice

export const show = (one: Case): string => `seed ${one.seed}\n\n${trig(one.quads)}\n\n${sparqlOf(one)}`
