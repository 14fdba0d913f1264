/** Records as triples, as Stemma says them, for programs that get nothing else than triples. */
import { defaultBase, hubKey, mint, nameKey, slug } from '../src/model/iri.ts'
import { prefixes, st } from '../src/model/vocabulary.ts'
import type { HubRecord } from './hub-records.ts'

/** The IRI of the model that the hub calls so. */
export const modelIri = (id: string): string => mint(defaultBase, 'Model', hubKey(id))
/** The IRI of the dataset that the hub calls so. */
export const datasetIri = (id: string): string => mint(defaultBase, 'Dataset', hubKey(id))

const subProperties: Readonly<Record<string, string>> = {
  finetune: st('fineTunedFrom'),
  adapter: st('adaptedFrom'),
  quantized: st('quantizedFrom'),
  merge: st('mergedFrom'),
}
/** The licences of our own records that SPDX has. */
const spdx: Readonly<Record<string, string>> = {
  'apache-2.0': 'Apache-2.0',
  mit: 'MIT',
  'cc-by-4.0': 'CC-BY-4.0',
  'cc-by-nc-4.0': 'CC-BY-NC-4.0',
  'bsd-3-clause': 'BSD-3-Clause',
}

/** An object: an IRI, or a literal with its language or datatype. */
export type Value =
  { readonly iri: string } | { readonly text: string; readonly language?: string } | { readonly text: string; readonly datatype: string }

type Say = (subject: string, predicate: string, object: Value) => void

/**
 * The triples of one record after the other, in the best view; what is mentioned is described the first time.
 *
 * @param say is called for each triple
 */
export function triplesOfRecords(say: Say): (record: HubRecord) => void {
  const mentioned = new Set<string>()
  const mention = (className: 'Model' | 'Dataset' | 'Organization' | 'License', called: string): { iri: string } => {
    const owned = className === 'Model' || className === 'Dataset'
    const iri = mint(defaultBase, className, owned ? hubKey(called) : className === 'License' ? slug(called) : nameKey(called))
    if (mentioned.has(iri)) return { iri }
    mentioned.add(iri)
    say(iri, `${prefixes.rdf}type`, { iri: st(className) })
    say(iri, `${prefixes.rdfs}label`, { text: owned ? called.slice(called.indexOf('/') + 1) : called, language: 'en' })
    if (owned) say(iri, st('hubId'), { text: called })
    if (className === 'License' && spdx[called]) say(iri, st('spdxId'), { text: spdx[called] })
    return { iri }
  }
  return (record) => {
    const { iri } = mention('Model', record.id)
    const state = (predicate: string, object: Value): void => say(iri, predicate, object)
    state(st('producer'), mention('Organization', record.author))
    for (const base of record.base_model ?? []) {
      const parent = mention('Model', base)
      state(st('derivedFrom'), parent)
      state(subProperties[record.base_model_relation!]!, parent)
    }
    for (const dataset of record.datasets ?? []) state(st('trainedOn'), mention('Dataset', dataset))
    if (record.license !== undefined) state(`${prefixes.dct}license`, mention('License', record.license))
    state(`${prefixes.dct}created`, { text: record.createdAt.slice(0, 10), datatype: `${prefixes.xsd}date` })
    if (record.pipeline_tag !== undefined) state(st('task'), { text: record.pipeline_tag })
    if (record.params !== undefined) state(st('parameterCount'), { text: String(record.params), datatype: `${prefixes.xsd}integer` })
    for (const language of record.language ?? []) state(st('language'), { text: language, datatype: `${prefixes.xsd}language` })
  }
}
