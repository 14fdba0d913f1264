/** Which blank nodes stand in the place where they are used, so that they need no label. */
import type { Quad, Term } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { namedNode, quad } from '../model/claim.ts'
import type { Outline } from './outline.ts'
import { nTriplesTerm } from './terms.ts'

/** Nobody reads deeper; and a chain of any length is written without a stack of that height. */
const deepest = 8

/**
 * Labels of the blank nodes that exactly one statement of the document points to, in the one graph that they stand in,
 * and that are neither part of a circle nor nested too deep.
 *
 * @param outline the whole document: a label means the same in all of its graphs
 */
export function inlineLabels(outline: Outline): Set<string> {
  const only = onlyPointers([...pointing(outline)])
  const below = groupBy(only, ([, { subject }]) => nTriplesTerm(subject))
  const inlined = new Set<string>()
  // From what is written for itself downwards, so that no circle is ever entered.
  const roots = [...below.keys()].filter((subject) => !subject.startsWith('_:') || !only.has(subject.slice(2)))
  for (let level = roots.map((subject) => ({ subject, depth: 1 })); level.length > 0;)
    level = level.flatMap(({ subject, depth }) =>
      (below.get(subject) ?? []).map(([label]) => {
        if (depth > deepest) return { subject: `_:${label}`, depth: 1 }
        inlined.add(label)
        return { subject: `_:${label}`, depth: depth + 1 }
      }),
    )
  return inlined
}

const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode'

/** The statements that have to do with blank nodes: most documents have none. */
function* pointing(outline: Outline): Generator<Quad> {
  for (const [graph, blocks] of outline)
    for (const [subject, rows] of blocks)
      for (const [predicate, objects] of rows)
        for (const object of objects)
          if (isBlank(object) || isBlank(subject) || isBlank(graph)) yield quad(subject, namedNode(predicate), object, graph)
}

/** The one statement that points to a blank node, by label, for those that have one and stand in its graph only. */
function onlyPointers(quads: readonly Quad[]): Map<string, Quad> {
  const pointers = new Map<string, Quad>()
  const barred = new Set<string>()
  for (const quad of quads) {
    if (quad.graph.termType === 'BlankNode') barred.add(quad.graph.value)
    if (quad.object.termType !== 'BlankNode') continue
    const before = pointers.get(quad.object.value)
    if (before && !before.equals(quad)) barred.add(quad.object.value)
    pointers.set(quad.object.value, quad)
  }
  for (const { subject, graph } of quads)
    if (subject.termType === 'BlankNode' && pointers.get(subject.value)?.graph.equals(graph) === false) barred.add(subject.value)
  for (const label of barred) pointers.delete(label)
  return pointers
}
