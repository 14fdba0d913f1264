/** Tells of what nothing was made. */
import type { SourceNotes } from '../notes.ts'
import { isVocabulary } from './alignments.ts'
import type { Facts } from './facts.ts'
import type { Things } from './things.ts'

/** Counts what nothing was made of: by predicate where something was made of the node, by the node's class where nothing was. */
export function tellLeft(facts: Facts, things: Things, notes: SourceNotes, file: string): void {
  for (const node of facts.subjects()) {
    const own = facts.of(node)
    const left = own.filter((fact) => !facts.isUsed(fact))
    const place = { file, ...(left[0]?.line !== undefined && { line: left[0].line }) }
    if (left.length === 0) continue
    const types = things.typesOf(node)
    if (types.some(isVocabulary)) notes.dropped('terms of a vocabulary', place)
    else if (left.length < own.length || things.kindOf(node))
      for (const fact of left) notes.dropped(things.short(fact.predicate), { file, ...(fact.line !== undefined && { line: fact.line }) })
    else notes.dropped(types.length === 0 ? 'things of no class' : `things of ${types.map(things.short).sort().join(' and ')}`, place)
  }
}

/** Keys and values that no statement was made of. */
export function tellMeaningless(keys: ReadonlyMap<string, number>, notes: SourceNotes, file: string): void {
  for (const [key, count] of keys)
    for (let n = 0; n < count; n++) notes.dropped(`${key} (means nothing under the file's context)`, { file })
}
