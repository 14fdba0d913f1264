/** From a pattern to the steps that find its rows, the most selective first. */
import type { Term } from '@rdfjs/types'
import type { Adjacency } from '../../graph/index/adjacency.ts'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import { countMatching } from '../../graph/index/match.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { variablesOf, type Conjunction, type PathPattern, type Pattern } from './algebra.ts'
import { conditionOf, yes, type Compare } from './conditions.ts'
import { GraphPathStep } from './graph-path-step.ts'
import type { Numbers } from './numbers.ts'
import { PathStep, type End } from './path-step.ts'
import { CheckStep, ConditionStep, FollowStep, maskFor, OptionStep, QuadStep, ScanStep, type Part, type Step } from './steps.ts'

/** Steps, and how a row is laid out. */
export interface Plan {
  readonly steps: readonly Step[]
  /** A row with its constants filled in. */
  readonly row: Uint32Array
  /** Where each variable stands in it. */
  readonly places: ReadonlyMap<string, number>
  /** How many rows there may be: exact for one pattern without a condition. */
  readonly estimate: number
  readonly exact: boolean
}

/** A step that could come next, and how many rows it makes of one. */
interface Candidate {
  readonly cost: number
  readonly make: () => Step
}

/** The plan of a conjunction: greedily, the pattern next that makes the fewest rows of one; then what may hold beside it. */
export function planOf(conjunction: Conjunction, numbers: Numbers, compare: Compare): Plan {
  const layout = new Layout(numbers)
  const known = new Set<string>()
  const { steps, estimate } = stepsOf(conjunction, known, layout, numbers, compare)
  for (const option of conjunction.options) {
    const inner = stepsOf(option, new Set(known), layout, numbers, compare)
    const own = new Set(option.patterns.flatMap(variablesOf).filter((name) => !known.has(name)))
    if (inner.steps.length > 0)
      steps.push(
        new OptionStep(
          inner.steps,
          [...own].map((name) => layout.variables.get(name)!),
        ),
      )
  }
  const { patterns, conditions, options } = conjunction
  const exact = patterns.length === 1 && conditions.length === 0 && options.length === 0 && isCountable(patterns[0]!)
  return { steps, row: layout.row(), places: layout.variables, estimate: Math.round(estimate), exact }
}

/** The steps of patterns and conditions, and about how many rows they make of one; their variables are known then. */
function stepsOf(
  { patterns, conditions }: Conjunction,
  known: Set<string>,
  layout: Layout,
  numbers: Numbers,
  compare: Compare,
): { steps: Step[]; estimate: number } {
  for (const pattern of patterns) for (const term of termsOf(pattern)) layout.place(term)
  const open = [...patterns]
  const filters = [...conditions]
  const steps: Step[] = []
  let estimate = 1
  const addConditions = (): void => {
    for (const filter of [...filters]) {
      if (!variablesOf(filter).every((name) => known.has(name))) continue
      filters.splice(filters.indexOf(filter), 1)
      const holds = conditionOf(filter, (term) => layout.place(term), numbers, compare)
      steps.push(new ConditionStep((row) => holds(row) === yes))
      estimate = Math.max(1, estimate / 2)
    }
  }
  addConditions()
  // What a pattern costs changes only when more of its variables are known.
  const costs = new Map<string, Candidate>()
  const candidate = (pattern: Pattern | PathPattern): Candidate => {
    const key = `${patterns.indexOf(pattern)} ${variablesOf(pattern)
      .filter((name) => known.has(name))
      .join(' ')}`
    const found = costs.get(key) ?? candidateOf(pattern, known, layout, numbers)
    costs.set(key, found)
    return found
  }
  while (open.length > 0) {
    const candidates = open.map((pattern) => ({ pattern, ...candidate(pattern) }))
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a))
    open.splice(open.indexOf(best.pattern), 1)
    steps.push(best.make())
    estimate *= best.cost
    for (const name of variablesOf(best.pattern)) known.add(name)
    addConditions()
  }
  return { steps, estimate }
}

/** Where terms stand in a row: variables and constants alike. */
class Layout {
  readonly variables = new Map<string, number>()
  readonly #constants = new Map<number, number>()
  readonly #values: number[] = []
  readonly #numbers: Numbers

  constructor(numbers: Numbers) {
    this.#numbers = numbers
  }

