/** Data in CycloneDX bills: what a component of type `data` holds, and the datasets of a model card. */
import { keyOfPage } from '../addresses.ts'
import { child, elsewhere, objectsOf, readFields, textOf, type FieldReaders, type Json } from '../bills/bill.ts'
import type { Reading } from './reading.ts'

type Context = Pick<Reading, 'bom' | 'entry' | 'thing'>

/** Reads the contents of a component of type `data`: they are the component's own, seen from closer by. */
export function readData(json: Json, context: Context): void {
  for (const data of objectsOf(context.bom, json)) {
    const type = child(data, 'type').value
    const isData = context.thing.kind === 'Dataset' || context.thing.kind === 'Benchmark'
    if (isData && (type === 'dataset' || type === undefined)) readInline(context, data)
    else context.bom.drop({ ...data, field: `data (${String(type).slice(0, 40)})` })
  }
}

/** Reads a dataset that stands inside of something else. */
export const readInline = (context: Context, data: Json): void => readFields(context.bom, data, readers, context)

const readers: FieldReaders<Context> = {
  'bom-ref': elsewhere,
  type: elsewhere,
  name: elsewhere,
  description: (json, { bom, entry }) => {
    const text = textOf(bom, json)
    if (text !== undefined) entry.say('description', text, bom.beside(json))
  },
  contents: (json, context) => readFields(context.bom, json, contentReaders, context),
}

const contentReaders: FieldReaders<Context> = {
  url: (json, context) => {
    const text = textOf(context.bom, json)
    if (text !== undefined) sayPage(context, text, json)
  },
}

/** States a page about something, or where its code is kept. */
export function sayPage({ bom, entry, thing }: Context, address: string, json: Json): void {
  entry.say(keyOfPage(address, thing.kind), address, bom.beside(json))
}
