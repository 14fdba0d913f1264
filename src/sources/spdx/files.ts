/** Files in an SPDX document: which package each belongs to, and what it says of that. */
import { child, objectsOf, textOf } from '../bills/bill.ts'
import { isWeights } from '../weights.ts'
import { typeOf, type Graph, type Thing } from './graph.ts'
import { sayHash } from './package.ts'

/** The package that an element is, or that the file belongs to; files may lie in folders. */
export function packageOf(graph: Graph, id: string, holders: ReadonlyMap<string, string>): Thing | undefined {
  const before = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !before.has(at); at = holders.get(at)) {
    const thing = graph.things.get(at)
    if (thing) return thing
    before.add(at)
  }
  return undefined
}

/** What a file is for. */
export const purposeOf = (graph: Graph, id: string): unknown => {
  const json = graph.elements.get(id)
  return json && child(json, 'software_primaryPurpose').value
}

/** The name of an element, or its id. */
export function nameOf(graph: Graph, id: string): string {
  const json = graph.elements.get(id)
  return (json && textOf(graph, child(json, 'name'))) ?? id
}

/** Checksums of weights are those of the model; other files say nothing of their package. */
export function sayFiles(graph: Graph, holders: ReadonlyMap<string, string>): void {
  for (const [id, json] of graph.elements) {
    if (typeOf(json) !== 'software_File') continue
    const [thing, hashes, name] = [packageOf(graph, id, holders), child(json, 'verifiedUsing'), nameOf(graph, id)]
    const isModel = thing?.kind === 'Model' && (purposeOf(graph, id) === 'model' || isWeights(name))
    if (isModel && hashes.value !== undefined)
      for (const hash of objectsOf(graph, hashes, true)) sayHash(graph, thing, hash, `of the file ${name}`)
    else graph.drop({ ...json, field: 'software_File' })
  }
}
