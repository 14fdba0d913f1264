/** The assets of a file, each with its fields. */
import { isMap, isSeq, type YAMLMap } from 'yaml'
import { linePlaces } from '../line-places.ts'
import type { Content } from '../content.ts'
import { startOf } from '../yaml/node.ts'
import { isExcess, parseWhole } from '../yaml/whole.ts'
import type { SourceNotes } from '../notes.ts'
import { fieldOf, strayKeys, textOf, type AssetPlace, type Field } from './field.ts'

/** One entry of the catalogue. */
export interface Asset {
  readonly name: string | undefined
  readonly type: string
  readonly place: AssetPlace
  /** All fields but these two, by key. */
  readonly fields: ReadonlyMap<string, Field>
}

/** Ten times as many as the largest file of the catalogue has; they take some 200 MB while they are read. */
const mostTokens = 300_000

/** Reads the assets of a file; what is no text or no YAML is noted. */
export function assetsOf({ file, text = '', problems }: Content, notes: SourceNotes): Asset[] {
  for (const problem of problems) notes.problem(problem)
  const lineOf = linePlaces(text)
  // Everything is text: `2022-10` and `7E9` are what they are written as.
  const document = parseWhole(text, { mostTokens, schema: 'failsafe', strict: false, uniqueKeys: false, prettyErrors: false })
  if (isExcess(document)) {
    const { offset, ...excess } = document
    notes.problem({
      ...excess,
      place: { file, line: lineOf(offset).line },
      hint: 'nothing of the file was read: split it, one asset a file',
    })
    return []
  }
  for (const { message, pos } of document.errors)
    notes.problem({
      code: 'bad-yaml',
      message: message.split('\n', 1)[0]!,
      place: { file, ...lineOf(pos[0]) },
      hint: 'mend it: what it concerns was not read',
    })
  const items = isSeq(document.contents) ? document.contents.items : []
  return items.flatMap((item) => {
    const place = { file, line: lineOf(startOf(item)).line }
    if (isMap(item)) return [assetOf(item, place, notes)]
    notes.problem({ code: 'not-a-mapping', message: 'an asset is a mapping of keys to values', place, hint: 'it was not read' })
    return []
  })
}

function assetOf(node: YAMLMap, place: AssetPlace, notes: SourceNotes): Asset {
  const fields = new Map<string, Field>()
  for (const { key, value } of node.items) {
    const own = textOf(key)
    if (own === undefined || own === 'name' || own === 'type') continue
    fields.set(own, fieldOf(own, value, place))
    for (const stray of strayKeys(value)) notes.dropped(`${own}.${stray}`, place)
  }
  moveStray(fields)
  return { name: textOf(node.get('name', true)), type: textOf(node.get('type', true)) ?? '', place, fields }
}

/** A `value` that slipped out of the mapping with its explanation belongs there, where only one has none. */
function moveStray(fields: Map<string, Field>): void {
  const stray = fields.get('value')
  const without = [...fields.values()].filter(({ values, explanation }) => values.length === 0 && explanation !== undefined)
  if (!stray || without.length !== 1) return
  fields.set(without[0]!.key, { ...without[0]!, values: stray.values })
  fields.delete('value')
}
