/** From a record of a hub to statements. */
import { namedNode } from '../../model/claim.ts'
import { mint } from '../../model/iri.ts'
import { classOf } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { hubId } from '../addresses.ts'
import type { BatchWriter, Constant } from '../bulk/batch-writer.ts'
import { isDatasetId } from './named.ts'
import type { HubRecord, Trouble } from './record.ts'
import { derivationFrom, isSign, keyOfRelation, type Signs } from './derivation.ts'
import type { Unused } from './glance.ts'
import { mapping, type Content } from './mapping.ts'
import { addBase, isLanguageTag } from './tags.ts'
import { hubThings, licenseNamed, type KnownIds } from './things.ts'
import { termsOf } from './values.ts'

/** Takes note of what nothing was made of. */
export interface Notes {
  problem(trouble: Trouble): void
  dropped(field: string, value: string): void
  readonly unused: Unused
}

/** Packs what the records of one source after the other say. */
export interface HubStatements {
  /** Begins a batch; the document of this id says all that follows. */
  begin(source: string): void
  /** Packs what one record says. */
  state(record: HubRecord, notes: Notes): void
}

/**
 * The mapping of records to statements.
 *
 * @param base base IRI of instances
 * @param writer packs the statements
 * @param known ids of models and datasets that have others than the hub's ids give, by their hub ids in lower case
 */
export function hubStatements(base: string, writer: BatchWriter, known?: KnownIds): HubStatements {
  const things = hubThings(base, writer, known)
  const documents = writer.headOf(namedNode(mint(base, 'Document', 'id')))
  const properties = classOf('Model').properties
  const predicateOf = (key: string): Constant => writer.constant(namedNode(properties.get(key)!.path))
  const fields = mapping.map(({ key, ...field }) => ({
    key,
    ...field,
    tag: prefixOf[key],
    isNothing: nothings[key],
    predicate: predicateOf(key),
    object: termsOf(properties.get(key)!, base, writer, things),
  }))
  const lineage = new Map<string, Constant>()
  const lineageOf = (key: string): number => {
    let predicate = lineage.get(key)
    if (predicate === undefined) lineage.set(key, (predicate = predicateOf(key)))
    return writer.numberOf(predicate)
  }
  let source = 0

  function stateValue(
    model: number,
    { isNothing, field, predicate, object }: (typeof fields)[number],
    value: string | number,
    notes: Notes,
  ): void {
    const number = isNothing !== undefined && isNothing(value) ? undefined : object(value)
    if (number !== undefined) writer.add(model, writer.numberOf(predicate), number, source)
    else notes.dropped(field, String(value))
  }

  function stateAll(model: number, field: (typeof fields)[number], content: Content, notes: Notes): void {
    if (content == null) return
    if (typeof content !== 'object') stateValue(model, field, content, notes)
    else for (const value of content) stateValue(model, field, value, notes)
  }

  function stateLineage(model: number, record: HubRecord, tags: readonly string[], notes: Notes): void {
    const own = ownBases(record)
    const tagged = tags.length > 0 ? basesIn(tags) : undefined
    const said = saidOf(record)
    if (said !== undefined && (keyOfRelation(said) === undefined || (own.length === 0 && !tagged)))
      notes.dropped('base_model_relation', said)
    if (own.length === 0 && !tagged) return
    const bases = tagged ? [...new Set([...own, ...tagged.keys()])] : own
    const signs = signsOf(record, bases, tags, said)
    for (const called of bases)
      if (tagged?.has(called) && !hubId.test(called)) notes.dropped('tags', `${basePrefix}${called}`)
      else stateBase(model, called, signs, tagged?.get(called), notes)
  }

  function stateBase(model: number, called: string, signs: Signs, tagged: string | undefined, notes: Notes): void {
    const parent = things.mention('Model', called)
    if (parent === model) return notes.problem(ownBase(called))
    const { key, seen } = derivationFrom(called, signs, tagged)
    for (const word of signs.said === tagged ? [tagged] : [signs.said, tagged])
      if (word !== undefined && (keyOfRelation(word) ?? key) !== key) notes.dropped(seen === undefined ? otherwise : overruled, word)
    writer.add(model, lineageOf(key), parent, source)
  }

  /** What tags say beside what the record says. */
  function stateTags(model: number, field: (typeof fields)[number], content: Content, tags: readonly string[], notes: Notes): void {
    for (const tag of tags) {
      if (!tag.startsWith(field.tag!)) continue
      const value = tag.slice(field.tag!.length)
      if (typeof content === 'object' ? content?.includes(value) : content === value) continue
      if (hubId.test(value) || field.key !== 'trainedOn') stateValue(model, field, value, notes)
      else notes.dropped('tags', tag)
    }
  }

  /** Where nothing else tells a language, tags do that are no words of the card. */
  function stateLanguages(
    model: number,
    field: (typeof fields)[number],
    tags: readonly string[],
    card: HubRecord['cardData'],
    notes: Notes,
  ): void {
    const words: unknown = card && 'tags' in card ? card.tags : undefined
    for (const tag of tags) if (isLanguageTag(tag) && !(Array.isArray(words) && words.includes(tag))) stateValue(model, field, tag, notes)
  }

  return {
    begin(id) {
      source = writer.term(documents, id)
      things.begin(source)
    },
    state(record, notes) {
      const model = things.mention('Model', (record.id ?? record.modelId)!)
      const { tags, cardData: card } = record
      const telling = tags && tags.length > 0 ? tellingOf(tags) : noTags
      if (tags && (tags.length > telling.length || telling.some(isShort))) notes.unused('tags', '')
      if (card?.licence != null) notes.dropped('licence, which is read as license', String(card.licence))
      for (const field of fields) {
        const content = field.own(record) ?? (card ? field.card(card) : undefined)
        stateAll(model, field, content, notes)
        if (telling.length === 0) continue
        if (field.tag !== undefined) stateTags(model, field, content, telling, notes)
        else if (field.key === 'language' && content == null) stateLanguages(model, field, telling, card, notes)
      }
      stateLineage(model, record, telling, notes)
    },
  }
}

