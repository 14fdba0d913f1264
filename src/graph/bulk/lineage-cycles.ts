/** Lineage that leads back to where it began, among millions of things. */
import type { Value } from '../../model/claim.ts'
import { groupBy } from '../../group.ts'
import { release } from '../../release.ts'
import { cyclesIn, type Cycle } from '../cycles.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import { Marks } from '../index/marks.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import type { Relation } from '../index/relation.ts'
import { statedFrom } from '../index/stated-from.ts'
import { stepwise } from '../rules.ts'
import type { Triple } from '../statement.ts'

/**
 * The cycles of the best view, as `cyclesIn` tells them. Things from which no step leads on are left out, then those from which
 * steps lead to these alone, and so forth: what remains is on a cycle or comes from one, and that is seldom much.
 */
export function lineageCycles(index: QuadIndex): Cycle[] {
  const relations = [...stepwise].flatMap((iri) => index.relations.get(index.predicate(iri)) ?? [])
  const mask = index.mask(defaultGraph)
  // Nearly always there is none; to see that, the backward edges of a new graph need not be made.
  const begun = remaining(index, relations, mask, 'forward')
  const isNone = begun.every((steps) => steps === 0)
  release(begun)
  if (isNone) return []
  const steps = remaining(index, relations, mask, 'backward')
  return cyclesIn(groupBy(stepsAmong(index, relations, mask, steps), ({ subject }) => subject))
}

/**
 * Leaves things out, one after the other, to which no step leads any more from those that remain.
 *
 * @param direction in which the steps are taken
 * @returns of each thing, how many steps lead to it from those that remain: none of what was left out
 */
function remaining({ terms }: QuadIndex, relations: readonly Relation[], mask: Uint8Array, direction: 'forward' | 'backward'): Uint32Array {
  const steps = new Uint32Array(terms.size)
  for (const { forward, uniform } of relations)
    for (const from of forward.keys.members())
      for (const to of statedFrom(forward, uniform, mask, from)) steps[direction === 'forward' ? to : from]! += 1
  const ended = new Marks(terms.size)
  const ends: number[] = []
  const end = (thing: number): void => {
    if (steps[thing] === 0 && ended.add(thing)) ends.push(thing)
  }
  for (const relation of relations) for (const thing of relation[direction].keys.members()) end(thing)
  for (let thing = ends.pop(); thing !== undefined; thing = ends.pop())
    for (const relation of relations)
      for (const to of statedFrom(relation[direction], relation.uniform, mask, thing)) {
        steps[to]! -= 1
        end(to)
      }
  return steps
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
