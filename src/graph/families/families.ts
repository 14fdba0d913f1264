/**
 * The families of models, on numbers: the steps of lineage thinned out to a forest, in which each model has one parent at most
 * (parents.ts says which). A family is named by its root. Millions of models are walked without an object for each.
 */
import { compareText, namedNode } from '../../model/claim.ts'
import { heads } from '../../model/term-key.ts'
import { classOf, prefixes } from '../../model/vocabulary.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { statedFrom } from '../index/stated-from.ts'
import { absent } from '../index/terms.ts'
import { none } from './none.ts'
import { endCycles, parentsOf } from './parents.ts'
import { releasesOf } from './released.ts'

/** All models by rank: their place in the order of their numbers. */
export interface Families {
  /** The number of each model, ascending. */
  readonly models: Uint32Array
  /** The rank of its parent, or `none`. */
  readonly parent: Int32Array
  /** How many models come from it, through any number of steps. */
  readonly descendants: Uint32Array
  /** The day of its release, as `releasesOf` has it. */
  readonly released: Int32Array
  /** The children of all, those of one beside each other, ascending. */
  readonly children: Int32Array
  /** Where the children of each begin in `children`, and at last where they end. */
  readonly starts: Uint32Array
}

/** Reads the families of a graph. */
export function familiesOf(index: QuadIndex): Families {
  const models = modelsOf(index)
  const parent = parentsOf(index, models)
  const iriOf = (rank: number): string => index.terms.term(models[rank]!).value
  endCycles(parent, (one, other) => compareText(iriOf(one), iriOf(other)))
  const { children, starts } = childrenOf(parent)
  const order = parentsFirst(parent, children, starts)
  const descendants = new Uint32Array(models.length)
  for (let at = order.length - 1; at >= 0; at--) {
    const above = parent[order[at]!]!
    if (above !== none) descendants[above]! += descendants[order[at]!]! + 1
  }
  return { models, parent, descendants, released: releasesOf(index, models), children, starts }
}

/** The children of a model. */
export const childrenIn = ({ children, starts }: Families, model: number): Int32Array => children.subarray(starts[model], starts[model + 1])

/** A model and all that come from it, itself first. */
export function membersOf(families: Families, model: number): Int32Array {
  const members = new Int32Array(families.descendants[model]! + 1)
  members[0] = model
  for (let next = 0, end = 1; next < end; next++) {
    const below = childrenIn(families, members[next]!)
    members.set(below, end)
    end += below.length
  }
  return members
}

/** The numbers of all models that have an IRI, ascending. */
function modelsOf(index: QuadIndex): Uint32Array {
  const relation = index.relations.get(index.predicate(`${prefixes.rdf}type`))
  const object = index.terms.find(namedNode(classOf('Model').iri))
  if (!relation || object === absent) return new Uint32Array(0)
  const { backward, uniform } = relation
  const isIri = index.terms.heads.map((head) => head.startsWith(heads.iri))
  const found = new Uint32Array(backward.degree(object))
  let count = 0
  for (const subject of statedFrom(backward, uniform, index.mask(defaultGraph), object))
    if (isIri[index.terms.look(subject)]) found[count++] = subject
  return found.subarray(0, count)
}

function childrenOf(parent: Int32Array): Pick<Families, 'children' | 'starts'> {
  const starts = new Uint32Array(parent.length + 1)
  for (const above of parent) if (above !== none) starts[above + 1]! += 1
  for (let model = 0; model < parent.length; model++) starts[model + 1]! += starts[model]!
  const children = new Int32Array(starts[parent.length]!)
  const next = starts.slice()
  for (let model = 0; model < parent.length; model++) if (parent[model] !== none) children[next[parent[model]!]!++] = model
  return { children, starts }
}

/** All models, each behind its parent. */
function parentsFirst(parent: Int32Array, children: Int32Array, starts: Uint32Array): Int32Array {
  const order = new Int32Array(parent.length)
  let end = 0
  for (let model = 0; model < parent.length; model++) if (parent[model] === none) order[end++] = model
  for (let next = 0; next < end; next++)
    for (let at = starts[order[next]!]!; at < starts[order[next]! + 1]!; at++) order[end++] = children[at]!
  return order
}
