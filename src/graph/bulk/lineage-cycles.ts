/** Lineage that leads back to where it began, among millions of things. */
import type { Value } from '../../model/claim.ts'
import { groupBy } from '../../group.ts'
import { cyclesIn, type Cycle } from '../cycles.ts'
import type { Adjacency } from '../index/adjacency.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import { Marks } from '../index/marks.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import type { Relation } from '../index/relation.ts'
import { stepwise } from '../rules.ts'
import type { Triple } from '../statement.ts'

/**
 * The cycles of the best view, as `cyclesIn` tells them. Things from which no step leads on are left out, then those from which
 * steps lead to these alone, and so forth: what remains is on a cycle or comes from one, and that is seldom much.
 */
export function lineageCycles(index: QuadIndex): Cycle[] {
  const relations = [...stepwise].flatMap((iri) => index.relations.get(index.predicate(iri)) ?? [])
  const mask = index.mask(defaultGraph)
  /** Of each thing, how many steps lead on from it. */
  const steps = new Uint32Array(index.terms.size)
  for (const { forward, uniform } of relations)
    for (const from of forward.keys.members()) for (const _ of statedFrom(forward, uniform, mask, from)) steps[from]! += 1
  const ended = new Marks(index.terms.size)
  const ends: number[] = []
  const end = (thing: number): void => {
    if (steps[thing] === 0 && ended.add(thing)) ends.push(thing)
  }
  for (const { backward } of relations) for (const thing of backward.keys.members()) end(thing)
  for (let thing = ends.pop(); thing !== undefined; thing = ends.pop())
    for (const { backward, uniform } of relations)
      for (const from of statedFrom(backward, uniform, mask, thing)) {
        steps[from]! -= 1
        end(from)
      }
  return cyclesIn(groupBy(stepsAmong(index, relations, mask, steps), ({ subject }) => subject))
}

/** What edges lead to from a thing, those of some sets of graphs. */
function* statedFrom(edges: Adjacency, uniform: number | undefined, mask: Uint8Array, thing: number): Generator<number> {
  const rank = edges.keys.rankOf(thing)
  if (rank < 0) return
  const end = edges.end(rank)
  for (let edge = edges.start(rank); edge < end; edge++) if (mask[uniform ?? edges.setOf(edge)]) yield edges.targets[edge]!
}

/** The steps between things that were not left out. */
function* stepsAmong({ terms }: QuadIndex, relations: readonly Relation[], mask: Uint8Array, steps: Uint32Array): Generator<Triple> {
  for (const { predicate, forward, uniform } of relations)
    for (const from of forward.keys.members()) {
      if (steps[from] === 0) continue
      for (const to of statedFrom(forward, uniform, mask, from))
        if (steps[to]! > 0) yield { subject: terms.term(from).value, property: terms.term(predicate).value, value: terms.term(to) as Value }
    }
}
