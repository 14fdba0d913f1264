/** What leads backward, made from what leads forward. */
import { writeDirection } from './direction.ts'
import { placesBy } from './edges.ts'
import type { IndexParts } from './quad-index.ts'
import { relationAt } from './relation.ts'
import { clearScratch, scratch } from './scratch.ts'

/** Fills the backward sections. It reads only the others, so it may be done again. */
export function transpose(parts: IndexParts): void {
  for (let relation = 0; relation < parts.relations.length; relation++) transposeRelation(parts, relation)
  clearScratch()
}

/** The same for one predicate, by its place among them. */
export function transposeRelation({ terms, relations, sections }: IndexParts, number: number): void {
  const place = relations[number]!
  const { size, uniform } = place
  const numbers = terms.ends.items.length
  const { forward } = relationAt(place, sections, numbers)
  const keys = forward.targets.subarray(forward.first, forward.first + size)
  const order = placesBy(keys, numbers)
  writeDirection({ keys, sets: uniform ?? forward.allSets(), order }, place.backward, sections.backward, numbers)
  const subjects = scratch('values', size)
  let rank = 0
  for (const subject of forward.keys.members()) {
    for (let edge = forward.start(rank), end = forward.end(rank); edge < end; edge++) subjects[edge - forward.first] = subject
    rank += 1
  }
  const targets = sections.backward.targets.items
  for (let index = 0; index < size; index++) targets[place.backward.edges + index] = subjects[order[index]!]!
}
