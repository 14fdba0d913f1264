/**
 * The one parent of each model in its family.
 *
 * A size belongs with its series (`variantOf`) before what it was made from (`derivedFrom` and all under it); of several the one
 * that most sources state is chosen; of those the one whose IRI comes first. Where parents lead back to where they began, the
 * model on that way whose IRI comes first has none.
 */
import { compareText, namedNode } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import { allProperties, isSubPropertyOf, st } from '../../model/vocabulary.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { edgesFrom } from '../index/stated-from.ts'
import { none } from './none.ts'
import { rankIn } from './rank.ts'

const derived = allProperties.map(({ path }) => path).filter((path) => isSubPropertyOf(path, st('derivedFrom')))

/**
 * Chooses the parents.
 *
 * @param models the numbers of all models, ascending
 * @returns by the rank of the child the rank of the parent, or `none`
 */
export function parentsOf(index: QuadIndex, models: Uint32Array): Int32Array {
  const parent = new Int32Array(models.length).fill(none)
  for (const properties of [[st('variantOf')], derived]) {
    const chosen = best(index, models, properties)
    for (let child = 0; child < parent.length; child++) if (parent[child] === none) parent[child] = chosen[child]!
  }
  return parent
}

/** Of each model, the one that most sources say it came from with some properties. */
function best(index: QuadIndex, models: Uint32Array, properties: readonly string[]): Int32Array {
  const { terms } = index
  const inBest = index.mask(defaultGraph)
  const sources = sourcesIn(index)
  const chosen = new Int32Array(models.length).fill(none)
  const most = new Uint32Array(models.length)
  const comesFirst = (one: number, other: number): boolean =>
    compareText(terms.term(models[one]!).value, terms.term(models[other]!).value) < 0
  for (const { forward, uniform } of properties.flatMap((iri) => index.relations.get(index.predicate(iri)) ?? []))
    for (const subject of forward.keys.members()) {
      const child = rankIn(models, subject)
      if (child === none) continue
      for (const edge of edgesFrom(forward, uniform, inBest, subject)) {
        const other = rankIn(models, forward.targets[edge]!)
        if (other === none || other === child) continue
        const count = sources[uniform ?? forward.setOf(edge)]!
        const before = chosen[child]!
        if (before === none || count > most[child]! || (count === most[child] && other !== before && comesFirst(other, before))) {
          chosen[child] = other
          most[child] = count
        }
      }
    }
  return chosen
}

/** Of each set of graphs, how many sources are in it. */
function sourcesIn(index: QuadIndex): Uint32Array {
  const others = new Set([defaultGraph, ...Object.values(graphNames(index.parts.base)).map((name) => index.terms.find(namedNode(name)))])
  return Uint32Array.from(index.parts.sets.all, (graphs) => graphs.filter((graph) => !others.has(graph)).length)
}

/**
 * Takes the parent from one model of each way that leads back to where it began.
 *
 * @param compare the order of two models: the first on the way loses its parent
 */
export function endCycles(parent: Int32Array, compare: (one: number, other: number) => number): void {
  /** The walk on which a model was met; 0 for none yet. */
  const met = new Uint32Array(parent.length)
  for (let start = 0; start < parent.length; start++) {
    let model = start
    while (model !== none && met[model] === 0) {
      met[model] = start + 1
      model = parent[model]!
    }
    if (model === none || met[model] !== start + 1) continue
    let first = model
    for (let next = parent[model]!; next !== model; next = parent[next]!) if (compare(next, first) < 0) first = next
    parent[first] = none
  }
}
