/** What a CycloneDX bill says of itself: its version, when and with what it was made, by whom, and under which licence it stands. */
import { basename } from 'node:path'
import { child, elsewhere, isObject, objectOf, objectsOf, readFields, textOf, type FieldReaders, type Json } from '../bills/bill.ts'
import { sayDay } from '../bills/say.ts'
import { unpackedName } from '../packing/endings.ts'
import type { Entry } from '../sheet-writer.ts'
import type { Bom } from './bom.ts'
import { readComponent } from './component.ts'
import { readLicenses } from './licenses.ts'

/** Reads what the bill says of itself, and the component that it is of. */
export function readMetadata(bom: Bom, root: Json): void {
  const metadata = child(root, 'metadata')
  const name = basename(unpackedName(bom.file))
  const entry = bom.writer.thing(
    { kinds: ['Document'], name, identifiers: [{ scheme: 'iri', value: bom.source }] },
    undefined,
    bom.place(''),
  )
  const version = bom.link ?? textOf(bom, child(root, 'version'))
  const tools = toolsOf(bom, child(metadata, 'tools'))
  const note = tools.length > 0 ? `made with ${tools.join(', ')}` : undefined
  const timestamp = textOf(bom, child(metadata, 'timestamp'))
  if (version !== undefined) entry.say('version', version, bom.beside(child(root, 'version'), timestamp === undefined ? note : undefined))
  if (timestamp !== undefined) sayDay(bom, entry, 'released', child(metadata, 'timestamp'), note)
  const component = objectOf(bom, child(metadata, 'component'))
  if (metadata.value !== undefined) readFields(bom, metadata, readers, { bom, entry, component: component !== undefined })
  if (component)
    readComponent(bom, { ...component, field: '' }, { makers: child(metadata, 'manufacture'), supplier: child(metadata, 'supplier') })
}

const readers: FieldReaders<{ readonly bom: Bom; readonly entry: Entry; readonly component: boolean }> = {
  timestamp: elsewhere,
  tools: elsewhere,
  component: elsewhere,
  // What concerns the component that the bill is of is read with it.
  supplier: (json, { bom, component }) => (component ? undefined : bom.drop(json)),
  manufacture: (json, { bom, component }) => (component ? undefined : bom.drop(json)),
  manufacturer: (json, { bom, entry }) => {
    const name = textOf(bom, child(json, 'name'))
    if (name !== undefined) entry.link('producer', { kinds: ['Organization'], name }, bom.beside(json))
  },
  authors: (json, { bom, entry }) => {
    for (const author of objectsOf(bom, json)) {
      const name = textOf(bom, child(author, 'name'))
      if (name !== undefined) entry.say('author', name, bom.beside(author))
    }
  },
  licenses: (json, { bom, entry }) => readLicenses(bom, entry, json),
}

/** The tools that made the bill; until 1.5 they were a list of their own. */
function toolsOf(bom: Bom, json: Json): string[] {
  const all = isObject(json.value) ? ['components', 'services'].flatMap((key) => objectsOf(bom, child(json, key))) : objectsOf(bom, json)
  return all.flatMap((tool) => {
    const [name, version] = [textOf(bom, child(tool, 'name')), textOf(bom, child(tool, 'version'))]
    return name === undefined ? [] : [[name, version].filter((one) => one !== undefined).join(' ')]
  })
}
