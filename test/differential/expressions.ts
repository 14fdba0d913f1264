/** Random expressions: of every function here, each engine gives the same answer each time. */
import { list, phrase, type Phrase } from './phrase.ts'
import { boundVariable, constant, literalOrThing, word, type Scope } from './scope.ts'

/** What makes the group of an EXISTS. */
export type Nested = (scope: Scope) => Phrase

const comparisons = ['=', '!=', '<', '<=', '>', '>=']
const expression = (pattern: string, ...parts: readonly Phrase[]): Phrase => phrase('expression', pattern, ...parts)

/** An expression that is meant to be true or false; it can also be an error. */
export function condition(scope: Scope, depth: number, nested?: Nested): Phrase {
  const { random } = scope
  const inner = (): Phrase => condition(scope, Math.max(0, depth - 1), nested)
  const value = (): Phrase => operand(scope, Math.max(0, depth - 1))
  const simple: readonly (readonly [number, () => Phrase])[] = [
    [8, () => expression(`($0 ${random.pick(comparisons)} $1)`, value(), value())],
    [3, () => expression(`($0 ${random.pick(['=', '!='])} $1)`, leaf(scope), leaf(scope))],
    [3, () => expression(`($0 ${random.pick(['IN', 'NOT IN'])} $1)`, value(), choices(scope))],
    [2, () => expression('BOUND($0)', boundVariable(scope))],
    [3, () => expression(`${random.pick(['isIRI', 'isLiteral', 'isBlank', 'isNumeric'])}($0)`, value())],
    [2, () => expression('sameTerm($0, $1)', value(), value())],
    [2, () => expression(`REGEX(STR($0), "${random.pick(['a', '^c', '[0-9]+$', '^$', 'B'])}"${random.pick(['', ', "i"'])})`, value())],
    [1, () => expression(`LANGMATCHES(LANG($0), "${random.pick(['*', 'en', 'fr', 'FR'])}")`, value())],
    [1, () => expression(`${random.pick(['CONTAINS', 'STRSTARTS', 'STRENDS'])}(STR($0), "${random.pick(['a', 'c', '1', ''])}")`, value())],
    // The effective boolean value of whatever it is.
    [1, () => value()],
  ]
  const compound: readonly (readonly [number, () => Phrase])[] = [
    [4, () => expression('($0 && $1)', inner(), inner())],
    [4, () => expression('($0 || $1)', inner(), inner())],
    [4, () => expression('(!$0)', inner())],
    [1, () => expression('COALESCE($0, $1)', inner(), inner())],
    [1, () => expression('IF($0, $1, $2)', inner(), inner(), inner())],
  ]
  const exists: readonly (readonly [number, () => Phrase])[] = nested
    ? [[6, () => expression(random.pick(['EXISTS $0', 'NOT EXISTS $0']), nested(scope))]]
    : []
  return random.weighted(depth === 0 ? simple : [...simple, ...compound, ...exists])()
}

const asExpression = (part: Phrase): Phrase => ({ ...part, sort: 'expression' })
const leaf = (scope: Scope): Phrase =>
  asExpression(scope.random.percent(65) ? boundVariable(scope) : scope.random.percent(20) ? number(scope) : literalOrThing(scope))
const number = ({ random }: Scope): Phrase => word(random.pick(['0', '1', '2', '10', '0.5', '1.0', '1e0', '-1']))

const choices = (scope: Scope): Phrase =>
  list(
    'item',
    Array.from({ length: 1 + scope.random.below(3) }, () => leaf(scope)),
    (parts) => `(${parts.join(', ')})`,
  )

/** An expression of any type. */
export function operand(scope: Scope, depth: number): Phrase {
  const { random } = scope
  if (depth === 0 || random.percent(50)) return leaf(scope)
  const inner = (): Phrase => operand(scope, depth - 1)
  return random.weighted<() => Phrase>([
    [4, () => expression('STR($0)', inner())],
    [3, () => expression('LANG($0)', inner())],
    [3, () => expression('DATATYPE($0)', inner())],
    [4, () => expression(`($0 ${random.pick(['+', '-', '*', '/'])} $1)`, inner(), inner())],
    [1, () => expression('(-$0)', inner())],
    [2, () => expression('COALESCE($0, $1)', inner(), inner())],
    [2, () => expression('IF($0, $1, $2)', condition(scope, 0), inner(), inner())],
    [1, () => expression('STRLEN(STR($0))', inner())],
    [1, () => expression(`${random.pick(['UCASE', 'LCASE'])}(STR($0))`, inner())],
    [1, () => expression('ABS($0)', inner())],
    [1, () => asExpression(constant(scope, 'predicate'))],
  ])()
}

const aggregates = ['COUNT($0)', 'COUNT(DISTINCT $0)', 'SUM($0)', 'AVG($0)', 'SUM(DISTINCT $0)']

/** @param extremes whether MIN and MAX may be asked for: of terms that are equal by value, either is right */
export function aggregate(scope: Scope, extremes: boolean): Phrase {
  const { random } = scope
  const counted = random.percent(80) ? asExpression(boundVariable(scope)) : operand(scope, 1)
  return random.weighted<() => Phrase>([
    [3, () => expression('COUNT(*)')],
    // COUNT(DISTINCT *) counts different rows.
    [1, () => expression('COUNT(DISTINCT *)')],
    [7, () => expression(random.pick(aggregates), counted)],
    [extremes ? 3 : 0, () => expression(`${random.pick(['MIN', 'MAX'])}($0)`, counted)],
  ])()
}
