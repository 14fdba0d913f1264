/** Random data: small, so that a query that goes wrong can be followed by hand; few terms, so that they meet. */
import type { Literal, NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { blankNode, quad } from '../../src/model/claim.ts'
import { keepsLiteral } from './oxigraph.ts'
import type { Random } from './random.ts'
import { quadText } from './terms.ts'
import { blanks, families, graphs, illTyped, predicates, things } from './vocabulary.ts'

/** The terms that a set of data is made of. */
export interface Pool {
  readonly things: readonly NamedNode[]
  readonly predicates: readonly NamedNode[]
  readonly literals: readonly Literal[]
  readonly blanks: readonly string[]
  readonly graphs: readonly NamedNode[]
}

/** @param plain whether it has no literals that Oxigraph rewrites, so that Oxigraph is asked about the very same data */
export function randomPool(random: Random, plain: boolean): Pool {
  const wrong = random.percent(8) ? random.some(illTyped, 1 + random.below(3)) : []
  const right = random.some(families, 1 + random.below(3)).flatMap((family) => random.some(family, 1 + random.below(4)))
  const literals = [...right, ...wrong]
  return {
    things: random.some(things, 2 + random.below(4)),
    predicates: random.some(predicates, 1 + random.below(4)),
    literals: plain ? literals.filter(keepsLiteral) : literals,
    blanks: random.percent(50) ? random.some(blanks, 1 + random.below(3)) : [],
    graphs: random.percent(60) ? random.some(graphs, 1 + random.below(3)) : [],
  }
}

/** Chains and circles come about by themselves where the things are few. */
export function randomQuads(random: Random, pool: Pool): Quad[] {
  const node = (): Quad['subject'] & Quad['object'] =>
    pool.blanks.length > 0 && random.percent(20) ? blankNode(random.pick(pool.blanks)) : random.pick(pool.things)
  const graph = (): Quad['graph'] =>
    pool.graphs.length === 0 || random.percent(50)
      ? DataFactory.defaultGraph()
      : pool.blanks.length > 0 && random.percent(3)
        ? blankNode(random.pick(pool.blanks))
        : random.pick(pool.graphs)
  // A predicate is a thing, too, and so is the name of a graph.
  const subject = (): Quad['subject'] => (random.percent(8) ? random.pick([...pool.predicates, ...pool.graphs]) : node())
  const object = (): Quad['object'] => {
    if (pool.literals.length > 0 && random.percent(30)) return random.pick(pool.literals)
    return random.percent(8) ? random.pick([...pool.predicates, ...pool.graphs]) : node()
  }
  const quads = new Map<string, Quad>()
  const add = (each: Quad): void => void quads.set(quadText(each), each)
  for (let left = 5 + random.below(random.percent(20) ? 56 : 20); left > 0; left--) {
    const one = quad(subject(), random.pick(pool.predicates), object(), graph())
    add(one)
    if (random.percent(15)) add(quad(one.subject, one.predicate, one.object, graph()))
  }
  return [...quads.values()]
}
