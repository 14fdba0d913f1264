/** What an SPDX document says of itself. */
import { basename } from 'node:path'
import { child, elsewhere, objectsOf, readFields, textOf, type FieldReaders, type Json } from '../bills/bill.ts'
import { sayDay } from '../bills/say.ts'
import { agentsIn } from './agents.ts'
import { unpackedName } from '../packing/endings.ts'
import { refsIn, typeOf, type Graph } from './graph.ts'
import { sayLicense } from './licenses.ts'

const versions = /^3\.0(?:\.\d+)?$/

/** Reads what the document says of itself; of several, what the first says. */
export function readDocument(graph: Graph): void {
  const documents = [...graph.elements].filter(([, json]) => typeOf(json) === 'SpdxDocument')
  const entry = graph.writer.thing(
    { kinds: ['Document'], name: basename(unpackedName(graph.file)), identifiers: [{ scheme: 'iri', value: graph.source }] },
    undefined,
    graph.place(documents[0]?.[1].pointer ?? ''),
  )
  for (const [, more] of documents.slice(1)) graph.drop({ ...more, field: 'SpdxDocument (more than one)' })
  const [id, json] = documents[0] ?? []
  const infos = json ? refsIn(graph, child(json, 'creationInfo')).flatMap((one) => graph.elements.get(one.id) ?? []) : []
  const info = infos[0] ?? [...graph.elements.values()].find((one) => typeOf(one) === 'CreationInfo')
  if (info) readCreation(graph, { ...info, field: 'creationInfo' }, entry)
  if (json && id !== undefined) {
    if (!id.startsWith('_:')) entry.say('sameAs', id, graph.beside({ ...json, field: 'SpdxDocument' }))
    readFields(graph, { ...json, field: 'SpdxDocument' }, readers, { graph, entry })
  }
}

type Context = { readonly graph: Graph; readonly entry: ReturnType<Graph['writer']['thing']> }

const readers: FieldReaders<Context> = {
  ...Object.fromEntries(
    ['spdxId', '@id', 'type', '@type', 'creationInfo', 'rootElement', 'element', 'profileConformance', 'import'].map((key) => [
      key,
      elsewhere,
    ]),
  ),
  name: (json, { graph, entry }) => {
    const name = textOf(graph, json)
    if (name !== undefined) entry.say('altName', name, graph.beside(json))
  },
  description: (json, { graph, entry }) => {
    const text = textOf(graph, json)
    if (text !== undefined) entry.say('description', text, graph.beside(json))
  },
  dataLicense: (json, { graph, entry }) => {
    for (const one of refsIn(graph, json)) sayLicense(graph, entry, { ...one.json, field: json.field }, one.id)
  },
}

/** When, by whom and with what it was made. */
function readCreation(graph: Graph, json: Json, entry: Context['entry']): void {
  const version = textOf(graph, child(json, 'specVersion'))
  if (version === undefined || !versions.test(version))
    graph.problem(
      'bad-version',
      child(json, 'specVersion').pointer,
      version === undefined ? 'the document does not say of which version of SPDX it is' : `SPDX ${version} is not known`,
      'it was read as 3.0',
    )
  const tools = agentsIn(graph, child(json, 'createdUsing')).map(({ name }) => name)
  const created = child(json, 'created')
  sayDay(graph, entry, 'released', created, tools.length > 0 ? `made with ${tools.join(', ')}` : undefined)
  for (const agent of agentsIn(graph, child(json, 'createdBy')))
    if (agent.type === 'Organization') entry.link('producer', { kinds: ['Organization'], name: agent.name }, graph.beside(agent.json))
    else entry.say('author', agent.name, graph.beside(agent.json))
  readFields(graph, json, creationReaders, undefined)
}

const creationReaders = Object.fromEntries(
  ['spdxId', '@id', 'type', '@type', 'specVersion', 'created', 'createdBy', 'createdUsing'].map((key) => [key, elsewhere]),
)

/** The ids of what is in other documents. */
export function importedBy(graph: Omit<Graph, 'imported' | 'descendants'>): Set<string> {
  const maps = [...graph.elements.values()].flatMap((json) => objectsOf(graph, child(json, 'import'), true))
  return new Set(maps.flatMap((map) => textOf(graph, child(map, 'externalSpdxId')) ?? []))
}
