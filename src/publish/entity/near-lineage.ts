/** The part of a thing's lineage that its page draws: all of what it came from as far as that fits, and the first of what came from it. */
import type { Graph } from '../../graph/graph.ts'
import { incomingOf } from '../../graph/incoming.ts'
import { isLineage, stepsOf, type Step } from '../../query/lineage.ts'
import { st } from '../../model/vocabulary.ts'

/** So many steps are drawn upward, and so many downward. */
const most = { up: 22, down: 9 } as const

/** The steps to draw. */
export interface NearLineage {
  readonly steps: readonly Step[]
  /** How many steps there are, as far as was looked: up to all ancestors, down one step. */
  readonly all: number
}

/**
 * The steps about a thing, nearest first. Training data is shown where it was used, and its own parts only on a dataset's page.
 *
 * @param iri a model or dataset
 */
export function nearLineage(graph: Graph, iri: string): NearLineage {
  const up = ancestry(graph, iri)
  const down = children(graph, iri)
  return { steps: [...up.slice(0, most.up), ...down.steps], all: up.length + down.all }
}

function ancestry(graph: Graph, root: string): Step[] {
  const found = new Map<string, Step>()
  const seen = new Set([root])
  for (let level = [root]; level.length > 0 && found.size < 4 * most.up;) {
    const steps = level.flatMap((iri) => (iri === root || graph.entity(iri)?.className === 'Model' ? stepsOf(graph, iri, 'up', true) : []))
    for (const step of steps) found.set(`${step.child} ${step.property} ${step.parent}`, step)
    level = [...new Set(steps.map(({ parent }) => parent))].filter((iri) => !seen.has(iri))
    for (const iri of level) seen.add(iri)
  }
  return [...found.values()]
}

/** Steps to a thing; of a base with thousands of children the first ones alone are looked at. */
function children(graph: Graph, iri: string): NearLineage {
  const incoming = incomingOf(graph.index, iri, most.down).filter(({ property }) => isLineage(property) && property !== st('succeeds'))
  const all = incoming.reduce((sum, { count }) => sum + count, 0)
  if (all <= 60) {
    const steps = stepsOf(graph, iri, 'down', true).filter(({ property }) => property !== st('succeeds'))
    return { steps: steps.slice(0, most.down), all: steps.length }
  }
  const first = [...new Set(incoming.flatMap(({ first: things }) => things))].slice(0, most.down)
  return {
    steps: first.flatMap((child) => stepsOf(graph, child, 'up', true).filter(({ parent }) => parent === iri)).slice(0, most.down),
    all,
  }
}
