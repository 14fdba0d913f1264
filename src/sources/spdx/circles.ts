/** Circles in the relationships of an SPDX document. */
import { circlesIn, circleText } from '../bills/circles.ts'
import { nameOf } from './files.ts'
import type { Graph } from './graph.ts'
import { meanings, type Step } from './steps.ts'

/** Tells what leads back to itself. */
export function tellCircles(graph: Graph, steps: readonly Step[]): void {
  for (const key of ['dependsOn', 'hasPart', 'derivedFrom']) {
    const edges = new Map<string, Set<string>>()
    for (const { type, from, to } of steps) {
      const meaning = meanings[type]!
      const [of, value] = meaning.back ? [to, from] : [from, to]
      if (meaning.key === key) edges.set(of, (edges.get(of) ?? new Set()).add(value))
    }
    for (const circle of circlesIn(edges)) {
      const { pointer } = graph.elements.get(circle[0]!)!
      graph.problem(
        'circle',
        pointer,
        `it leads to itself: ${circleText(circle, (id) => nameOf(graph, id))}`,
        'a thing is not made of itself; mend one of the relationships',
      )
    }
  }
}
