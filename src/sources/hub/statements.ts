/** From a record of a hub to statements. */
import { namedNode } from '../../model/claim.ts'
import { mint } from '../../model/iri.ts'
import { classOf } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import type { BatchWriter, Constant } from '../batch-writer.ts'
import type { HubRecord, Trouble } from './record.ts'
import { hubThings } from './things.ts'
import { termsOf } from './values.ts'

type Content = string | number | readonly string[] | null | undefined

/** The keys of the properties, and the fields of a record that they are made of: its own, or else of the card in it. */
const mapping: readonly (readonly [key: string, field: string, read: (record: HubRecord) => Content])[] = [
  ['producer', 'author', ({ author, id, modelId }) => author ?? ownerIn((id ?? modelId)!)],
  ['license', 'license', ({ license, cardData }) => license ?? cardData?.license],
  ['created', 'createdAt', ({ createdAt }) => createdAt],
  ['trainedOn', 'datasets', ({ datasets, cardData }) => datasets ?? cardData?.datasets],
  ['task', 'pipeline_tag', (record) => record.pipeline_tag ?? record.cardData?.pipeline_tag],
  ['parameterCount', 'params', ({ params, safetensors }) => params ?? safetensors?.total],
  ['language', 'language', ({ language, cardData }) => language ?? cardData?.language],
]

/** The words for what a model is to its bases. */
const relations: Record<string, string> = {
  finetune: 'fineTunedFrom',
  adapter: 'adaptedFrom',
  merge: 'mergedFrom',
  quantized: 'quantizedFrom',
}
const relationUntold = 'derivedFrom'

function ownerIn(hubId: string): string | undefined {
  const slash = hubId.indexOf('/')
  return slash < 0 ? undefined : hubId.slice(0, slash)
}

/** Takes note of what nothing was made of. */
export interface Notes {
  problem(trouble: Trouble): void
  dropped(field: string, value: string): void
}

/** Packs what the records of one source after the other say. */
export interface HubStatements {
  /** Begins a batch; the document of this id says all that follows. */
  begin(source: string): void
  /** Packs what one record says. */
  state(record: HubRecord, notes: Notes): void
}

/**
 * The mapping of records to statements.
 *
 * @param base base IRI of instances
 * @param writer packs the statements
 */
export function hubStatements(base: string, writer: BatchWriter): HubStatements {
  const things = hubThings(base, writer)
  const documents = writer.headOf(namedNode(mint(base, 'Document', 'id')))
  const properties = classOf('Model').properties
  const predicateOf = (key: string): Constant => writer.constant(namedNode(properties.get(key)!.path))
  const fields = mapping.map(([key, field, read]) => ({
    field,
    read,
    predicate: predicateOf(key),
    object: termsOf(properties.get(key)!, base, writer, things),
  }))
  const lineage = new Map(Object.entries(relations).map(([word, key]) => [word, predicateOf(key)]))
  const anyLineage = predicateOf(relationUntold)
  let source = 0

  function stateValue(model: number, { field, predicate, object }: (typeof fields)[number], value: string | number, notes: Notes): void {
    const number = object(value)
    if (number !== undefined) writer.add(model, writer.numberOf(predicate), number, source)
    else notes.dropped(field, String(value))
  }

  function stateLineage(model: number, record: HubRecord, notes: Notes): void {
    const card = record.cardData
    const bases = record.base_model ?? card?.base_model
    const word = record.base_model_relation ?? card?.base_model_relation
    if (bases == null || bases.length === 0) {
      if (word != null) notes.dropped('base_model_relation', word)
      return
    }
    const known = word == null ? anyLineage : lineage.get(word)
    if (known === undefined) notes.dropped('base_model_relation', word!)
    const predicate = writer.numberOf(known ?? anyLineage)
    for (const called of typeof bases === 'string' ? [bases] : bases) {
      const parent = things.mention('Model', called)
      if (parent !== model) writer.add(model, predicate, parent, source)
      else notes.problem(ownBase(called))
    }
  }

  return {
    begin(id) {
      source = writer.term(documents, id)
      things.begin(source)
    },
    state(record, notes) {
      const model = things.mention('Model', (record.id ?? record.modelId)!)
      for (const field of fields) {
        const content = field.read(record)
        if (content == null) continue
        if (typeof content !== 'object') stateValue(model, field, content, notes)
        else for (const value of content) stateValue(model, field, value, notes)
      }
      stateLineage(model, record, notes)
    },
  }
}

const ownBase = (hubId: string): Trouble => ({
  code: 'self-reference',
  message: `base_model: ${quote(hubId)} is the model itself`,
  key: 'base_model',
  hint: 'name the model that it was made from, or leave the key out',
})
