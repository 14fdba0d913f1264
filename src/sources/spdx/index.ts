/** SPDX 3.0 in JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/): bills of materials with the profiles for AI and datasets. */
import { mint, slug } from '../../model/iri.ts'
import { quote } from '../../quote.ts'
import { child, isObject, listOf, openBill, type Bill, type Json } from '../bills/bill.ts'
import { readJson } from '../bills/json-text.ts'
import type { Content } from '../content.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from '../source.ts'
import { importedBy, readDocument } from './document.ts'
import { addThings, descendantsIn, elementsOf, typeOf, type Graph } from './graph.ts'
import { readPackage } from './package.ts'
import { readRelationships } from './relationships.ts'

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

function read(
  { file, name, text = '', json }: Content,
  { base, source = slug(name.replace(/\.json(?:ld)?$/i, '')) }: ReadOptions,
): Reading {
  const whole = readJson(text, json)
  if (!whole || !isObject(whole.value))
    return {
      ...nothing,
      noted: [{ code: 'bad-json', message: 'the file is no JSON', place: { file, line: 1 }, hint: 'nothing of it was read' }],
    }
  const bill = openBill('spdx', file, whole, base, mint(base, 'Document', source))
  const root: Json = { value: whole.value, pointer: '', field: '' }
  if (whole.brokenLine !== undefined)
    bill.notes.problem({
      code: 'bad-json',
      message: 'from here on the file is no JSON',
      place: { file, line: whole.brokenLine },
      hint: 'what stands before was read; mend it, or fetch it anew if it was cut off',
    })
  if (isKnownContext(bill, child(root, '@context'))) readGraph(bill, root)
  const { noted, dropped } = bill.notes.take()
  return {
    ...nothing,
    named: bill.writer.sheets,
    noted,
    dropped,
    document: { id: source, name, type: 'bill-of-materials' },
  }
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
