/** Ecosystem Graphs (https://github.com/stanford-crfm/ecosystem-graphs): YAML files of assets, which name what they depend on. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { mint } from '../model/iri.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'
import type { Content } from './content.ts'
import { sourceNotes, type SourceNotes } from './notes.ts'
import { sheetWriter, type Entry, type SheetWriter } from './sheet-writer.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'

const kinds: Readonly<Record<string, ClassName>> = { model: 'Model', dataset: 'Dataset', application: 'Application' }

export const ecosystemGraphs: SourceFormat = {
  name: 'ecosystem-graphs',
  title: 'assets of Ecosystem Graphs',
  extensions: ['.yaml', '.yml'],
  // Each asset says of what type it is, and who made it when; curated facts have neither key.
  recognises: ({ text }) =>
    text !== undefined && /^-? +type: (?:model|dataset|application)\s*$/m.test(text) && /^-? +created_date:/m.test(text),
  read,
}

/** What stands where nothing is known. */
const unknown = /^(?:unknown|n\/a|not (?:available|disclosed|reported)|tbd|\?)$/i

function read(content: Content, { base, source = 'ecosystem-graphs' }: ReadOptions): Reading {
  const { file, text = '' } = content
  const notes = sourceNotes('ecosystem-graphs')
  const writer = sheetWriter(mint(base, 'Document', source), base, notes)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, strict: false, uniqueKeys: false })
  for (const { message, pos } of document.errors) {
    const { line, col } = lines.linePos(pos[0])
    notes.problem({
      code: 'bad-yaml',
      message: message.split('\n', 1)[0]!,
      place: { file, line, column: col },
      hint: 'mend it: what it concerns was not read',
    })
  }
  const assets = isSeq(document.contents) ? (document.contents.items as Node[]) : []
  for (const asset of assets) if (isMap(asset)) readAsset(asset, writer, notes, { file, line: lines.linePos(asset.range?.[0] ?? 0).line })
  const { noted, dropped } = notes.take()
  return { ...nothing, named: writer.sheets, noted, dropped, document: { id: source, name: 'Ecosystem Graphs', type: 'table' } }
}

/** A value, and what the file explains of it. */
interface Field {
  readonly key: string
  readonly values: readonly string[]
  readonly note?: string
  readonly place: { readonly file: string; readonly line: number }
}

/** What is made of each field. */
const readers: Readonly<Record<string, (entry: Entry, field: Field, notes: SourceNotes, kind: ClassName) => void>> = {
  organization: (entry, { values, ...field }) => {
    for (const value of values)
      for (const name of value.split(/,\s+(?!inc\b|ltd\b)/i))
        entry.link('producer', { kinds: ['Organization'], name: name.trim() }, beside(field))
  },
  created_date: (entry, { values, ...field }) => {
    for (const value of values) entry.say('released', value.trim().replaceAll('/', '-'), beside(field))
  },
  dependencies: (entry, { values, ...field }) => {
    for (const name of values)
      entry.link('dependsOn', { kinds: ['Model', 'Dataset', 'Application', 'Software'], name: name.trim() }, beside(field))
  },
  license: (entry, { values, ...field }) => {
    for (const name of values) entry.link('license', { kinds: ['License'], name: name.trim() }, beside(field))
  },
  description: (entry, { values, ...field }) => {
    for (const value of values) entry.say('description', value, beside(field))
  },
  url: (entry, { values, ...field }) => {
    for (const value of values) entry.say('homepage', value.trim(), beside(field))
  },
}

const beside = ({ key, note, place }: Omit<Field, 'values'>) => ({ field: key, place, ...(note !== undefined && { note }) })

function readAsset(asset: YAMLMap, writer: SheetWriter, notes: SourceNotes, place: { readonly file: string; readonly line: number }): void {
  const field = (key: string): string | undefined => {
    const value = asset.get(key)
    return typeof value === 'string' ? value : undefined
  }
  const [name, type = ''] = [field('name')?.trim(), field('type')]
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
  const entry = writer.thing({ kinds: [kind], name }, `asset ${name}`, place)
  for (const { key, value } of asset.items) {
    const own = isScalar(key) ? String(key.value) : ''
    if (own === 'name' || own === 'type') continue
    const content = contentOf(own, value as Node | null, place)
    if (!content || content.values.length === 0) continue
    const reader = readers[own]
    if (!reader) notes.dropped(own, content.place)
    else if (content.values.every((text) => unknown.test(text.trim()))) {
      if (own !== 'dependencies' && own !== 'url') entry.status(statusKeys[own]!, 'unknown', beside(content))
    } else reader(entry, content, notes, kind)
  }
}

const statusKeys: Readonly<Record<string, string>> = {
  organization: 'producer',
  created_date: 'released',
  license: 'license',
  description: 'description',
}

/** What stands under a key: a value, `{ value, explanation }`, or a list of values, as a list or as a mapping that was meant as one. */
function contentOf(key: string, node: Node | null, place: { readonly file: string; readonly line: number }): Field | undefined {
  if (isScalar(node)) {
    const text = node.source ?? String(node.value)
    return node.value === null || text.trim() === '' ? undefined : { key, values: [text], place }
  }
  if (isSeq(node)) return { key, values: (node.items as Node[]).flatMap((item) => contentOf(key, item, place)?.values ?? []), place }
  if (!isMap(node)) return undefined
  const [value, explanation] = [contentOf(key, node.get('value', true) ?? null, place), node.get('explanation')]
  return value && { ...value, ...(typeof explanation === 'string' && { note: explanation.trim() }) }
}
