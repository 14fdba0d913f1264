/** The fields of a package in an SPDX document: of software, of a model, of a dataset. */
import { isPackageOf, keyOfPage, paperAt } from '../addresses.ts'
import { child, elsewhere, isObject, objectsOf, readFields, textOf, listOf, type FieldReaders, type Json } from '../bills/bill.ts'
import { sayHub } from '../bills/hub.ts'
import { describesIt, otherPaper } from '../bills/papers.ts'
import { architectureIn, sayDay, sayDigest } from '../bills/say.ts'
import { brief } from '../brief.ts'
import { sayAllMakers } from './agents.ts'
import { readEnergy } from './energy.ts'
import type { Graph, Thing } from './graph.ts'

interface Context {
  readonly graph: Graph
  readonly thing: Thing
}

/** Reads the fields of a package. */
export function readPackage(graph: Graph, thing: Thing): void {
  readFields(graph, thing.json, readers, { graph, thing })
  sayAllMakers(graph, thing)
  const { hub, entry, json } = thing
  if (hub) sayHub(graph, entry, hub, json, child(json, 'software_packageVersion'))
}

type Read = FieldReaders<Context>[string]

/** States a text under a property. */
const text =
  (key: string): Read =>
  (json, { graph, thing }) => {
    for (const one of listOf(graph, json, true)) {
      const said = textOf(graph, one)
      if (said !== undefined) thing.entry.say(key, said, graph.beside(one))
    }
  }

/** Keeps what has no property of its own, in the words of the source. */
const finding =
  (what: string): Read =>
  (json, { graph, thing }) => {
    const all = listOf(graph, json, true).flatMap((one) => (isObject(one.value) ? pairIn(graph, one) : (textOf(graph, one) ?? [])))
    if (all.length > 0) thing.entry.say('finding', brief(`${what}: ${all.join(', ')}`), graph.beside(json))
  }

/** An entry of a dictionary. */
function pairIn(graph: Graph, json: Json): string[] {
  const [key, value] = [textOf(graph, child(json, 'key')), textOf(graph, child(json, 'value'))]
  return key === undefined ? [] : [value === undefined ? key : `${key} ${value}`]
}

/** States a page, or where code is kept. */
const page: Read = (json, { graph, thing: { entry, kind } }) => {
  const address = textOf(graph, json)
  if (address === undefined) return
  if (/^(?:https?:\/\/spdx\.org\/rdf\/.*)?(?:NOASSERTION|NONE|NoAssertionElement|NoneElement)$/.test(address)) return graph.drop(json)
  entry.say(keyOfPage(address, kind), address, graph.beside(json))
}

/** Who may have the data, where that is one of our words. */
const access: Readonly<Record<string, string>> = { directDownload: 'open', clickthrough: 'gated', registration: 'gated', query: 'api' }

const readers: FieldReaders<Context> = {
  spdxId: elsewhere,
  '@id': elsewhere,
  type: elsewhere,
  '@type': elsewhere,
  name: elsewhere,
  creationInfo: elsewhere,
  originatedBy: elsewhere,
  suppliedBy: elsewhere,
  software_primaryPurpose: elsewhere,
  software_packageVersion: (json, { graph, thing }) => {
    if (textOf(graph, json) !== thing.hub?.revision) graph.drop(json)
  },
  software_packageUrl: (json, { graph, thing }) => {
    if (!isPackageOf(String(json.value), thing.hub)) graph.drop(json)
  },
  description: text('description'),
  summary: (json, context) => {
    if (context.thing.json.value && child(context.thing.json, 'description').value === undefined) text('description')(json, context)
    else context.graph.drop(json)
  },
  releaseTime: (json, { graph, thing }) => sayDay(graph, thing.entry, 'released', json),
  software_downloadLocation: page,
  software_homePage: page,
  verifiedUsing: (json, { graph, thing }) => {
    for (const hash of objectsOf(graph, json, true)) sayHash(graph, thing, hash)
  },
  externalRef: (json, { graph, thing }) => {
    for (const reference of objectsOf(graph, json, true)) {
      const type = textOf(graph, child(reference, 'externalRefType')) ?? 'other'
      const comment = textOf(graph, child(reference, 'comment'))
      for (const locator of listOf(graph, child(reference, 'locator'), true)) {
        const address = textOf(graph, locator)
        const paper = address === undefined ? undefined : paperAt(address)
        if (paper && describesIt(type, comment))
          thing.entry.link('describedBy', paper, { ...graph.beside(locator, comment), written: address! })
        else if (paper) graph.drop({ ...reference, field: otherPaper('externalRef', type) })
        else if (['vcs', 'documentation', 'altWebPage'].includes(type)) page(locator, { graph, thing })
        else graph.drop({ ...reference, field: `externalRef (${type.slice(0, 40)})` })
      }
    }
  },
  externalIdentifier: (json, { graph, thing }) => {
    for (const one of objectsOf(graph, json, true)) {
      const type = textOf(graph, child(one, 'externalIdentifierType')) ?? 'other'
      const isOwn = type === 'packageUrl' && isPackageOf(String(child(one, 'identifier').value), thing.hub)
      if (!isOwn) graph.drop({ ...one, field: `externalIdentifier (${type.slice(0, 40)})` })
    }
  },
  ai_energyConsumption: (json, { graph, thing }) => readEnergy(graph, thing, json),
  ai_typeOfModel: (json, context) => {
    const { graph, thing } = context
    const all = listOf(graph, json, true)
    const wordOf = ({ value }: Json): string | undefined => (typeof value === 'string' ? architectureIn(value) : undefined)
    for (const one of all) {
      const word = wordOf(one)
      if (word !== undefined)
        thing.entry.say('architecture', word, { ...graph.beside(one), ...(word !== one.value && { written: String(one.value) }) })
    }
    finding('Type of model')({ ...json, value: all.filter((one) => wordOf(one) === undefined).map(({ value }) => value) }, context)
  },
  ai_hyperparameter: finding('Hyperparameters'),
  ai_informationAboutTraining: finding('Training'),
  ai_modelDataPreprocessing: finding('Preprocessing of its data'),
  // Read when it is known on what the model was tested.
  ai_metric: elsewhere,
  dataset_datasetSize: text('sizeInBytes'),
  dataset_dataPreprocessing: text('processing'),
  dataset_datasetAvailability: (json, { graph, thing }) => {
    const word = textOf(graph, json) ?? ''
    if (Object.hasOwn(access, word)) thing.entry.say('access', access[word]!, { ...graph.beside(json), written: word })
    else graph.drop(json, 'it is no word for who may have the data')
  },
}

/** States a checksum of weights. */
export const sayHash = (graph: Graph, { entry }: Thing, hash: Json, note?: string): void =>
  sayDigest(graph, entry, { ...hash, field: 'verifiedUsing' }, [child(hash, 'algorithm'), child(hash, 'hashValue')], note)
