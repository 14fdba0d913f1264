/** Random queries. */
import { aggregate, operand } from './expressions.ts'
import { group, values, type Subselect } from './patterns.ts'
import { list, phrase, type Phrase } from './phrase.ts'
import { boundVariable, constant, fresh, graphName, predicate, variable, word, type Scope } from './scope.ts'

/** A query without its LIMIT and OFFSET, which leave open what rows are given. */
export interface RandomQuery {
  readonly whole: Phrase
  readonly slice: string
}

export function randomQuery(scope: Scope): RandomQuery {
  const { random } = scope
  const depth = random.below(3)
  const form = random.below(100)
  const dataset = clauses(random.percent(8) ? froms(scope) : [])
  if (form < 10) return { whole: phrase('query', 'ASK $0\nWHERE $1$2', dataset, group(scope, depth, subselect), after(scope)), slice: '' }
  if (form < 20) {
    const where = group(scope, depth, subselect)
    return { whole: phrase('query', 'CONSTRUCT $0 $1\nWHERE $2$3', template(scope), dataset, where, after(scope)), slice: '' }
  }
  const slice = random.percent(12) ? random.pick(['LIMIT 1', 'LIMIT 3', 'LIMIT 2 OFFSET 1', 'OFFSET 2', 'LIMIT 0']) : ''
  // VALUES would stand after LIMIT.
  const end = slice ? clauses([]) : after(scope)
  return { whole: select(scope, depth, { outermost: true, dataset, end }), slice: slice && `\n${slice}` }
}

const clauses = (parts: readonly Phrase[]): Phrase => list('item', parts, (texts) => texts.map((text) => `\n${text}`).join(''))

const froms = (scope: Scope): Phrase[] =>
  Array.from({ length: 1 + scope.random.below(2) }, () => word(`${scope.random.pick(['FROM', 'FROM NAMED'])} <${graphName(scope).value}>`))

/** VALUES after the query. */
const after = (scope: Scope): Phrase => clauses(scope.random.percent(5) ? [values(scope)] : [])

function template(scope: Scope): Phrase {
  const { random } = scope
  const part = (): Phrase =>
    phrase(
      'element',
      '$0 $1 $2 .',
      random.percent(80) ? boundVariable(scope) : constant(scope, 'subject'),
      random.percent(25) ? boundVariable(scope) : predicate(scope),
      random.percent(80) ? boundVariable(scope) : constant(scope, 'object'),
    )
  return list('group', Array.from({ length: 1 + random.below(2) }, part), (parts) => `{ ${parts.join(' ')} }`)
}

/** What differs between the query itself and a select within it. */
interface Place {
  /** Whether its rows are the answer: of what is left open there, only the value is compared. */
  readonly outermost: boolean
  readonly dataset: Phrase
  readonly end: Phrase
}

function select(scope: Scope, depth: number, { outermost, dataset, end }: Place): Phrase {
  const { random } = scope
  const where = group(scope, depth, subselect)
  const grouped = random.percent(outermost ? 20 : 35)
  const distinct = clauses(random.percent(25) ? [word('DISTINCT')] : [])
  const [projection, grouping] = grouped ? groups(scope, outermost) : [plain(scope, outermost), order(scope)]
  return phrase('query', 'SELECT$0 $1 $2\nWHERE $3$4$5', distinct, projection, dataset, where, grouping, end)
}

const subselect: Subselect = (scope, depth) => select(scope, depth, { outermost: false, dataset: clauses([]), end: after(scope) })

const order = (scope: Scope): Phrase =>
  clauses(scope.random.percent(10) ? [phrase('item', scope.random.pick(['ORDER BY $0', 'ORDER BY DESC($0)']), variable(scope))] : [])

const projected = (parts: readonly Phrase[]): Phrase => list('item', parts, (texts) => (texts.length === 0 ? '*' : texts.join(' ')))

/** The variables that are worth showing. */
const worthShowing = ({ random, variables, used }: Scope): readonly string[] =>
  used.size > 0 && random.percent(85) ? [...used] : variables

/** Everything, some variables, or some with an expression. */
function plain(scope: Scope, outermost: boolean): Phrase {
  const { random } = scope
  if (random.percent(outermost ? 50 : 20)) return projected([])
  const names = random.some(worthShowing(scope), 1 + random.below(3)).map((name) => word(`?${name}`))
  return projected(random.percent(15) ? [...names, named(scope, operand(scope, 2))] : names)
}

function named(scope: Scope, expression: Phrase): Phrase {
  const name = fresh(scope)
  scope.variables.push(name)
  return phrase('item', `($0 AS ?${name})`, expression)
}

/** What is shown of each group, and what makes the groups. */
function groups(scope: Scope, outermost: boolean): [projection: Phrase, grouping: Phrase] {
  const { random } = scope
  const keys = random.percent(30) ? [] : random.some(worthShowing(scope), 1 + random.below(2))
  const having = random.percent(25)
    ? [phrase('item', `HAVING ($0 ${random.pick(['>', '<=', '=', '!='])} ${random.pick(['0', '1', '2', '0.5'])})`, aggregate(scope, false))]
    : []
  const computed = keys.length > 0 && random.percent(15) ? [named(scope, phrase('expression', 'STR($0)', variable(scope)))] : []
  const by = keys.length > 0 ? [list('item', [...keys.map((name) => word(`?${name}`)), ...computed], groupBy)] : []
  const counts = Array.from({ length: 1 + random.below(2) }, () => aggregate(scope, outermost))
  const shown = keys.filter(() => random.percent(85)).map((name) => word(`?${name}`))
  return [projected([...shown, ...counts.map((count) => named(scope, count))]), clauses([...by, ...having])]
}

const groupBy = (keys: readonly string[]): string => (keys.length === 0 ? '' : `GROUP BY ${keys.join(' ')}`)
