/** What a thing was made from and what was made from it, through any number of steps: the IRIs alone, straight from the numbers. */
import type { Graph } from '../graph/graph.ts'
import { defaultGraph } from '../graph/index/graph-sets.ts'
import type { QuadIndex } from '../graph/index/quad-index.ts'
import { absent } from '../graph/index/terms.ts'
import { namedNode } from '../model/claim.ts'
import { st } from '../model/vocabulary.ts'
import { NumberList } from './push-down/number-list.ts'
import { walkOf, type Path, type Walk } from './push-down/path-walks.ts'
import type { Direction } from './steps.ts'

const link = (name: string): Path => ({ type: 'link', iri: namedNode(st(name)) })
/** `(st:derivedFrom|st:variantOf)+` */
const way: Path = { type: 'OneOrMorePath', path: { type: 'alt', input: [link('derivedFrom'), link('variantOf')] } }

/** The ways through a graph, set up when they are first walked. */
const walks = new WeakMap<QuadIndex, Partial<Record<Direction, Walk>>>()

/**
 * Everything that a thing was made from: what `?thing (st:derivedFrom|st:variantOf)+ ?ancestor` gives (SPARQL 1.1, 9.3).
 *
 * @param iri a thing; what is none in the graph has no ancestors
 * @returns IRIs, each once, the nearest first; the thing itself among them only where its lineage leads back to it
 */
export const ancestors = (graph: Graph, iri: string): string[] => reached(graph, iri, 'up')

/** Everything that was made from a thing; as `ancestors`. */
export const descendants = (graph: Graph, iri: string): string[] => reached(graph, iri, 'down')

function reached({ index }: Graph, iri: string, direction: Direction): string[] {
  const start = index.terms.find(namedNode(iri))
  if (start === absent) return []
  const own = walks.get(index) ?? {}
  walks.set(index, own)
  const found = new NumberList()
  const walk = (own[direction] ??= walkOf(index, way, defaultGraph, direction === 'down'))
  walk.push(start, found)
  return Array.from(found.items.subarray(0, found.length), (number) => index.terms.term(number).value)
}
