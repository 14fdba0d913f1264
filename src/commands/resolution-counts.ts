import type { Decision } from '../claims/resolve/resolve.ts'

/** How names were resolved, in numbers. */
export interface ResolutionCounts {
  /** Descriptions of things that were described before, by another source or further up in the same one. */
  readonly known: number
  /** References, and how many of them lead to what is known. */
  readonly named: number
  readonly found: number
  /** Things of which nothing but a name is known. */
  readonly stubs: number
  readonly ambiguous: number
  readonly apart: number
}

/** Counts decisions. A reference to a stub that another reference made is not found: nothing is known there. What a document says of itself is no name. */
export function countsOf(all: readonly Decision[]): ResolutionCounts {
  const decisions = all.filter(({ iri, source }) => iri !== source)
  const stubs = new Set(decisions.flatMap(({ rule, iri }) => (rule === 'stub' ? [iri] : [])))
  const count = (test: (decision: Decision) => boolean): number => decisions.reduce((sum, one) => sum + Number(test(one)), 0)
  return {
    known: count(({ described, rule }) => described && rules.has(rule)),
    named: count(({ described }) => !described),
    found: count(({ described, rule, iri }) => !described && rules.has(rule) && !stubs.has(iri)),
    stubs: stubs.size,
    ambiguous: count(({ rule }) => rule === 'ambiguous'),
    apart: count(({ rule }) => rule === 'apart'),
  }
}

/** The rules by which a name leads to what was known. */
export const rules: ReadonlySet<Decision['rule']> = new Set(['identifier', 'alias', 'own-name', 'name'])
