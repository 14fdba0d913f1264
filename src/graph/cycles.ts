/** Ways that lead back to where they began, found in one walk over all steps. */
import type { Triple } from './statement.ts'

/** A way from a thing back to itself. */
export interface Cycle {
  /** The first step: its subject is where the way begins. */
  readonly first: Triple
  /** The things on the way, each once; of a long way some at its beginning and some at its end. */
  readonly things: readonly string[]
  /** How many things are left out in the middle. */
  readonly left: number
}

/** A thing on the way that is being walked, and the next of its steps to try. */
interface Stop {
  readonly iri: string
  readonly steps: readonly Triple[]
  next: number
}

/** How many things are told of each end of a way. */
const ends = 6

/**
 * Finds the cycles among some steps, in time that grows with their number.
 *
 * @param stepsOf the steps by the thing that they start from
 * @returns for each thing at which the walk comes back to its own way, one such way
 */
export function cyclesIn(stepsOf: ReadonlyMap<string, readonly Triple[]>): Cycle[] {
  const found = new Map<string, Cycle>()
  const done = new Set<string>()
  for (const start of stepsOf.keys()) if (!done.has(start)) walk(start, stepsOf, done, found)
  return [...found.values()]
}

function walk(start: string, stepsOf: ReadonlyMap<string, readonly Triple[]>, done: Set<string>, found: Map<string, Cycle>): void {
  const way: Stop[] = []
  const depths = new Map<string, number>()
  const enter = (iri: string): void => {
    depths.set(iri, way.length)
    way.push({ iri, steps: stepsOf.get(iri)!, next: 0 })
  }
  enter(start)
  for (let stop = way.at(-1); stop; stop = way.at(-1)) {
    const to = stop.steps[stop.next++]?.value.value
    if (to === undefined) {
      way.pop()
      depths.delete(stop.iri)
      done.add(stop.iri)
    } else if (!depths.has(to)) {
      if (stepsOf.has(to) && !done.has(to)) enter(to)
    } else if (!found.has(to)) found.set(to, cycle(way, depths.get(to)!))
  }
}

function cycle(way: readonly Stop[], from: number): Cycle {
  const left = Math.max(0, way.length - from - 2 * ends)
  const told = left > 0 ? [...way.slice(from, from + ends), ...way.slice(-ends)] : way.slice(from)
  const begin = way[from]!
  return { first: begin.steps[begin.next - 1]!, things: told.map(({ iri }) => iri), left }
}
