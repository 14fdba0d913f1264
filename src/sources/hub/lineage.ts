/** What a record of a hub says of the models that a model was made from. */
import { keptAt } from '../../model/hub-mention.ts'
import { quote } from '../../quote.ts'
import { hubId } from '../addresses.ts'
import type { SourceNotes } from '../notes.ts'
import type { Beside, Entry } from '../sheet-writer.ts'
import { derivationFrom, keyOfRelation, type Signs } from './derivation.ts'
import { isLoose, plainId, textsOf, type Loose } from './forms.ts'
import type { TagFacts } from './tags.ts'

/** The parts of a record that may differ. */
export type Part = 'own' | 'card' | 'tags'

/** A model, by what is known of it that concerns its bases. */
export interface Child {
  readonly id: string
  readonly record: Loose
  readonly card: Loose
  readonly told: TagFacts
  readonly tags: readonly string[]
}

/** Links a model to each base that its record, its card or its tags name: as what the rule makes it, beside the hub's own words for it. */
export function describeLineage(
  entry: Entry,
  { id, record, card, told, tags }: Child,
  standing: Readonly<Record<Part, Beside>>,
  notes: SourceNotes,
): void {
  const own = textsOf(record['base_model']).map(plainId)
  const ofCard = textsOf(card['base_model']).map(plainId)
  const [said] = textsOf(record['base_model_relation'] ?? card['base_model_relation'])
  const all = [...new Set([...ofCard, ...own, ...told.bases.keys()])]
  const place = standing.own.place!
  for (const base of all.filter((one) => !hubId.test(one)))
    notes.dropped('base_model', place, { value: quote(base), why: 'it is no hub id' })
  const bases = all.filter((one) => hubId.test(one) && one.toLowerCase() !== id.toLowerCase())
  if (all.some((one) => one.toLowerCase() === id.toLowerCase()))
    notes.problem({
      code: 'self-reference',
      message: `base_model: ${quote(id)} is the model itself`,
      place,
      key: 'base_model',
      hint: 'it was left out',
    })
  if (said !== undefined && keyOfRelation(said) === undefined)
    notes.dropped('base_model_relation', place, { value: quote(said), why: 'the hub has no such word' })
  const files = Array.isArray(record['siblings'])
    ? record['siblings'].flatMap((file) => (isLoose(file) && typeof file['rfilename'] === 'string' ? [file['rfilename']] : []))
    : undefined
  const [library] = textsOf(record['library_name'] ?? card['library_name'])
  const signs: Signs = { id, bases, tags: [...tags, ...textsOf(card['tags'])], library, files, said }
  for (const base of bases) {
    const part = ofCard.includes(base) ? 'card' : own.includes(base) ? 'own' : 'tags'
    linkBase(entry, base, signs, told.bases.get(base), {
      named: standing[part],
      said: standing[record['base_model_relation'] === undefined ? 'card' : 'own'],
      tags: standing.tags,
    })
  }
}

/** Links a model to one base. */
export function linkBase(
  entry: Entry,
  base: string,
  signs: Signs,
  tagged: string | undefined,
  at: { readonly named: Beside; readonly said: Beside; readonly tags: Beside },
): void {
  const { key, seen } = derivationFrom(base, signs, tagged)
  const parent = keptAt('Model', base)
  const ofCard = signs.said === undefined ? undefined : keyOfRelation(signs.said)
  const ofTag = tagged === undefined ? undefined : keyOfRelation(tagged)
  // Who names the kind says it; a base that is only named stands where it is named.
  const sayer = ofCard === key ? at.said : seen === undefined && ofTag === key ? at.tags : at.named
  entry.link(key, parent, { field: 'base_model', ...sayer, ...(seen !== undefined && { note: seen }) })
  const overruled = (word: string, where: Beside, reason: string): void =>
    entry.link(keyOfRelation(word)!, parent, { field: 'base_model', ...where, written: word, rank: 'deprecated', reason })
  if (ofCard !== undefined && ofCard !== key) overruled(signs.said!, at.said, seen!)
  if (ofTag !== undefined && ofTag !== key) overruled(tagged!, at.tags, seen ?? `the card says that it is: ${signs.said}`)
}
