/** The ways that lead from a thing up to one that it came from. */
import { nameOf, type Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { readingOrder } from '../model/vocabulary.ts'
import { requireThing, sourcesOf, stepsOf, type Step } from './steps.ts'

/** What leads from one thing up to another. */
export interface Ways {
  /** Each way as its steps, the latest first; the best-sourced way first, and no more of them than were asked for. */
  readonly ways: readonly (readonly Step[])[]
  /** How many ways there are in all; where steps run in a circle, at least so many. */
  readonly count: bigint
  /** Whether the count is exact: no steps run in a circle. */
  readonly exact: boolean
  /** Every step between the two, each once. */
  readonly steps: readonly Step[]
}

/** Which ways to look for. */
export interface WaysOptions {
  /** Walk training data, parts of data and design succession too, not only from model to model. */
  readonly wide?: boolean
  /** How many ways to give. */
  readonly most?: number
}

/**
 * The ways up from one thing to another. A way is as well sourced as its weakest step: those with more sources there
 * come first, then the shorter ones, then by the names on the way. However many ways there are, none is walked that is not given.
 *
 * @param from IRI of the later thing
 * @param to IRI of the earlier thing
 * @throws StemmaError `unknown-thing` when the graph lacks one of them
 */
export function paths(graph: Graph, from: string, to: string, { wide = false, most = 12 }: WaysOptions = {}): Ways {
  requireThing(graph, from)
  requireThing(graph, to)
  const between = stepsBetween(graph, from, to, wide)
  const { order, onward, exact } = withoutCircles(between, from)
  const counts = new Map([[to, 1n]])
  for (const iri of order)
    if (iri !== to)
      counts.set(
        iri,
        (onward.get(iri) ?? []).reduce((sum, { parent }) => sum + (counts.get(parent) ?? 0n), 0n),
      )
  const weights = [...new Set([...between.values()].flat().map((step) => sourcesOf(step).length))].sort((a, b) => b - a)
  const ways: Step[][] = from === to ? [[]] : []
  for (const weight of weights) if (ways.length < most) ways.push(...bestWays(graph, order, onward, to, weight, most - ways.length))
  return { ways, count: counts.get(from) ?? 0n, exact, steps: [...between.values()].flat() }
}

/** The steps that lie on a way from the one to the other, by the thing that they start from. */
function stepsBetween(graph: Graph, from: string, to: string, wide: boolean): Map<string, Step[]> {
  const up = new Map<string, Step[]>()
  const reached = new Set([from])
  for (const iri of reached) {
    if (iri === to) continue
    const steps = stepsOf(graph, iri, 'up', wide)
    up.set(iri, steps)
    for (const { parent } of steps) reached.add(parent)
  }
  const arriving = groupBy([...up.values()].flat(), ({ parent }) => parent)
  const leading = new Set(reached.has(to) ? [to] : [])
  for (const iri of leading) for (const { child } of arriving.get(iri) ?? []) leading.add(child)
  const between = [...up].flatMap(([iri, steps]) => {
    const onWay = leading.has(iri) ? steps.filter(({ parent }) => leading.has(parent) && parent !== from) : []
    return onWay.length > 0 ? [[iri, onWay] as const] : []
  })
  return new Map(between)
}

/** The things so ordered that each comes after all that its steps lead to, with the steps that lead back in a circle left out. */
function withoutCircles(
  steps: ReadonlyMap<string, readonly Step[]>,
  from: string,
): { order: string[]; onward: ReadonlyMap<string, readonly Step[]>; exact: boolean } {
  const order: string[] = []
  const done = new Set<string>()
  const walking = new Set([from])
  const back = new Set<Step>()
  const stack = [{ iri: from, rest: (steps.get(from) ?? []).values() }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { value: step } = top.rest.next()
    if (!step) {
      stack.pop()
      walking.delete(top.iri)
      done.add(top.iri)
      order.push(top.iri)
    } else if (walking.has(step.parent)) back.add(step)
    else if (!done.has(step.parent)) {
      walking.add(step.parent)
      stack.push({ iri: step.parent, rest: (steps.get(step.parent) ?? []).values() })
    }
  }
  const onward = back.size === 0 ? steps : new Map([...steps].map(([iri, own]) => [iri, own.filter((step) => !back.has(step))]))
  return { order, onward, exact: back.size === 0 }
}

/** The rest of a way: a step and what follows it. */
interface Rest {
  readonly step?: Step
  readonly rest?: Rest
  readonly length: number
  /** Whether one of its steps has no more sources than the weakest may have. */
  readonly weak: boolean
  /** Its place among the rests that start at the same thing. */
  place: number
}

/** The first ways whose weakest step has so many sources, by length and names: worked out from the end, a few rests for each thing. */
function bestWays(
  graph: Graph,
  order: readonly string[],
  onward: ReadonlyMap<string, readonly Step[]>,
  to: string,
  weight: number,
  most: number,
): Step[][] {
  const rests = new Map<string, Rest[]>([[to, [{ length: 0, weak: false, place: 0 }]]])
  for (const iri of order) {
    if (iri === to) continue
    const open = (onward.get(iri) ?? []).flatMap((step) => {
      const sources = sourcesOf(step).length
      const following = sources < weight ? [] : (rests.get(step.parent) ?? [])
      return following.map((rest): Rest => ({ step, rest, length: rest.length + 1, weak: rest.weak || sources === weight, place: 0 }))
    })
    open.sort(
      (a, b) =>
        a.length - b.length ||
        compareText(nameOf(graph, a.step!.parent), nameOf(graph, b.step!.parent)) ||
        compareText(a.step!.parent, b.step!.parent) ||
        readingOrder(a.step!.property) - readingOrder(b.step!.property) ||
        a.rest!.place - b.rest!.place,
    )
    open.forEach((rest, place) => (rest.place = place))
    rests.set(iri, [...open.filter(({ weak }) => weak).slice(0, most), ...open.filter(({ weak }) => !weak).slice(0, most)])
  }
  const first = order.at(-1)!
  return (rests.get(first) ?? []).filter(({ weak }) => weak).map(stepsOfWay)
}

function stepsOfWay(way: Rest): Step[] {
  const steps: Step[] = []
  for (let rest: Rest | undefined = way; rest?.step; rest = rest.rest) steps.push(rest.step)
  return steps
}
