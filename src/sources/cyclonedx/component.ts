/** Components of a CycloneDX bill: models, data, software and devices, and what they hold. */
import { child, elsewhere, isObject, objectsOf, readFields, textOf, type FieldReaders, type Json } from '../bills/bill.ts'
import { tooDeep } from '../bills/walk.ts'
import { brief } from '../brief.ts'
import { isWeights } from '../weights.ts'
import { deepest, isThing, propertyOf, thingOf, usedFor, type Bom } from './bom.ts'
import { readData } from './data.ts'
import { readReferences } from './external-references.ts'
import { readLicenses } from './licenses.ts'
import { readModelCard } from './model-card.ts'
import { readPedigree } from './pedigree.ts'
import { readProperties } from './properties.ts'
import { linkTo, sayHashes, sayWhereKept, type Elsewhere, type Reading } from './reading.ts'

/**
 * Reads a component, or a service, and what it holds.
 *
 * @returns what was read; undefined for what is no thing of its own, such as a file
 */
export function readComponent(bom: Bom, json: Json, said: Elsewhere = {}, level = 0): Reading | undefined {
  if (level > deepest) {
    tooDeep(bom, json.pointer, deepest)
    return undefined
  }
  const thing = thingOf(bom, json)
  if (!thing) {
    if (!isThing(json)) bom.drop({ ...json, field: `components (${typeOf(json)})` })
    return undefined
  }
  const at = textOf(bom, child(json, 'name')) ?? textOf(bom, child(json, 'bom-ref')) ?? thing.called.name
  const entry = bom.writer.thing(thing.called, at, bom.place(json.pointer))
  bom.entries.set(json.value, entry)
  const reading = { bom, json, entry, thing, level, elsewhere: said }
  readFields(bom, json, readers, reading)
  const name = child(json, 'name')
  if (bom.cited(name.pointer) !== bom.cited(json.pointer)) entry.say('name', thing.called.name, bom.beside(name))
  sayMakers(reading)
  sayWhereKept(reading)
  return reading
}

const typeOf = (json: Json): string => {
  const type = child(json, 'type').value
  return typeof type === 'string' ? type.slice(0, 40) : 'no type'
}

const readers: FieldReaders<Reading> = {
  'bom-ref': elsewhere,
  type: elsewhere,
  name: elsewhere,
  manufacturer: elsewhere,
  supplier: elsewhere,
  provider: elsewhere,
  publisher: elsewhere,
  authors: elsewhere,
  author: elsewhere,
  version: (json, { bom, thing }) => {
    if (textOf(bom, json) !== thing.hub?.revision && !thing.called.name.endsWith(` ${String(json.value)}`)) bom.drop(json)
  },
  group: (json, { bom, thing }) => {
    if (thing.hub?.id.split('/', 1)[0] !== json.value) bom.drop(json)
  },
  purl: (json, { bom, thing }) => {
    const [type = ''] = /^pkg:[^/]+/.exec(String(json.value)) ?? []
    if (!thing.hub || type !== 'pkg:huggingface') bom.drop({ ...json, field: `purl (${type.slice(0, 40)})` })
  },
  description: (json, { bom, entry }) => {
    const text = textOf(bom, json)
    if (text !== undefined) entry.say('description', text, bom.beside(json))
  },
  hashes: (json, { bom, entry }) => sayHashes(bom, entry, json),
  licenses: (json, { bom, entry }) => readLicenses(bom, entry, json),
  externalReferences: (json, reading) => readReferences(json, reading),
  properties: (json, reading) => readProperties(json, reading),
  modelCard: (json, reading) => readModelCard(json, reading),
  data: (json, reading) => readData(json, reading),
  pedigree: (json, reading) => readPedigree(json, reading, (inner) => readComponent(reading.bom, inner, {}, reading.level + 1)),
  components: (json, reading) => {
    for (const one of objectsOf(reading.bom, json)) readInner({ ...one, field: '' }, reading)
  },
  services: (json, reading) => {
    for (const one of objectsOf(reading.bom, json)) readInner({ ...one, field: '' }, reading)
  },
}

/** What a component holds is a part of data, what a model was trained or evaluated on, or what the rest needs. */
function readInner(json: Json, holder: Reading): void {
  const { bom, thing, level } = holder
  bom.holders.set(json.value, holder.json)
  if (child(json, 'type').value === 'file') return readFile(json, holder)
  thingOf(bom, json, thing.called.name)
  const inner = readComponent(bom, json, {}, level + 1)
  if (!inner) return
  const usage = propertyOf(bom, json, 'usage')
  const isData = inner.thing.kind === 'Dataset' || inner.thing.kind === 'Benchmark'
  if (thing.kind !== 'Model' || !isData || usage === undefined)
    return linkTo(holder, thing.kind === 'Dataset' && isData ? 'hasPart' : 'dependsOn', inner.thing, json)
  const use = usedFor(usage)
  if (use) linkTo(holder, { training: 'trainedOn', evaluation: 'evaluatedOn' }[use], inner.thing, json, useNote(bom, json))
  // Whether the model would be another without it cannot be told.
  else bom.drop({ ...json, field: 'properties (usage)', value: usage }, 'it is neither training nor evaluation')
}

/** Of files, only the checksums of weights say something. */
function readFile(json: Json, { bom, entry, thing }: Reading): void {
  const [name, hashes] = [textOf(bom, child(json, 'name')) ?? '', child(json, 'hashes')]
  if (thing.kind === 'Model' && isWeights(name) && hashes.value !== undefined) sayHashes(bom, entry, hashes, `of the file ${name}`)
  else bom.drop({ ...json, field: 'components (file)' })
}

/** What the bill says of the use of data: where it was read of it, and what for. */
function useNote(bom: Bom, json: Json): string {
  const told = ['usage', 'paper_url', 'description'].flatMap((name) => {
    const value = propertyOf(bom, json, name)
    return value === undefined ? [] : [name === 'usage' ? `usage: ${value}` : name === 'paper_url' ? `read in ${value}` : value]
  })
  return brief(told.join('; '))
}

/** Who made it: those who say so. Who supplies it may be no more than a distributor, and counts where nobody else is named. */
function sayMakers({ bom, json, entry, elsewhere: { makers, supplier } }: Reading): void {
  const named = ['manufacturer', 'provider', 'publisher', 'author', 'authors'].map((key) => child(json, key))
  const all = [...named, ...(makers ? [makers] : [])].flatMap((field) => makersIn(bom, field))
  const suppliers = [child(json, 'supplier'), ...(supplier ? [supplier] : [])].flatMap((field) => makersIn(bom, field))
  const before = new Set<string>()
  for (const { name, field } of all.length > 0 ? all : suppliers) {
    if (before.has(name.toLowerCase())) continue
    before.add(name.toLowerCase())
    entry.link(
      'producer',
      { kinds: ['Organization'], name },
      bom.beside(field, `named as ${field.field.replace(/.*\./, '').replace(/s$/, '')}`),
    )
  }
  if (all.length > 0)
    for (const { name, field } of suppliers)
      if (!before.has(name.toLowerCase())) bom.drop(field, 'another is named as its maker; who supplies it may be a distributor')
}

function makersIn(bom: Bom, field: Json): { readonly name: string; readonly field: Json }[] {
  const all = Array.isArray(field.value) ? objectsOf(bom, field) : [field]
  return all.flatMap((one) => {
    const name = textOf(bom, isObject(one.value) ? child(one, 'name') : one)
    return name === undefined ? [] : [{ name, field: { ...one, value: name } }]
  })
}
