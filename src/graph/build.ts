/** From files to a graph. */
import { collect } from '../claims/collect.ts'
import { inOrder, StemmaError, type Problem } from '../errors.ts'
import { checkedBase } from '../model/base.ts'
import type { Claim } from '../model/claim.ts'
import { defaultBase } from '../model/iri.ts'
import { readSources } from '../sources/index.ts'
import type { Graph } from './graph.ts'
import { graphOfClaims } from './of-claims.ts'

/** Settings of a build. */
export interface BuildOptions {
  /** Base IRI of instances; ends in `/` or `#`. */
  readonly base?: string
}

/** Of more problems nobody reads; how many there are is told all the same. */
export const mostProblems = 1_000

/**
 * Builds a graph from sources.
 *
 * @param paths files and folders, or one of them
 * @throws StemmaError with the problems of all files: the first thousand, and if there are more, `more-problems`
 * @throws StemmaError `bad-argument` when the paths are no texts, `bad-base` when the base is no IRI
 */
export function build(paths: string | readonly string[], { base = defaultBase }: BuildOptions = {}): Graph {
  const named: unknown = typeof paths === 'string' ? [paths] : paths
  if (!Array.isArray(named) || !named.every((path) => typeof path === 'string'))
    throw new StemmaError(
      { code: 'bad-argument', message: 'build takes paths of files and folders', hint: "such as build(['data'])" },
      'usage',
    )
  return graphOfClaims(claimsFrom(named, checkedBase(base)), base)
}

/**
 * The claims of sources, sorted.
 *
 * @throws StemmaError with the problems of all files
 */
export function claimsFrom(paths: readonly string[], base: string): readonly Claim[] {
  const { sheets, broken, problems, lost, outside } = readSources(paths, base)
  const collection = collect([...sheets, ...broken], base, lost)
  const all = inOrder([...problems, ...collection.problems])
  if (all.length > 0) throw new StemmaError(firstOf(all), outside && collection.problems.length === 0 ? 'outside' : 'input')
  return collection.claims
}

/** The first of some problems, and how many more there are. */
export function firstOf(problems: readonly Problem[], count = problems.length): readonly Problem[] {
  const more = count - mostProblems
  if (more <= 0) return problems
  const message = `${more.toLocaleString('en')} more problems, ${count.toLocaleString('en')} in all`
  return [...problems.slice(0, mostProblems), { code: 'more-problems', message, hint: 'mend the first ones, then run it again' }]
}
