/** SPDX 3.0 in JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/): bills of materials with the profiles for AI and datasets. */
import { quote } from '../quote.ts'
import { child, isObject, listOf, type Bill, type Json } from './bills/bill.ts'
import { readBill } from './bills/read.ts'
import type { Content } from './content.ts'
import type { Reading, ReadOptions, SourceFormat } from './source.ts'
import { importedBy, readDocument } from './spdx/document.ts'
import { addThings, descendantsIn, elementsOf, typeOf, type Graph } from './spdx/graph.ts'
import { readPackage } from './spdx/package.ts'
import { readRelationships } from './spdx/relationships.ts'

export const spdx: SourceFormat = {
  name: 'spdx',
  title: 'bills of materials of SPDX 3',
  extensions: ['.json', '.jsonld'],
  // The context tells, or, where that is another one, elements that are told apart as those of SPDX are. Of what is cut off, the beginning tells.
  recognises: ({ text, json }) => {
    if (json === undefined) return text !== undefined && /^\s*\{\s*"@context"\s*:\s*"https:\/\/spdx\.org\/rdf\/3/.test(text.slice(0, 1_000))
    if (!isObject(json)) return false
    const graph = json['@graph']
    const isElement = (one: unknown): boolean => isObject(one) && typeof one['spdxId'] === 'string'
    return contextsIn(json).some((one) => ofSpdx.test(one)) || (Array.isArray(graph) && graph.slice(0, 20).some(isElement))
  },
  read,
}

const ofSpdx = /^https:\/\/spdx\.org\/rdf\/3/
/** The contexts whose words are known here. */
const known = /^https:\/\/spdx\.org\/rdf\/3\.0\.\d+\/spdx-context\.jsonld$/

function contextsIn(json: Record<string, unknown>): string[] {
  const context = json['@context']
  const all: unknown[] = Array.isArray(context) ? context : [context]
  return all.filter((one) => typeof one === 'string')
}

function read(content: Content, options: ReadOptions): Reading {
  return readBill('spdx', content, options, (bill, root) => {
    if (isKnownContext(bill, child(root, '@context'))) readGraph(bill, root)
  })
}

/** Whether the words of a document are those that are known; another context may give them another meaning, and is not fetched. */
function isKnownContext(bill: Bill, context: Json): boolean {
  const all = listOf(bill, context, true)
  const foreign = all.filter(({ value }) => typeof value !== 'string' || !known.test(value))
  for (const { value, pointer } of foreign)
    bill.problem(
      'unknown-context',
      pointer,
      typeof value === 'string' ? `the context ${quote(value)} is not known, and none is fetched` : 'the document has words of its own',
      'nothing of it was read; the context of SPDX is https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    )
  if (all.length === 0) bill.problem('unknown-context', '', 'the document has no context', 'nothing of it was read')
  return foreign.length === 0 && all.length > 0
}

function readGraph(bill: Bill, root: Json): void {
  const listed = child(root, '@graph')
  const roots = listed.value === undefined ? [root] : listOf(bill, listed)
  const begun = { ...bill, elements: elementsOf(bill, roots), things: new Map() }
  const graph: Graph = { ...begun, imported: importedBy(begun), descendants: descendantsIn(begun) }
  addThings(graph)
  readDocument(graph)
  for (const thing of graph.things.values()) readPackage(graph, thing)
  readRelationships(graph)
  for (const json of graph.elements.values()) if (!isRead(typeOf(json))) graph.drop({ ...json, field: typeOf(json).slice(0, 60) })
}

/** Types of which something is made, or that are read with what refers to them. */
const isRead = (type: string): boolean =>
  type.endsWith('Relationship') ||
  /^(?:ai_AIPackage|dataset_DatasetPackage|software_(?:Package|File|Sbom)|Bom|SpdxDocument|CreationInfo|Organization|Person|SoftwareAgent|Agent|Tool|simplelicensing_\w+|expandedlicensing_\w+)$/.test(
    type,
  )
