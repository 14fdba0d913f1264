/** The part of SPARQL algebra that the graph answers itself. */
import type { Term } from '@rdfjs/types'
import type { Path } from './path-walks.ts'

/** A triple pattern. */
export interface Pattern {
  readonly type: 'pattern'
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
  readonly graph: Term
}

/** A property path pattern. */
export interface PathPattern {
  readonly type: 'path'
  readonly subject: Term
  readonly predicate: Path
  readonly object: Term
  readonly graph: Term
}

/** An expression of a filter. */
export type Expression =
  | { readonly type: 'expression'; readonly subType: 'term'; readonly term: Term }
  | { readonly type: 'expression'; readonly subType: 'operator'; readonly operator: string; readonly args: readonly Expression[] }
  | { readonly type: 'expression'; readonly subType: 'existence' | 'named' | 'aggregate' | 'wildcard' }

/** A count. */
export interface Aggregate {
  readonly aggregator: string
  readonly distinct?: boolean
  readonly expression: Expression
  readonly variable: Term
}

/** An operation; those that are not told apart here are Comunica's. */
export type Operation =
  | Pattern
  | PathPattern
  | { readonly type: 'bgp'; readonly patterns: readonly Pattern[] }
  | { readonly type: 'join'; readonly input: readonly Operation[] }
  | { readonly type: 'filter'; readonly input: Operation; readonly expression: Expression }
  | { readonly type: 'project'; readonly input: Operation; readonly variables: readonly Term[] }
  | { readonly type: 'leftjoin'; readonly input: readonly [Operation, Operation]; readonly expression?: Expression }
  | { readonly type: 'distinct'; readonly input: Operation }
  | { readonly type: 'group'; readonly input: Operation; readonly variables: readonly Term[]; readonly aggregates: readonly Aggregate[] }

/** A pattern with its filters, flat: the order is the planner's. */
export interface Conjunction {
  readonly patterns: readonly (Pattern | PathPattern)[]
  readonly conditions: readonly Expression[]
  /** What may hold beside it, one after the other. */
  readonly options: readonly Conjunction[]
}

/** The names of the variables of a term, a pattern or an expression. */
export function variablesOf(part: Pattern | PathPattern | Expression): string[] {
  if (part.type !== 'expression') {
    const terms = [part.subject, ...(part.type === 'pattern' ? [part.predicate] : []), part.object, part.graph]
    return terms.flatMap((term) => (term.termType === 'Variable' ? [term.value] : []))
  }
  if (part.subType === 'term') return part.term.termType === 'Variable' ? [part.term.value] : []
  return part.subType === 'operator' ? part.args.flatMap(variablesOf) : []
}

/** Patterns and filters of an operation that consists of nothing else; nothing for any other. */
export function conjunctionOf(operation: Operation, understood: (expression: Expression) => boolean): Conjunction | undefined {
  switch (operation.type) {
    case 'pattern':
    case 'path':
      return isPlain(operation) ? { patterns: [operation], conditions: [], options: [] } : undefined
    case 'bgp':
    case 'join': {
      const parts = (operation.type === 'bgp' ? operation.patterns : operation.input).map((input) => conjunctionOf(input, understood))
      // An option that is joined with more may leave a variable open that the rest has.
      if (!parts.every((part) => part !== undefined && part.options.length === 0)) return undefined
      const all = parts as Conjunction[]
      return { patterns: all.flatMap(({ patterns }) => patterns), conditions: all.flatMap(({ conditions }) => conditions), options: [] }
    }
    case 'filter': {
      const inner = conjunctionOf(operation.input, understood)
      if (!inner || inner.options.length > 0 || !understood(operation.expression)) return undefined
      // A filter sees its own group only: a variable of another one has no value in it.
      const inScope = new Set(inner.patterns.flatMap(variablesOf))
      if (!variablesOf(operation.expression).every((name) => inScope.has(name))) return undefined
      return { ...inner, conditions: [...inner.conditions, operation.expression] }
    }
    case 'leftjoin':
      return withOption(operation, understood)
    default:
      return undefined
  }
}

/** OPTIONAL: what it has in common with the rest must have a value there, and its filter sees both. */
function withOption(
  { input: [left, right], expression }: Extract<Operation, { type: 'leftjoin' }>,
  understood: (expression: Expression) => boolean,
): Conjunction | undefined {
  const [inner, option] = [conjunctionOf(left, understood), conjunctionOf(right, understood)]
  if (!inner || !option || inner.patterns.length === 0 || option.options.length > 0) return undefined
  const certain = new Set(inner.patterns.flatMap(variablesOf))
  const open = new Set(inner.options.flatMap(({ patterns }) => patterns.flatMap(variablesOf)).filter((name) => !certain.has(name)))
  const own = option.patterns.flatMap(variablesOf)
  if (own.some((name) => open.has(name))) return undefined
  if (!expression) return { ...inner, options: [...inner.options, option] }
  const seen = new Set([...certain, ...own])
  if (!understood(expression) || !variablesOf(expression).every((name) => seen.has(name))) return undefined
  return { ...inner, options: [...inner.options, { ...option, conditions: [...option.conditions, expression] }] }
}

/** Of the terms of RDF 1.1. The engine may put any of them in the place of a graph's name; one that names no graph has no triples. */
const isPlain = ({ subject, object, graph, ...pattern }: Pattern | PathPattern): boolean =>
  [subject, object, graph, ...(pattern.type === 'pattern' ? [pattern.predicate] : [])].every(({ termType }) => termType !== 'Quad')
