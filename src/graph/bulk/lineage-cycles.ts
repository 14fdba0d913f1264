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
  /** Of each thing, how many steps lead on from it. */
  const steps = new Uint32Array(index.terms.size)
  for (const relation of relations)
    for (const from of keysOf(relation.forward)) for (const _ of statedFrom(index, relation, 'forward', from)) steps[from]! += 1
  const ended = new Marks(index.terms.size)
  const ends: number[] = []
  const end = (thing: number): void => {
    if (steps[thing] === 0 && ended.add(thing)) ends.push(thing)
  }
  for (const { backward } of relations) for (const thing of keysOf(backward)) end(thing)
  for (let thing = ends.pop(); thing !== undefined; thing = ends.pop())
    for (const relation of relations)
      for (const from of statedFrom(index, relation, 'backward', thing)) {
        steps[from]! -= 1
        end(from)
      }
  return cyclesIn(groupBy(stepsAmong(index, relations, steps), ({ subject }) => subject))
}

function* keysOf({ keys }: Adjacency): Generator<number> {
  for (let key = keys.next(0); key >= 0; key = keys.next(key + 1)) yield key
}

/** What the best view states that a thing leads to, or is led to from. */
function* statedFrom(
  index: QuadIndex,
  { uniform, ...relation }: Relation,
  direction: 'forward' | 'backward',
  thing: number,
): Generator<number> {
  const adjacency = relation[direction]
  const rank = adjacency.keys.rankOf(thing)
  if (rank < 0) return
  const mask = index.mask(defaultGraph)
  const end = adjacency.end(rank)
  for (let edge = adjacency.start(rank); edge < end; edge++) if (mask[uniform ?? adjacency.setOf(edge)]) yield adjacency.targets[edge]!
}

/** The steps between things that were not left out. */
function* stepsAmong(index: QuadIndex, relations: readonly Relation[], steps: Uint32Array): Generator<Triple> {
  const { terms } = index
  for (const relation of relations)
    for (const from of keysOf(relation.forward)) {
      if (steps[from] === 0) continue
      for (const to of statedFrom(index, relation, 'forward', from))
        if (steps[to]! > 0)
          yield { subject: terms.term(from).value, property: terms.term(relation.predicate).value, value: terms.term(to) as Value }
    }
}
