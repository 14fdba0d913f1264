/** Ecosystem Graphs (https://github.com/stanford-crfm/ecosystem-graphs): YAML files of assets, which name what they depend on. */
import { mint } from '../model/iri.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'
import { calledAndKept } from './addresses.ts'
import type { Content } from './content.ts'
import { sourceNotes, type SourceNotes } from './notes.ts'
import { sheetWriter, type SheetWriter } from './sheet-writer.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import { assetsOf, type Asset } from './ecosystem-graphs/assets.ts'
import type { Context } from './ecosystem-graphs/context.ts'
import { isUnknown, untold } from './ecosystem-graphs/field.ts'
import { readers, statusKeys } from './ecosystem-graphs/fields.ts'
import { readTraining, trainingFields } from './ecosystem-graphs/training.ts'

const kinds: Readonly<Record<string, ClassName>> = { model: 'Model', dataset: 'Dataset', application: 'Application' }

export const ecosystemGraphs: SourceFormat = {
  name: 'ecosystem-graphs',
  title: 'assets of Ecosystem Graphs',
  extensions: ['.yaml', '.yml'],
  // Each asset says of what type it is, and who made it when; curated facts have neither key.
  recognises: ({ glimpse }) =>
    /^-? +type: (["']?)(?:model|dataset|application)\1\s*$/m.test(glimpse) && /^-? +created_date:/m.test(glimpse),
  read,
}

function read(content: Content, { base, source = 'ecosystem-graphs' }: ReadOptions): Reading {
  const notes = sourceNotes('ecosystem-graphs')
  const writer = sheetWriter(mint(base, 'Document', source), base, notes)
  const assets = assetsOf(content, notes)
  const datasets = new Set(assets.flatMap(({ name, type }) => (type === 'dataset' && name ? [name] : [])))
  for (const asset of assets) readAsset(asset, datasets, writer, notes)
  const { noted, dropped } = notes.take()
  return { ...nothing, named: writer.sheets, noted, dropped, document: { id: source, name: 'Ecosystem Graphs', type: 'table' } }
}

/** What a table has under a key, and not what all objects have. */
const ownOf = <Item>(table: Readonly<Record<string, Item>>, key: string): Item | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

function readAsset({ name, type, place, fields }: Asset, datasets: ReadonlySet<string>, writer: SheetWriter, notes: SourceNotes): void {
  const kind = kinds[type]
  if (!name || !kind) {
    notes.problem({
      code: 'no-name',
      message: name ? `${quote(type)} is no type of asset` : 'the asset has no name',
      place,
      hint: 'it was not read',
    })
    return
  }
  const cards = ['model_card', 'datasheet'].flatMap((key) => fields.get(key)?.values ?? [])
  const { repository, ...called } = calledAndKept(kind, name, cards)
  const entry = writer.thing(called, `asset ${name}`, place)
  const context: Context = { name, kind, repository, entry, writer, notes, fields, datasets }
  for (const field of fields.values()) {
    const { key, values, beside } = field
    const [read, statusKey] = [ownOf(readers, key), ownOf(statusKeys, key)]
    if (trainingFields.has(key) && kind === 'Model') continue
    if (read && statusKey !== undefined && values.length > 0 && values.every(isUnknown))
      entry.status(statusKey, values.some((value) => untold.absent.test(value)) ? 'absent' : 'unknown', beside)
    else if (!read) {
      if (values.length > 0) notes.dropped(key, beside.place)
    } else read(context, field)
  }
  if (kind === 'Model') readTraining(context)
}