const noTags: readonly string[] = []
const isShort = ({ length }: string): boolean => length === 2

/**
 * Nearly all tags are words; those with a prefix say something, and so do some that are marks of what the model is to its bases, and those of
 * two letters, which may be languages.
 */
function tellingOf(tags: readonly string[]): readonly string[] {
  let telling: string[] | undefined
  for (const tag of tags) if (isShort(tag) || tag.includes(':') || isSign(tag)) (telling ??= []).push(tag)
  return telling ?? noTags
}

/** The bases that tags name, each with the hub's word for it. */
function basesIn(tags: readonly string[]): Map<string, string | undefined> | undefined {
  let bases: Map<string, string | undefined> | undefined
  for (const tag of tags)
    if (tag.startsWith(basePrefix)) addBase((bases ??= new Map<string, string | undefined>()), tag.slice(basePrefix.length))
  return bases
}

/** The bases that the record or its card names. */
function ownBases({ base_model: own, cardData: card }: HubRecord): readonly string[] {
  const named = own ?? card?.base_model
  if (named == null) return noTags
  if (typeof named === 'string') return [named]
  return named.length > 1 ? [...new Set(named)] : named
}

const saidOf = ({ base_model_relation: own, cardData: card }: HubRecord): string | undefined =>
  own ?? card?.base_model_relation ?? undefined

function signsOf(record: HubRecord, bases: readonly string[], tags: readonly string[], said: string | undefined): Signs {
  const { id, modelId, siblings, library_name: own } = record
  const { library_name: ofCard } = record.cardData ?? {}
  return {
    id: (id ?? modelId)!,
    bases,
    tags,
    library: own ?? ofCard ?? undefined,
    files: siblings?.map(({ rfilename }) => rfilename),
    said,
  }
}

/** What a source says of a base and is not stated, since what is seen of the model says better. */
const overruled = 'base_model_relation (what is seen of the model says better)'
const otherwise = 'tags (the card says what the model is to its base)'
/** Words that stand where a thing should and name none. */
const nothings: Readonly<Record<string, ((value: string | number) => boolean) | undefined>> = {
  license: (word) => licenseNamed(String(word)) === undefined,
  trainedOn: (id) => !isDatasetId(String(id)),
}

const basePrefix = 'base_model:'
/** What tags begin with that say what a property says. */
const prefixOf: Readonly<Record<string, string | undefined>> = { license: 'license:', trainedOn: 'dataset:' }

const ownBase = (hubId: string): Trouble => ({
  code: 'self-reference',
  message: `base_model: ${quote(hubId)} is the model itself`,
  key: 'base_model',
  hint: 'name the model that it was made from, or leave the key out',
})
