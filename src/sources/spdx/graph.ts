/** The elements of an SPDX 3 document, and what each of them is. */
import type { Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import type { HubRepository } from '../addresses.ts'
import { child, isObject, listOf, objectsOf, textOf, type Bill, type Json } from '../bills/bill.ts'
import { hubOf } from '../bills/hub.ts'
import { isOfAny } from '../bills/names.ts'
import { inside } from '../bills/walk.ts'
import type { Entry } from '../sheet-writer.ts'

/** What a package is. */
export interface Thing {
  readonly kind: ClassName
  readonly called: Mention
  readonly hub?: HubRepository
  readonly entry: Entry
  readonly json: Json
}

/** A document while it is read. */
export interface Graph extends Bill {
  /** The elements by their ids. */
  readonly elements: ReadonlyMap<string, Json>
  /** Ids of elements that are in other documents, which are not fetched. */
  readonly imported: ReadonlySet<string>
  readonly things: Map<string, Thing>
  /** Ids of what is made from something else. */
  readonly descendants: ReadonlySet<string>
}

/** Looks through a document for its elements: they stand in `@graph`, or inside of one another. */
export function elementsOf(bill: Bill, roots: readonly Json[]): Map<string, Json> {
  const elements = new Map<string, Json>()
  for (const json of inside(bill, roots)) {
    const id = idOf(json)
    if (typeOf(json) === '') continue
    if (id === undefined) {
      // Creation and the like may stand inside of others without a name.
      if (/^\/@graph\/\d+$/.test(json.pointer)) bill.problem('no-id', json.pointer, `the ${typeOf(json)} has no spdxId`, 'it was not read')
      continue
    }
    const before = elements.get(id)
    if (before) bill.problem('duplicate-id', json.pointer, `${quote(id)} is the id of ${before.pointer} already`, 'that one was read')
    else elements.set(id, json)
  }
  return elements
}

/** The id of an element. */
export function idOf({ value }: Json): string | undefined {
  const id = isObject(value) ? (value['spdxId'] ?? value['@id']) : undefined
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The type of an element, in the words of the context of SPDX. */
export function typeOf({ value }: Json): string {
  const type = isObject(value) ? (value['type'] ?? value['@type']) : undefined
  return typeof type === 'string' ? type : ''
}

/** The ids that a field refers to; elements may stand there themselves. */
export const refsIn = (graph: Bill, json: Json): { readonly id: string; readonly json: Json }[] =>
  listOf(graph, json, true).flatMap((one) => {
    const id = isObject(one.value) ? idOf(one) : textOf(graph, one)
    return id === undefined ? [] : [{ id, json: one }]
  })

const byType: Readonly<Record<string, ClassName>> = {
  ai_AIPackage: 'Model',
  dataset_DatasetPackage: 'Dataset',
  software_Package: 'Software',
}
const byPurpose: Readonly<Record<string, ClassName>> = { application: 'Application', model: 'Model', data: 'Dataset', device: 'Hardware' }

/** Begins what is said of each package. */
export function addThings(graph: Graph): void {
  const packages = [...graph.elements].filter(([, json]) => Object.hasOwn(byType, typeOf(json)))
  const model = packages.find(([, json]) => typeOf(json) === 'ai_AIPackage')?.[1]
  const holder = model && textOf(graph, child(model, 'name'))
  for (const [id, json] of packages) {
    const kind = kindOf(json)
    const hub = kind === 'Model' || kind === 'Dataset' ? keptAt(graph, json, kind) : undefined
    const name = textOf(graph, child(json, 'name')) ?? hub?.id
    if (name === undefined) {
      graph.problem('no-name', json.pointer, 'the package has no name', 'it was not read')
      continue
    }
    const called: Mention = {
      kinds: [kind],
      name: !hub && kind === 'Dataset' && holder !== undefined && isOfAny(name) ? `${name} of ${holder}` : name,
      identifiers: [...(hub ? [{ scheme: 'hub', value: hub.id } as const] : []), { scheme: 'iri', value: id }],
    }
    const entry = graph.writer.thing(called, name, graph.place(json.pointer))
    graph.things.set(id, { kind, called, ...(hub && { hub }), entry, json: { ...json, field: '' } })
  }
}

/** The class of a package: by its type, or of software by its purpose. */
function kindOf(json: Json): ClassName {
  const [type, purpose] = [typeOf(json), child(json, 'software_primaryPurpose').value]
  const isTold = type === 'software_Package' && typeof purpose === 'string' && Object.hasOwn(byPurpose, purpose)
  return isTold ? byPurpose[purpose]! : byType[type]!
}

/** The ids of what descends from something. */
export function descendantsIn({ elements, ...bill }: Pick<Graph, 'elements'> & Bill): Set<string> {
  const found = [...elements.values()].filter((json) => child(json, 'relationshipType').value === 'descendantOf')
  return new Set(found.flatMap((json) => refsIn(bill, child(json, 'from')).map(({ id }) => id)))
}

/** Where a hub keeps a package: by its package URLs, else by where it is downloaded from and its page. */
function keptAt(graph: Graph, json: Json, kind: HubRepository['kind']): HubRepository | undefined {
  const texts = (...keys: readonly string[]): string[] => keys.flatMap((key) => textOf(graph, child(json, key)) ?? [])
  const identifiers = objectsOf(graph, child(json, 'externalIdentifier'), true)
    .filter((one) => child(one, 'externalIdentifierType').value === 'packageUrl')
    .flatMap((one) => textOf(graph, child(one, 'identifier')) ?? [])
  const [version] = texts('software_packageVersion')
  const pages = texts('software_downloadLocation', 'software_homePage')
  return hubOf(graph, json, kind, { purls: [...texts('software_packageUrl'), ...identifiers], pages, version })
}
