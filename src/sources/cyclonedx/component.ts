/** Components of a CycloneDX bill: models, data, software and devices, and what they hold. */
import { child, elsewhere, isObject, objectsOf, readFields, textOf, type FieldReaders, type Json } from '../bills/bill.ts'
import { sayMakers, type Maker } from '../bills/makers.ts'
import { tooDeep } from '../bills/walk.ts'
import { isPackageOf } from '../addresses.ts'
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
  sayAllMakers(reading)
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
    if (textOf(bom, json) !== thing.hub?.revision && !thing.isVersioned) bom.drop(json)
  },
  group: (json, { bom, thing }) => {
    if (thing.hub?.id.split('/', 1)[0] !== json.value) bom.drop(json)
  },
  purl: (json, { bom, thing }) => {
    const [type = ''] = /^pkg:[^/]+/.exec(String(json.value)) ?? []
    if (!isPackageOf(String(json.value), thing.hub)) bom.drop({ ...json, field: `purl (${type.slice(0, 40)})` })
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
  if (child(json, 'type').value === 'file') return readFile(json, holder)
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

function sayAllMakers({ bom, json, entry, elsewhere: { makers, supplier } }: Reading): void {
  const named = ['manufacturer', 'provider', 'publisher', 'author', 'authors'].map((key) => child(json, key))
  const all = (fields: readonly Json[]): Maker[] => fields.flatMap((field) => makersIn(bom, field))
  sayMakers(bom, entry, all([...named, ...(makers ? [makers] : [])]), all([child(json, 'supplier'), ...(supplier ? [supplier] : [])]))
}

function makersIn(bom: Bom, field: Json): Maker[] {
  const all = Array.isArray(field.value) ? objectsOf(bom, field) : [field]
  const as = field.field.replace(/.*\./, '').replace(/s$/, '')
  return all.flatMap((json) => {
    const name = textOf(bom, isObject(json.value) ? child(json, 'name') : json)
    return name === undefined ? [] : [{ name, json, as }]
  })
}
