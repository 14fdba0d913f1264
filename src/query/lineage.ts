/** Lineage: what a thing was made from, and what was made from it. */
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { quote } from '../quote.ts'
import { requireThing, stepsOf, variantOf, type Direction, type Step } from './steps.ts'

export { paths, type Ways, type WaysOptions } from './paths.ts'
export { isLineage, methodsOf, stepsOf, variantOf, type Direction, type Step } from './steps.ts'

/** A thing in a family tree, with the step that led to it. */
export interface Branch {
  readonly iri: string
  /** The step from the thing above; the root has none. */
  readonly step?: Step
  /** The step holds of a family that the root belongs to, and of the root through it. */
  readonly inherited: boolean
  /** It stands with its branches elsewhere in the tree. */
  readonly repeated: boolean
  /** How many branches the depth leaves out. */
  readonly cut: number
  readonly branches: readonly Branch[]
}

/** Which steps to walk. */
export interface LineageOptions {
  /** How many steps to go; without it all. */
  readonly depth?: number
  /** Walk training data, parts of data and design succession too, not only from model to model. */
  readonly wide?: boolean
}

interface Open extends Branch {
  repeated: boolean
  cut: number
  readonly branches: Open[]
}

/**
 * The family tree of a thing in one direction. A thing that can be reached in several ways has its branches where it
 * is met first, level by level; cycles end.
 *
 * @param root IRI of the thing
 * @param direction `up` to what it was made from, `down` to what was made from it
 * @throws StemmaError `unknown-thing` when the graph has no such thing, `bad-argument` for another direction or depth
 */
export function lineage(graph: Graph, root: string, direction: Direction, { depth = Infinity, wide = false }: LineageOptions = {}): Branch {
  requireThing(graph, root)
  requireDirection(direction)
  requireDepth(depth)
  const seen = new Set<string>()
  const top: Open = { iri: root, inherited: false, repeated: false, cut: 0, branches: [] }
  let open = [top]
  for (let level = 0; open.length > 0; level++, open = open.flatMap(({ branches }) => branches))
    for (const branch of open) {
      const steps = stepsOf(graph, branch.iri, direction, wide)
      if (seen.has(branch.iri)) branch.repeated = steps.length > 0
      else if (level >= depth) branch.cut = steps.length
      else {
        seen.add(branch.iri)
        const inherited = direction === 'up' && (branch.inherited || branch.step?.property === variantOf)
        for (const step of steps)
          branch.branches.push({
            iri: direction === 'up' ? step.parent : step.child,
            step,
            inherited,
            repeated: false,
            cut: 0,
            branches: [],
          })
      }
    }
  return top
}

function requireDirection(direction: string): void {
  if (direction !== 'up' && direction !== 'down')
    throw new StemmaError({ code: 'bad-argument', message: `${quote(direction)} is no direction`, hint: 'up or down' }, 'usage')
}

function requireDepth(depth: number): void {
  if (!(depth === Infinity || (Number.isInteger(depth) && depth > 0)))
    throw new StemmaError(
      { code: 'bad-argument', message: `${depth} is no depth`, hint: 'a whole number of steps from 1; leave it out to go all the way' },
      'usage',
    )
}

/** The steps of some trees, each once. */
export function stepsIn(...trees: readonly Branch[]): Step[] {
  const steps = new Map<string, Step>()
  for (let level = trees; level.length > 0; level = level.flatMap(({ branches }) => branches))
    for (const { step } of level) if (step) steps.set(`${step.child} ${step.property} ${step.parent}`, step)
  return [...steps.values()]
}
