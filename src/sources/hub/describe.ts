/** From a record of a hub, or a card alone, to what it says in its own names. */
import type { Place } from '../../errors.ts'
import { keptAt } from '../../model/hub-mention.ts'
import { hubId } from '../addresses.ts'
import { licenseOf, namesNoLicense, sayLicense, type LicenseText } from '../licenses.ts'
import type { SourceNotes } from '../notes.ts'
import type { Beside, Entry, SheetWriter } from '../sheet-writer.ts'
import { digestOf } from '../weights.ts'
import { stateModelIndex } from './evaluations.ts'
import { isLoose, textsOf, type Loose } from './forms.ts'
import { describeLineage, type Part } from './lineage.ts'
import { mapping, type Content, type Field } from './mapping.ts'
import { isDatasetId } from './named.ts'
import { factsOfTags, isLanguageTag, type TagFacts } from './tags.ts'

/** A record in the form of the API, or what a card alone makes one. */
export interface Described {
  readonly kind: 'Model' | 'Dataset'
  /** Its hub id, or what it is called where that is not known. */
  readonly id: string
  readonly record: Loose
  readonly place: Place
  /** Where in the file the keys of a card stand. */
  readonly lines?: ReadonlyMap<string, number>
}

/** Fields of which something is made beside the table of properties, or that say nothing of the model. */
const used = new Set(
  'id modelId cardData tags siblings safetensors base_model base_model_relation model-index gated license_name license_link licence sha card'.split(
    ' ',
  ),
)
const usedOfCard = new Set('license_name license_link licence base_model base_model_relation model-index tags pretty_name'.split(' '))

/** Describes a model or dataset. */
export function describe(writer: SheetWriter, described: Described, notes: SourceNotes): void {
  const { kind, id, record, place } = described
  const where = `${kind.toLowerCase()} ${id}`
  const isKept = hubId.test(id)
  const entry = writer.thing(isKept ? keptAt(kind, id) : { kinds: [kind], name: id }, where, place)
  const card = misspelt(isLoose(record['cardData']) ? record['cardData'] : {}, notes, place)
  const tags = textsOf(record['tags'])
  const told = factsOfTags(tags)
  const standing: Standing = {
    own: { at: where, place },
    card: { at: `${where}, card`, place },
    tags: { at: `${where}, tags`, place },
  }
  if (isKept && id.includes('/')) entry.say('hubId', id)
  if (typeof card['pretty_name'] === 'string') entry.say('altName', card['pretty_name'], standing.card)
  for (const field of mapping)
    if (kind === 'Model' || keysOfDatasets.has(field.key)) stateField(entry, field, described, card, told, standing, notes)
  if (kind === 'Model') {
    describeLineage(entry, { id, record, card, told, tags }, standing, notes)
    stateModelIndex(entry, card['model-index'] ?? record['model-index'], notes, { field: 'model-index', at: standing.card.at!, place })
    for (const file of Array.isArray(record['siblings']) ? record['siblings'] : []) stateDigest(entry, file)
  }
  noteUnused(record, card, told, kind, notes, place)
}

type Standing = Readonly<Record<Part, Pick<Beside, 'at' | 'place'>>>

/** States the values of a property: those of the card, and those of the record and of its tags that the card has not. */
function stateField(
  entry: Entry,
  { key, field, own, card: ofCard }: Field,
  { id, record, place, lines }: Described,
  card: Loose,
  told: TagFacts,
  standing: Standing,
  notes: SourceNotes,
): void {
  const said = new Set<string>()
  const state = (part: Part, content: Content): void => {
    for (const value of textsOf(content)) {
      if (said.has(value)) continue
      said.add(value)
      const line = part === 'card' ? lines?.get(field) : undefined
      stateValue(entry, key, value, { field, ...standing[part], ...(line !== undefined && { place: { ...place, line } }) }, card, notes)
    }
  }
  state('card', ofCard(card))
  if (key !== 'producer' || id.includes('/')) state('own', own({ ...record, id }))
  if (key === 'license') state('tags', said.size > 0 ? told.license.filter((word) => !namesNoLicense(word)) : told.license)
  else if (key === 'trainedOn') state('tags', told.dataset)
  else if (key === 'language' && said.size === 0) {
    const words = textsOf(card['tags'])
    state(
      'tags',
      told.others.filter((tag) => isLanguageTag(tag) && !words.includes(tag)),
    )
  }
}

/** What the catalogue of datasets tells in the same fields. */
const keysOfDatasets = new Set(['producer', 'license', 'created', 'language', 'revision', 'access'])

function stateValue(entry: Entry, key: string, value: string, beside: Beside, card: Loose, notes: SourceNotes): void {
  const place = beside.place!
  if (key === 'producer') entry.link(key, { kinds: ['Organization'], name: value }, beside)
  else if (key === 'license') {
    const link = card['license_link']
    const said: LicenseText = namesNoLicense(value) ? { why: 'it names no licence' } : licenseOf(value)
    const why = sayLicense(entry, said, value, { ...beside, ...(typeof link === 'string' && { note: `at ${link}` }) })
    if (why !== undefined) notes.dropped('license', place, { value, why })
  } else if (key === 'trainedOn') {
    if (isDatasetId(value)) entry.link(key, keptAt('Dataset', value), beside)
    else notes.dropped('datasets', place, { value, why: 'an id without an owner names no dataset of the hub' })
  } else entry.say(key, key === 'created' ? value.slice(0, '2022-07-06'.length) : value, beside)
}

/** A key that is nearly right is read, and told. */
function misspelt(card: Loose, notes: SourceNotes, place: Place): Loose {
  if (!('licence' in card)) return card
  notes.dropped('licence, which is read as license', place)
  return { license: card['licence'], ...card }
}

function stateDigest(entry: Entry, file: unknown): void {
  const [name, lfs] = isLoose(file) ? [file['rfilename'], file['lfs']] : []
  if (typeof name !== 'string' || !name.endsWith('.safetensors') || !isLoose(lfs)) return
  const digest = lfs['sha256'] ?? lfs['oid']
  if (typeof digest === 'string') entry.say('weightsDigest', digestOf('sha256', digest), { field: 'siblings', note: name })
}

function noteUnused(record: Loose, card: Loose, told: TagFacts, kind: string, notes: SourceNotes, place: Place): void {
  const fields = new Set(mapping.map(({ field }) => field))
  for (const [key, value] of Object.entries(record)) if (value != null && !used.has(key) && !fields.has(key)) notes.dropped(key, place)
  for (const [key, value] of Object.entries(card))
    if (value != null && !usedOfCard.has(key) && !fields.has(key)) notes.dropped(`cardData.${key}`, place)
  if (told.others.length > 0) notes.dropped('tags', place)
  if (told.arxiv.length > 0)
    notes.dropped('tags: arxiv', place, { value: told.arxiv[0]!, why: 'the hub tags every paper that a card links, whatever it is on' })
  if (told.doi.length > 0) notes.dropped('tags: doi', place)
  if (kind === 'Dataset' && card['source_datasets'] != null) notes.dropped('cardData.source_datasets', place)
}
