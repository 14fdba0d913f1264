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
  const stubs = new Set<string>()
  for (const { rule, iri, source } of all) if (rule === 'stub' && iri !== source) stubs.add(iri)
  let [known, named, found, ambiguous, apart] = [0, 0, 0, 0, 0]
  for (const { rule, iri, source, described } of all) {
    if (iri === source) continue
    if (rule === 'ambiguous') ambiguous += 1
    if (rule === 'apart') apart += 1
    if (!described) named += 1
    if (!rules.has(rule)) continue
    if (described) known += 1
    else if (!stubs.has(iri)) found += 1
  }
  return { known, named, found, stubs: stubs.size, ambiguous, apart }
}

/** The rules by which a name leads to what was known. */
export const rules: ReadonlySet<Decision['rule']> = new Set(['identifier', 'alias', 'own-name', 'name'])
