/** Things and evidence as the JSON answers of the commands have them (docs/json.md). */
import { nameOf, type Graph } from '../graph/graph.ts'
import type { Claim } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'

/** A thing: its id, which is one of its class alone, its IRI and its name. */
export const thingJson = (graph: Graph, iri: string, language?: 'en' | 'zh'): { id: string; iri: string; name: string } => ({
  id: idOf(iri, graph.base),
  iri,
  name: nameOf(graph, iri, language),
})

/** Who says something, where, and after whom. */
export const sourceJson = ({ source, at, citing }: Claim): object => ({ source, ...(at && { at }), ...(citing && { citing }) })
