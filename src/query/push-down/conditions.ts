/** Filters on numbers: what can be told from the numbers and heads is, all else is left to the engine's own comparison. */
import type { Term } from '@rdfjs/types'
import { literal } from '../../model/claim.ts'
import { heads } from '../../model/term-key.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { bytesOf } from '../../utf8.ts'
import type { Expression } from './algebra.ts'
import type { Numbers } from './numbers.ts'

/** What a condition comes to: an error is neither true nor false (SPARQL 1.1, 17.2). */
export const [no, yes, error] = [0, 1, 2] as const
type Truth = typeof no | typeof yes | typeof error

/** The engine's comparison of two terms, for what is not told apart here. */
export type Compare = (operator: string, left: Term, right: Term) => Truth

const comparisons = ['=', '!=', '<', '<=', '>', '>=']
const junctions = ['&&', '||', '!']

/** Whether a filter is made of comparisons of variables and constants. */
export function isUnderstood(expression: Expression): boolean {
  if (expression.subType === 'term') return truthOf(expression.term) !== undefined
  if (expression.subType !== 'operator') return false
  const { operator, args } = expression
  if (junctions.includes(operator)) return args.every(isUnderstood)
  if (operator === 'bound') return args[0]?.subType === 'term'
  return (comparisons.includes(operator) || operator === 'sameterm' || operator === 'in' || operator === 'notin') && args.every(isOperand)
}

/** What true and false come to: the engine puts them where it knows already that a variable is bound. */
function truthOf(term: Term): Truth | undefined {
  if (term.termType !== 'Literal' || term.datatype.value !== `${prefixes.xsd}boolean`) return undefined
  return { true: yes, false: no }[term.value]
}

/** A variable, a constant, or the language of one. */
function isOperand(expression: Expression): boolean {
  if (expression.subType === 'term') return expression.term.termType !== 'Quad'
  return expression.subType === 'operator' && expression.operator === 'lang' && expression.args[0]?.subType === 'term'
}

/** A condition of a row. */
export type Condition = (row: Uint32Array) => Truth

/**
 * The condition of an expression.
 *
 * @param placeOf where a variable or constant stands in the row
 */
export function conditionOf(expression: Expression, placeOf: (term: Term) => number, numbers: Numbers, compare: Compare): Condition {
  const constant = expression.subType === 'term' ? truthOf(expression.term) : undefined
  if (constant !== undefined) return () => constant
  if (expression.subType !== 'operator') throw new TypeError(`a filter of ${expression.subType} is not understood`)
  const { operator, args } = expression
  if (operator === '!') {
    const inner = conditionOf(args[0]!, placeOf, numbers, compare)
    return (row) => negated(inner(row))
  }
  if (operator === '&&' || operator === '||') {
    const all = args.map((one) => conditionOf(one, placeOf, numbers, compare))
    return operator === '&&' ? (row) => and(all, row) : (row) => or(all, row)
  }
  // Every variable of a pattern has a value.
  if (operator === 'bound') return () => yes
  const [first, ...others] = args.map((one) => operandOf(one, placeOf, numbers)) as [Operand, ...Operand[]]
  const relate = operator === 'sameterm' ? sameNumber : relation(numbers, compare)
  const related =
    (other: Operand, how: string): Condition =>
    (row) => {
      const [left, right] = [first(row), other(row)]
      return left < 0 || right < 0 ? error : relate(how, left, right)
    }
  if (operator === 'in' || operator === 'notin') {
    const equals = others.map((other) => related(other, '='))
    return operator === 'in' ? (row) => or(equals, row) : (row) => negated(or(equals, row))
  }
  return related(others[0]!, operator)
}

const sameNumber = (_: string, left: number, right: number): Truth => (left === right ? yes : no)

/** The number of a value of a row; less than 0 where it is an error. */
type Operand = (row: Uint32Array) => number

function operandOf(expression: Expression, placeOf: (term: Term) => number, numbers: Numbers): Operand {
  if (expression.subType === 'term') {
    const place = placeOf(expression.term)
    return (row) => row[place]!
  }
  const place = placeOf(((expression as { args: readonly Expression[] }).args[0] as { term: Term }).term)
  const { index, foreign } = numbers
  const languageOf = (tag: string): number => numbers.of(literal(tag))
  // Of each head; what is no literal has no language, not even an empty one.
  const languages = index.terms.heads.map((head) =>
    sortOf(head) === 'node' ? -1 : languageOf(head.startsWith(heads.language) ? head.slice(1) : ''),
  )
  return (row) => {
    const number = row[place]!
    if (number < foreign) return languages[index.terms.look(number)]!
    const term = numbers.term(number)
    return term.termType === 'Literal' ? languageOf(term.language) : -1
  }
}

const negated = (truth: Truth): Truth => (truth === error ? error : truth === yes ? no : yes)

function and(conditions: readonly Condition[], row: Uint32Array): Truth {
  let result: Truth = yes
  for (const condition of conditions) {
    const truth = condition(row)
    if (truth === no) return no
    if (truth === error) result = error
  }
  return result
}

function or(conditions: readonly Condition[], row: Uint32Array): Truth {
  let result: Truth = no
  for (const condition of conditions) {
    const truth = condition(row)
    if (truth === yes) return yes
    if (truth === error) result = error
  }
  return result
}

const integerHead = `${heads.datatype}${prefixes.xsd}integer`

function relation(numbers: Numbers, compare: Compare): (operator: string, left: number, right: number) => Truth {
  const { index, foreign } = numbers
  const sorts = index.terms.heads.map(sortOf)
  const sortOfNumber = (number: number): Sort => (number < foreign ? sorts[index.terms.look(number)]! : sortOfTerm(numbers.term(number)))
  const values = new Map<number, number>()
  const valueOf = (number: number): number => {
    if (number < foreign) return wholeNumber(index.terms.localBytes(number))
    let value = values.get(number)
    if (value === undefined) values.set(number, (value = wholeNumber(bytesOf(numbers.term(number).value))))
    return value
  }
  return (operator, left, right) => {
    const [a, b] = [sortOfNumber(left), sortOfNumber(right)]
    if (a === 'node' || b === 'node') {
      if (operator === '=') return left === right ? yes : no
      if (operator === '!=') return left === right ? no : yes
    } else if (a === 'integer' && b === 'integer') {
      const [x, y] = [valueOf(left), valueOf(right)]
      if (x === x && y === y) return compared(operator, x, y)
    }
    return compare(operator, numbers.term(left), numbers.term(right))
  }
}

type Sort = 'node' | 'integer' | 'other'
const sortOf = (head: string): Sort =>
  head[0] === heads.iri || head[0] === heads.blank ? 'node' : head === integerHead ? 'integer' : 'other'
const sortOfTerm = (term: Term): Sort =>
  term.termType !== 'Literal' ? 'node' : term.datatype.value === `${prefixes.xsd}integer` ? 'integer' : 'other'

/** An integer of at most 15 digits without a sign, which a double holds exactly; NaN for any other text. */
function wholeNumber(digits: Uint8Array): number {
  if (digits.length === 0 || digits.length > 15) return NaN
  let value = 0
  for (const digit of digits) {
    if (digit < 48 || digit > 57) return NaN
    value = value * 10 + digit - 48
  }
  return value
}

function compared(operator: string, x: number, y: number): Truth {
  const tests: Readonly<Record<string, boolean>> = { '=': x === y, '!=': x !== y, '<': x < y, '<=': x <= y, '>': x > y, '>=': x >= y }
  return tests[operator] ? yes : no
}