  place(term: Term): number {
    const [table, key] =
      term.termType === 'Variable'
        ? [this.variables as Map<string | number, number>, term.value]
        : [this.#constants as Map<string | number, number>, this.#numbers.of(term)]
    let place = table.get(key)
    if (place === undefined) {
      table.set(key, (place = this.#values.length))
      this.#values.push(typeof key === 'number' ? key : 0)
    }
    return place
  }

  row(): Uint32Array {
    return Uint32Array.from(this.#values)
  }
}

const termsOf = (pattern: Pattern | PathPattern): Term[] => [
  pattern.subject,
  ...(pattern.type === 'pattern' ? [pattern.predicate] : []),
  pattern.object,
  ...(pattern.graph.termType === 'Variable' ? [pattern.graph] : []),
]

/** Whether the count of a pattern is exact: no variable twice. */
const isCountable = (pattern: Pattern | PathPattern): boolean =>
  pattern.type === 'pattern' && pattern.graph.termType !== 'Variable' && new Set(variablesOf(pattern)).size === variablesOf(pattern).length

function candidateOf(pattern: Pattern | PathPattern, known: ReadonlySet<string>, layout: Layout, numbers: Numbers): Candidate {
  const end = (term: Term): End => {
    const constant = term.termType !== 'Variable'
    return { place: layout.place(term), known: constant || known.has(term.value), constant }
  }
  if (pattern.type === 'path') return pathCandidate(pattern, end, numbers)
  const ofAny = pattern.predicate.termType === 'Variable' || pattern.graph.termType === 'Variable'
  return ofAny ? quadCandidate(pattern, end, numbers) : tripleCandidate(pattern, end, numbers)
}

const graphOf = ({ graph }: Pattern | PathPattern, numbers: Numbers): number =>
  graph.termType === 'DefaultGraph' ? defaultGraph : numbers.of(graph)

/** A property path: what is reached from an end that the question names is looked up, and kept by the step. */
function pathCandidate(pattern: PathPattern, end: (term: Term) => End, numbers: Numbers): Candidate {
  const { index } = numbers
  const [subject, object] = [end(pattern.subject), end(pattern.object)]
  if (pattern.graph.termType === 'Variable') return graphPathCandidate(pattern, end(pattern.graph), subject, object, index)
  const step = new PathStep(index, pattern.predicate, graphOf(pattern, numbers), subject, object)
  const make = (): Step => step
  if (subject.known && object.known) return { cost: 0.9, make }
  if (subject.constant) return { cost: step.count(numbers.of(pattern.subject)), make }
  if (object.constant) return { cost: step.count(numbers.of(pattern.object)), make }
  return { cost: subject.known || object.known ? step.fan : index.terms.size * step.fan, make }
}

/** The same in each named graph. */
function graphPathCandidate({ predicate }: PathPattern, graph: End, subject: End, object: End, index: QuadIndex): Candidate {
  const step = new GraphPathStep(index, predicate, graph, subject, object)
  const graphs = graph.known ? 1 : index.namedGraphs.length
  const from = subject.known || object.known ? 1 : index.terms.size
  return { cost: graphs * from * step.fan, make: () => step }
}

/** A pattern of one predicate in one graph. */
function tripleCandidate(pattern: Pattern, end: (term: Term) => End, numbers: Numbers): Candidate {
  const { index } = numbers
  const graph = graphOf(pattern, numbers)
  const relation = index.relations.get(numbers.of(pattern.predicate))
  const mask = relation ? maskFor(index, relation, graph) : 'none'
  if (!relation || mask === 'none') return { cost: 0, make: () => nothing }
  const { predicate, forward, backward } = relation
  const edges = mask === 'all' ? undefined : mask
  const [subject, object] = [end(pattern.subject), end(pattern.object)]
  if (subject.known && object.known) return { cost: 0.5, make: () => new CheckStep(forward, edges, subject.place, object.place) }
  if (subject.known)
    return {
      cost: subject.constant ? countMatching(index, { subject: numbers.of(pattern.subject), predicate, graph }) : fanOf(forward),
      make: () => new FollowStep(forward, edges, subject.place, object.place),
    }
  if (object.known)
    return {
      cost: object.constant ? countMatching(index, { object: numbers.of(pattern.object), predicate, graph }) : fanOf(backward),
      make: () => new FollowStep(backward, edges, object.place, subject.place),
    }
  return { cost: index.count(relation, graph), make: () => new ScanStep(forward, edges, subject.place, object.place) }
}

const fanOf = ({ size, keys }: Adjacency): number => size / Math.max(1, keys.size)

/** A pattern of any predicate, or in any named graph. */
function quadCandidate(pattern: Pattern, part: (term: Term) => Part, numbers: Numbers): Candidate {
  const { index } = numbers
  const named = pattern.graph.termType === 'Variable'
  const graph = named ? undefined : pattern.graph.termType === 'DefaultGraph' ? defaultGraph : numbers.of(pattern.graph)
  const terms = { subject: pattern.subject, predicate: pattern.predicate, object: pattern.object, ...(named && { graph: pattern.graph }) }
  const parts = Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, part(term)]))
  const constants = Object.fromEntries(
    Object.entries(terms).flatMap(([name, term]) => (term.termType === 'Variable' ? [] : [[name, numbers.of(term)]])),
  )
  const count = countMatching(index, { ...constants, ...(graph !== undefined && { graph }) })
  const joined = Object.entries(terms).filter(([name, term]) => term.termType === 'Variable' && parts[name]!.known).length
  return { cost: joined > 0 ? Math.min(count, 50 / joined) : count, make: () => new QuadStep(index, parts, graph) }
}

const nothing: Step = { open() {}, next: () => false }
