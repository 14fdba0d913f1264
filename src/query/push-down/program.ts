/** What the graph answers itself: whether it can, and how. */
import type { Term } from '@rdfjs/types'
import { literal, namedNode } from '../../model/claim.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { conjunctionOf, variablesOf, type Aggregate, type Conjunction, type Operation } from './algebra.ts'
import { isUnderstood, type Compare } from './conditions.ts'
import type { Numbers } from './numbers.ts'
import { planOf } from './plan.ts'
import { PlannedRows, type Rows } from './rows.ts'
import { CountedRows, DistinctRows, type Counted } from './shaped-rows.ts'

/** Where a variable stands that never has a value. */
export const noColumn = -1

/** Rows, and where in them each variable stands. */
export interface Program {
  readonly rows: Rows
  readonly columns: ReadonlyMap<string, number>
  /** The variables that need not have a value. */
  readonly open: ReadonlySet<string>
  /** How many rows there may be, where they are not counted first. */
  readonly estimate: number
  readonly exact: boolean
}

const integer = namedNode(`${prefixes.xsd}integer`)

/** Whether the graph answers an operation whole; its parts may be answered where it is not. */
export function answers(operation: Operation): boolean {
  switch (operation.type) {
    case 'project':
    case 'distinct':
      return answers(operation.input)
    case 'group':
      return answersPlainly(operation.input) && isCounted(operation)
    default:
      return answersPlainly(operation)
  }
}

/** Whether an operation consists of patterns and filters that hang together: what does not is better joined by who plans. */
export function answersPlainly(operation: Operation): boolean {
  const conjunction = conjunctionOf(operation, isUnderstood)
  return conjunction !== undefined && conjunction.patterns.length > 0 && hangsTogether(conjunction)
}

function hangsTogether({ patterns }: Conjunction): boolean {
  const left = patterns.map((pattern) => new Set(variablesOf(pattern)))
  const [reached = new Set()] = left.splice(0, 1)
  for (let place = 0; place >= 0;) {
    place = left.findIndex((variables) => [...variables].some((name) => reached.has(name)))
    if (place >= 0) for (const name of left.splice(place, 1)[0]!) reached.add(name)
  }
  return left.length === 0
}

/** Whether a group is one of counts, by and of variables that its rows have. */
function isCounted({ input, variables, aggregates }: Extract<Operation, { type: 'group' }>): boolean {
  const known = new Set(conjunctionOf(input, isUnderstood)!.patterns.flatMap(variablesOf))
  const counted = aggregates.map(({ expression }) => expression).flatMap(variablesOf)
  return aggregates.every(isCount) && [...variables.map(({ value }) => value), ...counted].every((name) => known.has(name))
}

/** COUNT(*), COUNT(?x) and COUNT(DISTINCT ?x); of DISTINCT * the engine thinks for itself. */
const isCount = ({ aggregator, expression, distinct }: Aggregate): boolean =>
  aggregator === 'count' &&
  ((expression.subType === 'wildcard' && !distinct) || (expression.subType === 'term' && expression.term.termType === 'Variable'))

/** The program of an operation that `answers` accepts. */
export function programOf(operation: Operation, numbers: Numbers, compare: Compare): Program {
  switch (operation.type) {
    case 'project': {
      const inner = programOf(operation.input, numbers, compare)
      const names = operation.variables.map(({ value }) => value)
      const missing = names.filter((name) => !inner.columns.has(name))
      return {
        ...inner,
        columns: new Map(names.map((name) => [name, inner.columns.get(name) ?? noColumn])),
        open: new Set([...inner.open, ...missing]),
      }
    }
    case 'distinct': {
      const inner = programOf(operation.input, numbers, compare)
      const stored = [...inner.columns].filter(([, column]) => column !== noColumn)
      const rows = new DistinctRows(
        inner.rows,
        stored.map(([, column]) => column),
      )
      const places = new Map(stored.map(([name], place) => [name, place]))
      const columns = new Map([...inner.columns.keys()].map((name) => [name, places.get(name) ?? noColumn]))
      return { ...inner, rows, columns, exact: false }
    }
    case 'group':
      return counted(operation, programOf(operation.input, numbers, compare), numbers)
    default: {
      const conjunction = conjunctionOf(operation, isUnderstood)!
      const plan = planOf(conjunction, numbers, compare)
      return { rows: new PlannedRows(plan), columns: plan.places, open: openIn(conjunction), estimate: plan.estimate, exact: plan.exact }
    }
  }
}

/** The variables that stand in options only. */
function openIn({ patterns, options }: Conjunction): Set<string> {
  const certain = new Set(patterns.flatMap(variablesOf))
  return new Set(options.flatMap((option) => option.patterns.flatMap(variablesOf)).filter((name) => !certain.has(name)))
}

function counted({ variables, aggregates }: Extract<Operation, { type: 'group' }>, inner: Program, numbers: Numbers): Program {
  const column = ({ value }: Term): number => inner.columns.get(value)!
  const counts = aggregates.map(({ distinct, expression }): Counted => {
    const term = expression.subType === 'term' ? expression.term : undefined
    return distinct && term ? { distinct: column(term) } : {}
  })
  const rows = new CountedRows(inner.rows, variables.map(column), counts, (count) => numbers.of(literal(String(count), integer)))
  const names = [...variables, ...aggregates.map(({ variable }) => variable)].map(({ value }) => value)
  return {
    rows,
    columns: new Map(names.map((name, place) => [name, place])),
    open: new Set(),
    estimate: Math.ceil(Math.sqrt(inner.estimate)),
    exact: false,
  }
}
