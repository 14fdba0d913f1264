/** From files to a graph. */
import type { Elsewhere } from '../claims/elsewhere.ts'
import { gather, type Gathered } from '../claims/gather.ts'
import { StemmaError, type Problem } from '../errors.ts'
import { checkedBase } from '../model/base.ts'
import { defaultBase, idHint, isId } from '../model/iri.ts'
import { quote } from '../quote.ts'
import type { SourceOptions } from '../sources/options.ts'
import type { Graph } from './graph.ts'
import { graphOfClaims } from './of-claims.ts'

/** Settings of a build. */
export interface BuildOptions extends Partial<SourceOptions> {
  /** Base IRI of instances; ends in `/` or `#`. */
  readonly base?: string
}

/** A graph, and what is to be told of its sources. */
export interface Built {
  readonly graph: Graph
  readonly gathered: Gathered
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
export const build = (paths: string | readonly string[], options: BuildOptions = {}): Graph => buildAndTell(paths, options).graph

/** Builds a graph as `build` does, and tells of what its sources say that was not used, and how names were resolved. */
export function buildAndTell(paths: string | readonly string[], { base = defaultBase, ...options }: BuildOptions = {}): Built {
  const named: unknown = typeof paths === 'string' ? [paths] : paths
  if (!Array.isArray(named) || !named.every((path) => typeof path === 'string'))
    throw new StemmaError(
      { code: 'bad-argument', message: 'build takes paths of files and folders', hint: "such as build(['data'])" },
      'usage',
    )
  const gathered = gatherFrom(named, { ...options, base: checkedBase(base) })
  return { graph: graphOfClaims(gathered.claims, base, gathered.retired), gathered }
}

/**
 * The claims of sources.
 *
 * @param elsewhere what is known already of things that they speak of
 * @throws StemmaError with the problems of all files that are curated: the first thousand; `bad-id` where `source` is none
 */
export function gatherFrom(paths: readonly string[], options: SourceOptions, elsewhere?: Elsewhere): Gathered {
  const { source } = options
  if (source !== undefined && !isId(source))
    throw new StemmaError({ code: 'bad-id', message: `${quote(source)} is not an id`, hint: idHint(source) }, 'usage')
  try {
    return gather(paths, options, elsewhere)
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    throw new StemmaError(firstOf(error.problems), error.failure)
  }
}

/** The first of some problems, and how many more there are. */
export function firstOf(problems: readonly Problem[], count = problems.length): readonly Problem[] {
  const more = count - mostProblems
  if (more <= 0) return problems
  const message = `${more.toLocaleString('en')} more problems, ${count.toLocaleString('en')} in all`
  return [...problems.slice(0, mostProblems), { code: 'more-problems', message, hint: 'mend the first ones, then run it again' }]
}
