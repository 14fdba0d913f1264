/** The operations of SPARQL algebra that a question about patterns is made of. */
import type { Term } from '@rdfjs/types'
import type { PathPattern, Pattern } from '../push-down/algebra.ts'

/** A variable, which may be a plain object. */
export interface Variable {
  readonly termType: 'Variable'
  readonly value: string
}

/** An operation. */
export type Part =
  | Pattern
  | PathPattern
  | { readonly type: 'bgp'; readonly patterns: readonly Pattern[] }
  | { readonly type: 'join' | 'union'; readonly input: readonly Part[] }
  | { readonly type: 'leftjoin' | 'minus'; readonly input: readonly [Part, Part] }
  | { readonly type: 'values'; readonly variables: readonly Variable[]; readonly bindings: readonly Readonly<Record<string, Term>>[] }
  | { readonly type: 'service' }
  | Around

/** One that has one input, or is none of patterns: those stand here to be told from the others. */
export type Around =
  | { readonly type: 'filter' | 'orderby' | 'distinct' | 'reduced'; readonly input: Part }
  | { readonly type: 'extend'; readonly input: Part; readonly variable: Variable; readonly expression: unknown }
  | Slice
  | Projection
  | Dataset
  | { readonly type: 'group'; readonly input: Part; readonly variables: readonly Variable[] }
  | { readonly type: 'ask' | 'construct' | 'describe' }

export interface Slice {
  readonly type: 'slice'
  readonly input: Part
  readonly start: number
  readonly length?: number
}
export interface Projection {
  readonly type: 'project'
  readonly input: Part
  readonly variables: readonly Variable[]
}
export interface Dataset {
  readonly type: 'from'
  readonly input: Part
  readonly default: readonly Term[]
}
