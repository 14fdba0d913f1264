/** Random graph patterns. */
import { condition, operand, type Nested } from './expressions.ts'
import { path } from './paths.ts'
import { list, phrase, type Phrase } from './phrase.ts'
import {
  constant,
  fresh,
  graphName,
  inside,
  literalOrThing,
  patternVariable,
  predicate,
  term,
  variableFor,
  word,
  type Scope,
} from './scope.ts'

/** What makes a select within another. */
export type Subselect = (scope: Scope, depth: number) => Phrase

const block = (elements: readonly Phrase[]): Phrase => list('group', elements, (parts) => `{ ${parts.join(' ')} }`)
const element = (pattern: string, ...parts: readonly Phrase[]): Phrase => phrase('element', pattern, ...parts)

/** A group in braces. */
export function group(scope: Scope, depth: number, subselect: Subselect): Phrase {
  const { random } = scope
  // A path or a pattern alone is what a store is likeliest to answer by itself.
  const first = random.percent(90) ? basic(scope) : []
  const count = depth === 0 ? random.below(2) : random.weighted([[4, 0] as const, [5, 1] as const, [3, 2] as const, [1, 3] as const])
  const others = Array.from({ length: count }, () => other(scope, depth, subselect))
  return block([...first, ...others].flat())
}

/** One to four triple patterns. */
function basic(scope: Scope): Phrase[] {
  const { random } = scope
  const label = `_:${fresh(scope)}`
  const count = random.weighted([[5, 1] as const, [4, 2] as const, [2, 3] as const, [1, 4] as const])
  return Array.from({ length: count }, () => triple(scope, label))
}

/** @param label a blank node, which stands for something without a name; those of one group may be the same */
function triple(scope: Scope, label: string): Phrase {
  const { random, quads } = scope
  // What is made from the data has an answer, as long as nothing else prevents it.
  const model = quads.length > 0 && random.percent(80) ? random.pick(quads) : undefined
  const end = (position: 'subject' | 'object'): Phrase => {
    const is = random.below(100)
    if (is < 65) return model ? variableFor(scope, model[position]) : patternVariable(scope)
    if (is < 72) return word(random.percent(50) ? label : '[]')
    if (model && model[position].termType !== 'BlankNode') return term(model[position])
    return position === 'object' && is < 80 ? literalOrThing(scope) : constant(scope, position)
  }
  const kind = random.below(100)
  const verb = ((): Phrase => {
    if (kind < 12) return model ? variableFor(scope, model.predicate) : patternVariable(scope)
    if (kind >= 60) return path(scope, 1 + random.below(3))
    if (kind >= 56) return constant(scope, 'predicate')
    return model ? term(model.predicate) : predicate(scope)
  })()
  if (random.percent(5)) return element('$0 $1 $0 .', end('subject'), verb)
  return element('$0 $1 $2 .', end('subject'), verb, end('object'))
}

function other(scope: Scope, depth: number, subselect: Subselect): Phrase | Phrase[] {
  const { random } = scope
  const inner = (): Phrase => group(scope, depth - 1, subselect)
  const exists: Nested = (around) => group(around, 0, subselect)
  const filter = (): Phrase => element('FILTER($0)', condition(scope, 2, depth > 0 ? exists : undefined))
  const flat: readonly (readonly [number, () => Phrase | Phrase[]])[] = [
    [8, filter],
    [3, () => bind(scope)],
    [3, () => element('$0', values(scope))],
    [2, () => basic(scope)],
  ]
  if (depth === 0) return random.weighted(flat)()
  return random.weighted<() => Phrase | Phrase[]>([
    ...flat,
    [6, () => element('OPTIONAL $0', inner())],
    [5, () => element('$0 UNION $1', inner(), inner())],
    [4, () => element('MINUS $0', inner())],
    [6, () => graph(scope, (within) => group(within, depth - 1, subselect))],
    [2, () => element('$0', inner())],
    [3, () => element('{ $0 }', subselect(scope, depth - 1))],
    [2, () => element('FILTER($0)', phrase('expression', random.pick(['EXISTS $0', 'NOT EXISTS $0']), inner()))],
  ])()
}

function graph(scope: Scope, inner: (within: Scope) => Phrase): Phrase {
  if (scope.random.percent(45))
    return element('GRAPH $0 $1', scope.random.percent(75) ? word('?g') : patternVariable(scope), inner(inside(scope)))
  const name = graphName(scope)
  return element('GRAPH $0 $1', term(name), inner(inside(scope, name)))
}

function bind(scope: Scope): Phrase {
  const value = operand(scope, 2)
  const name = fresh(scope)
  scope.variables.push(name)
  scope.used.add(name)
  return element(`BIND($0 AS ?${name})`, value)
}

/** A table of values, with gaps. */
export function values(scope: Scope): Phrase {
  const { random } = scope
  const names = random.some(scope.variables, 1 + random.below(2))
  const cell = (): Phrase => (random.percent(15) ? word('UNDEF') : random.percent(30) ? literalOrThing(scope) : constant(scope, 'object'))
  const row = (): Phrase => phrase('row', names.map((_, index) => `$${index}`).join(' '), ...names.map(cell))
  const rows = Array.from({ length: 1 + random.below(3) }, row)
  const heading = names.map((name) => `?${name}`).join(' ')
  return list('item', rows, (parts) => `VALUES (${heading}) { ${parts.map((part) => `(${part})`).join(' ')} }`)
}
