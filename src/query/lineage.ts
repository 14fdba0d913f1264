/** Lineage: what a model was made from, what was made from it, and the ways between two. */
import type { Graph } from '../graph/graph.ts'
import type { Statement } from '../graph/statement.ts'
import { isSubPropertyOf, readingOrder, st } from '../model/vocabulary.ts'

export type Direction = 'up' | 'down'

/** One step: from the later thing to the one that it came from. */
export interface Step {
  readonly child: string
  readonly parent: string
  /** The most special property that states the step. */
  readonly property: string
  readonly statement: Statement
}

/** A thing in a family tree, with the step that led to it. */
export interface Branch {
  readonly iri: string
  /** The step from the thing above; the root has none. */
  readonly step?: Step
  /** The step holds of the family that the thing above belongs to, and of the thing through it. */
  readonly inherited: boolean
  /** It stands with its branches elsewhere in the tree. */
  readonly repeated: boolean
  /** There is more behind it than the depth allows. */
  readonly cut: boolean
  readonly branches: readonly Branch[]
}

/** Which steps to walk. */
export interface LineageOptions {
  /** How many steps to go; without it all. */
  readonly depth?: number
  /** Walk training data, parts of data and design succession too, not only from model to model. */
  readonly wide?: boolean
}

const derivedFrom = st('derivedFrom')
const variantOf = st('variantOf')
const wideProperties = new Set([st('trainedOn'), st('hasPart'), st('generatedBy'), st('succeeds')])
const isStep = (property: string, wide: boolean): boolean =>
  property === variantOf || isSubPropertyOf(property, derivedFrom) || (wide && wideProperties.has(property))

/**
 * The steps that start or end at a thing, those that more claims state first. `derivedFrom` itself is left out where a
 * sub-property says the same more exactly.
 *
 * @param direction `up` to what it came from, `down` to what came from it
 */
function stepsOf(graph: Graph, iri: string, direction: Direction, wide = false): Step[] {
  const statements = direction === 'up' ? graph.statementsOf(iri) : graph.statementsTo(iri)
  const steps = statements
    .filter(({ property, entailed }) => isStep(property, wide) && !entailed)
    .map((statement): Step => ({ child: statement.subject, parent: statement.value.value, property: statement.property, statement }))
  const exact = new Set(steps.filter(({ property }) => property !== derivedFrom && isSubPropertyOf(property, derivedFrom)).map(ends))
  return steps
    .filter((step) => step.property !== derivedFrom || !exact.has(ends(step)))
    .sort((a, b) => readingOrder(a.property) - readingOrder(b.property) || b.statement.claims.length - a.statement.claims.length)
}

const ends = ({ child, parent }: Step): string => `${child} ${parent}`

/**
 * The family tree of a thing in one direction. A thing that can be reached in several ways has its branches where it
 * is met first, level by level; cycles end.
 */
export function lineage(graph: Graph, root: string, direction: Direction, { depth = Infinity, wide = false }: LineageOptions = {}): Branch {
  interface Open {
    readonly iri: string
    readonly step?: Step
    readonly inherited: boolean
    readonly level: number
    readonly children: Open[]
    repeated: boolean
    cut: boolean
  }
  const seen = new Set<string>()
  const top: Open = { iri: root, inherited: false, level: 0, children: [], repeated: false, cut: false }
  for (let queue = [top]; queue.length > 0; queue = queue.flatMap(({ children }) => children)) {
    for (const node of queue) {
      const steps = stepsOf(graph, node.iri, direction, wide)
      if (seen.has(node.iri)) node.repeated = steps.length > 0
      else if (node.level >= depth) node.cut = steps.length > 0
      else {
        seen.add(node.iri)
        const throughFamily = direction === 'up' && (node.inherited || node.step?.property === variantOf)
        for (const step of steps)
          node.children.push({
            iri: direction === 'up' ? step.parent : step.child,
            step,
            inherited: throughFamily,
            level: node.level + 1,
            children: [],
            repeated: false,
            cut: false,
          })
      }
    }
  }
  const close = ({ children, level: _, ...node }: Open): Branch => ({ ...node, branches: children.map(close) })
  return close(top)
}

/**
 * All shortest ways up from one thing to another.
 *
 * @returns each way as its steps, or none when there is no way
 */
export function paths(graph: Graph, from: string, to: string, { wide = false }: LineageOptions = {}): Step[][] {
  const arrivals = new Map<string, Step[]>([[from, []]])
  let level = [from]
  while (level.length > 0 && !arrivals.has(to)) {
    const next = new Map<string, Step[]>()
    for (const step of level.flatMap((iri) => stepsOf(graph, iri, 'up', wide)))
      if (!arrivals.has(step.parent)) next.set(step.parent, [...(next.get(step.parent) ?? []), step])
    for (const [iri, steps] of next) arrivals.set(iri, steps)
    level = [...next.keys()]
  }
  const back = (iri: string): Step[][] =>
    iri === from ? [[]] : (arrivals.get(iri) ?? []).flatMap((step) => back(step.child).map((way) => [...way, step]))
  return arrivals.has(to) ? back(to) : []
}

/** The steps of a tree, each once. */
export function stepsIn(branch: Branch): Step[] {
  const steps = [...(branch.step ? [branch.step] : []), ...branch.branches.flatMap(stepsIn)]
  return [...new Map(steps.map((step) => [`${step.child} ${step.property} ${step.parent}`, step])).values()]
}

/** How a model was trained after its pre-training, such as RLHF: the methods that its sources name, the most named first. */
export function methodsOf(graph: Graph, iri: string): string[] {
  const trainings = graph
    .statementsTo(iri)
    .filter(({ property, subject }) => property === st('ofModel') && graph.entity(subject)?.className === 'Training')
  const later = trainings.filter(({ subject }) =>
    graph.statementsOf(subject).some(({ property, value }) => property === st('phase') && value.value !== 'pre-training'),
  )
  const methods = later.flatMap(({ subject }) => graph.statementsOf(subject).filter(({ property }) => property === st('method')))
  return [...new Set(methods.sort((a, b) => b.claims.length - a.claims.length).map(({ value }) => value.value))]
}
