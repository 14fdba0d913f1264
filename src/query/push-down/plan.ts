/** From a pattern to the steps that find its rows, the most selective first. */
import type { Term } from '@rdfjs/types'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import { countMatching } from '../../graph/index/match.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { variablesOf, type Conjunction, type PathPattern, type Pattern } from './algebra.ts'
import { conditionOf, yes, type Compare } from './conditions.ts'
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
  const { index } = numbers
  const part = (term: Term): Part => ({ place: layout.place(term), known: term.termType !== 'Variable' || known.has(term.value) })
  const [subject, object] = [part(pattern.subject), part(pattern.object)]
  if (pattern.type === 'pattern' && (pattern.predicate.termType === 'Variable' || pattern.graph.termType === 'Variable'))
    return quadCandidate(pattern, part, numbers)
  const graph = pattern.graph.termType === 'DefaultGraph' ? defaultGraph : numbers.of(pattern.graph)
  if (pattern.type === 'path') {
    const end = (term: Term): End => ({ ...part(term), constant: term.termType !== 'Variable' })
    const step = new PathStep(index, pattern.predicate, graph, end(pattern.subject), end(pattern.object))
    const constant = [pattern.subject, pattern.object].find(({ termType }) => termType !== 'Variable')
    const cost =
      subject.known && object.known
        ? 0.9
        : subject.known || object.known
          ? constant && !(subject.known && object.known)
            ? step.count(numbers.of(constant))
            : step.fan
          : index.terms.size * step.fan
    return { cost, make: () => step }
  }
  const relation = index.relations.get(numbers.of(pattern.predicate))
  const mask = relation ? maskFor(index, relation, graph) : 'none'
  if (!relation || mask === 'none') return { cost: 0, make: () => nothing }
  const { forward, backward } = relation
  const edges = mask === 'all' ? undefined : mask
  const degree = (term: Term, direction: 'subject' | 'object'): number =>
    countMatching(index, { [direction]: numbers.of(term), predicate: relation.predicate, graph })
  if (subject.known && object.known) return { cost: 0.5, make: () => new CheckStep(forward, edges, subject.place, object.place) }
  if (subject.known)
    return {
      cost: pattern.subject.termType === 'Variable' ? forward.size / Math.max(1, forward.keys.size) : degree(pattern.subject, 'subject'),
      make: () => new FollowStep(forward, edges, subject.place, object.place),
    }
  if (object.known)
    return {
      cost: pattern.object.termType === 'Variable' ? backward.size / Math.max(1, backward.keys.size) : degree(pattern.object, 'object'),
      make: () => new FollowStep(backward, edges, object.place, subject.place),
    }
  return { cost: index.count(relation, graph), make: () => new ScanStep(forward, edges, subject.place, object.place) }
}

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
