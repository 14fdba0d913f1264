/** Properties of a component: names and values that the specification knows nothing of. What those say is read that tools write. */
import { paperAt } from '../addresses.ts'
import { child, objectsOf, textOf, type Json } from '../bills/bill.ts'
import { sayDay } from '../bills/say.ts'
import { propertyOf } from './bom.ts'
import type { Reading } from './reading.ts'
import { sayPage } from './data.ts'

/** Reads the properties of a component; each name that says nothing to us is noted. */
export function readProperties(json: Json, reading: Reading): void {
  const { bom } = reading
  for (const one of objectsOf(bom, json)) {
    const [name, value] = [textOf(bom, child(one, 'name')), { ...child(one, 'value'), field: json.field }]
    const text = textOf(bom, value)
    if (name === undefined || text === undefined) continue
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    const field = `${json.field} (${name.slice(0, 60)})`
    if (!reader?.(text, { ...value, field }, reading)) bom.drop({ ...value, field })
  }
}

/** What is made of each; false where it is not of use for such a component. */
const readers: Readonly<Record<string, (text: string, json: Json, reading: Reading) => boolean>> = {
  createdAt: (_, json, { bom, entry, thing }) => {
    if (!thing.hub) return false
    sayDay(bom, entry, 'created', json)
    return true
  },
  full_name: (text, json, { bom, entry, thing }) => {
    if (text !== thing.called.name) entry.say('altName', text, bom.beside(json))
    return true
  },
  source_url: (text, json, reading) => {
    const { bom, entry } = reading
    const paper = paperAt(text)
    if (paper) entry.link('describedBy', paper, { ...bom.beside(json), written: text })
    else if (/^https?:/.test(text)) sayPage(reading, text, json)
    else return false
    return true
  },
  // Read with what holds the data: what it was used for.
  usage: (_, __, { bom, json }) => bom.holders.has(json.value),
  arxiv_paper: (text, _, { bom, json }) => text === propertyOf(bom, json, 'paper_url') && bom.holders.has(json.value),
  paper_url: (_, __, { bom, json }) => bom.holders.has(json.value),
  description: (_, __, { bom, json }) => bom.holders.has(json.value),
}
