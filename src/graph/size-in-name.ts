import { st } from '../model/vocabulary.ts'
import type { BestTriples } from './best-triples.ts'
import type { Finding } from './findings.ts'
import { nameOf, type Graph } from './graph.ts'

/** `7B`, `350M`, and nothing like `8x7B`, `(6B)`, `v1.5B`, `1B words` or the two sizes of `141B-A39B`. */
const sizes = /(?<![\w.(])(\d+(?:\.\d+)?)[ -]?([BM])(?!\w|\+| (?:words|tokens))/gi
/** Of a mixture of experts some names tell how much of it is active. */
const ofExperts = /moe|\d+e(?!\w)|(?<!\w)a\d+(?:\.\d+)?b/i
/** How far from the other one of them may be: names are rounded, and some leave embeddings out. */
const tolerance = 2

const parameterCount = st('parameterCount')

/** A number of parameters that is not the size in the model's name: most often billions for millions, or another model's number. */
export function sizeInName(graph: Graph, best: BestTriples, model: string): Finding[] {
  const count = Number(best.values(model, parameterCount)[0]?.value)
  if (!(count > 0)) return []
  const name = nameOf(graph, model)
  const found = [...name.matchAll(sizes)]
  if (ofExperts.test(name) || found.length !== 1) return []
  const [written, number, unit] = found[0]!
  const named = Number(number) * (unit!.toUpperCase() === 'B' ? 1e9 : 1e6)
  if (named === 0 || (count / named < tolerance && named / count < tolerance)) return []
  const message = `has ${count.toLocaleString('en')} parameters, and ${written} in its name`
  return [{ rule: 'size-in-name', severity: 'warning', subject: model, property: parameterCount, message }]
}
