/** A CycloneDX bill while it is read: what its references lead to, and what each component is. */
import type { Identifier, Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { decoded, type HubRepository } from '../addresses.ts'
import { child, isObject, objectsOf, textOf, type Bill, type Json } from '../bills/bill.ts'
import { hubOf } from '../bills/hub.ts'
import { isOfAny } from '../bills/names.ts'
import { inside } from '../bills/walk.ts'
import type { Entry } from '../sheet-writer.ts'

/** What a component is. */
export interface Thing {
  readonly kind: ClassName
  readonly called: Mention
  /** Where a hub keeps it. */
  readonly hub?: HubRepository
  /** Whether its version is a part of its name. */
  readonly isVersioned: boolean
}

/** A bill, and what is known of its objects. */
export interface Bom extends Bill {
  /** The objects that have a `bom-ref`, by it. */
  readonly refs: ReadonlyMap<string, Json>
  /** The versions under which components of a type and name stand in the bill. */
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>
  /** Its own BOM-Link, which references may begin with. */
  readonly link: string | undefined
  readonly things: Map<unknown, Thing | undefined>
  /** What is said of each component. */
  readonly entries: Map<unknown, Entry>
  /** The component that holds each component, service and dataset that stands inside of one. */
  readonly holders: ReadonlyMap<unknown, Json>
}

/** Components and what they hold are read as deep as this. */
export const deepest = 32

/** Looks through a bill for what can be referred to; what has the reference of something else is told. */
export function openBom(bill: Bill, root: Json): Bom {
  const refs = new Map<string, Json>()
  const versions = new Map<string, Set<string>>()
  const holders = new Map<unknown, Json>()
  for (const json of inside(bill, [root])) {
    if (!isObject(json.value)) continue
    note(bill, json, json.value, refs, versions)
    if (isThing(json)) for (const inner of heldBy(json)) holders.set(inner, json)
  }
  const [serial, version] = [child(root, 'serialNumber').value, child(root, 'version').value]
  const uuid = typeof serial === 'string' ? /^urn:uuid:([0-9a-f-]{36})$/i.exec(serial)?.[1] : undefined
  const link = uuid !== undefined && Number.isInteger(version) ? `urn:cdx:${uuid}/${String(version)}` : undefined
  return { ...bill, refs, versions, link, things: new Map(), entries: new Map(), holders }
}

/** What stands inside of a component: components and services, and the data of its model card. */
function heldBy(json: Json): readonly unknown[] {
  const data = child(child(child(json, 'modelCard'), 'modelParameters'), 'datasets')
  return [child(json, 'components'), child(json, 'services'), data].flatMap(({ value }) =>
    Array.isArray(value) ? value.filter(isObject) : [],
  )
}

function note(bill: Bill, json: Json, value: Record<string, unknown>, refs: Map<string, Json>, versions: Map<string, Set<string>>): void {
  const { 'bom-ref': ref, type, name, version } = value
  if (typeof ref === 'string' && ref !== '') {
    const before = refs.get(ref)
    if (before)
      bill.problem(
        'duplicate-ref',
        json.pointer,
        `${quote(ref)} is the bom-ref of ${before.pointer} already`,
        'references lead to that one',
      )
    else refs.set(ref, json)
  }
  if (typeof type === 'string' && typeof name === 'string' && typeof version === 'string') {
    const key = `${type} ${name}`
    versions.set(key, (versions.get(key) ?? new Set()).add(version))
  }
}

const kinds: Readonly<Record<string, ClassName>> = {
  'machine-learning-model': 'Model',
  data: 'Dataset',
  application: 'Application',
  framework: 'Software',
  library: 'Software',
  container: 'Software',
  platform: 'Software',
  'operating-system': 'Software',
  'device-driver': 'Software',
  firmware: 'Software',
  device: 'Hardware',
}

/** What data is used for, in the words of those who write it into a property of theirs, `usage`: `evaluation|benchmarking`. */
export function usedFor(usage: string | undefined): 'training' | 'evaluation' | undefined {
  const words = usage?.split(/\s*[|,;/]\s*/) ?? []
  if (words.some((word) => /^(?:(?:pre|fine)-?)?(?:train(?:ing)?|tuning)$/i.test(word))) return 'training'
  const isTest = (word: string): boolean => /^(?:evaluat(?:ion|ing)|benchmark(?:ing)?|test(?:ing)?|validation)$/i.test(word)
  return words.length > 0 && words.every(isTest) ? 'evaluation' : undefined
}

/** The value of a property that a component has by name. */
export function propertyOf(bom: Bill, component: Json, wanted: string): string | undefined {
  const found = objectsOf(bom, child(component, 'properties')).find((one) => child(one, 'name').value === wanted)
  return found && textOf(bom, child(found, 'value'))
}

/** What a component or service is: undefined where it is a file or the like, or has no name. */
export function thingOf(bom: Bom, json: Json): Thing | undefined {
  if (bom.things.has(json.value)) return bom.things.get(json.value)
  const thing = findThing(bom, json)
  bom.things.set(json.value, thing)
  return thing
}

function findThing(bom: Bom, json: Json): Thing | undefined {
  const found = classOf(json)
  if (!found) return undefined
  const name = textOf(bom, child(json, 'name'))
  const url = child(json, 'type').value === 'dataset' ? textOf(bom, child(child(json, 'contents'), 'url')) : undefined
  const hub = found === 'Model' || found === 'Dataset' ? keptAt(bom, json, found, url) : undefined
  const shown = name ?? hub?.id ?? url
  if (shown === undefined) {
    bom.problem('no-name', json.pointer, 'the component has no name', 'it was not read, nor what it holds')
    return undefined
  }
  const kind = found === 'Dataset' && usedFor(propertyOf(bom, json, 'usage')) === 'evaluation' ? 'Benchmark' : found
  const addition = hub ? undefined : additionTo(bom, json, shown)
  const called: Mention = {
    kinds: [kind],
    name: addition === undefined ? shown : `${shown} ${addition.text}`,
    identifiers: [...(kind === 'Benchmark' ? [] : hubIdentifier(hub)), ...ownIdentifier(bom, json)],
  }
  return { kind, called, ...(hub && { hub }), isVersioned: addition?.isVersion === true }
}

const hubIdentifier = (hub: HubRepository | undefined): Identifier[] => (hub ? [{ scheme: 'hub', value: hub.id }] : [])

/** Two components of one name are two where the bill refers to them apart. */
function ownIdentifier(bom: Bom, json: Json): Identifier[] {
  const ref = textOf(bom, child(json, 'bom-ref'))
  if (ref === undefined || bom.refs.get(ref)?.value !== json.value) return []
  return [{ scheme: 'iri', value: `${bom.source}#${encodeURIComponent(ref)}` }]
}

function classOf(json: Json): ClassName | undefined {
  const type = child(json, 'type').value
  if (/\/services\/\d+$/.test(json.pointer)) return 'Software'
  // What a model card lists is of the type dataset.
  if (type === 'dataset') return 'Dataset'
  return typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined
}

/** Whether a component is of a type that things of ours have: files are not. */
export const isThing = (json: Json): boolean => classOf(json) !== undefined

/** What the name of a component needs where others have the same: the name of what holds it, or its version. */
function additionTo(bom: Bom, json: Json, name: string): { readonly text: string; readonly isVersion?: true } | undefined {
  const holder = isOfAny(name) ? bom.holders.get(json.value) : undefined
  const held = holder && thingOf(bom, holder)
  if (held) return { text: `of ${held.called.name}` }
  const [type, version] = [child(json, 'type').value, textOf(bom, child(json, 'version'))]
  const isOneOfSeveral = (bom.versions.get(`${String(type)} ${name}`)?.size ?? 0) > 1
  return version !== undefined && isOneOfSeveral ? { text: version, isVersion: true } : undefined
}

/** Where a component is kept at the hub. */
function keptAt(bom: Bom, json: Json, kind: HubRepository['kind'], url: string | undefined): HubRepository | undefined {
  const references = objectsOf(bom, child(json, 'externalReferences')).filter((one) => pageTypes.has(String(child(one, 'type').value)))
  const addresses = references.map((one) => textOf(bom, child(one, 'url')))
  return hubOf(bom, json, kind, {
    purls: [textOf(bom, child(json, 'purl'))].filter(isText),
    pages: [...addresses, url, propertyOf(bom, json, 'source_url')].filter(isText),
    version: textOf(bom, child(json, 'version')),
  })
}

const isText = (text: string | undefined): text is string => text !== undefined

/** The external references that lead to the component itself. */
const pageTypes: ReadonlySet<string> = new Set(['model-card', 'website', 'distribution', 'source-distribution', 'vcs'])

/** What a reference leads to; to what is not in the bill, it is told. */
export function referred(bom: Bom, json: Json): Json | undefined {
  const ref = textOf(bom, json)
  if (ref === undefined) return undefined
  const own = bom.link !== undefined && ref.toLowerCase().startsWith(`${bom.link.toLowerCase()}#`)
  const found = bom.refs.get(ref) ?? (own ? bom.refs.get(decoded(ref.slice(bom.link.length + 1))) : undefined)
  if (!found && ref.startsWith('urn:cdx:') && !own) bom.drop(json, 'it leads into another bill, which is not fetched')
  else if (!found) bom.problem('dangling-ref', json.pointer, `${quote(ref)} is the bom-ref of nothing here`, 'it was left out')
  return found
}
