/** From files to claims: read, their names resolved, put together. */
import { inOrder, StemmaError, type Problem } from '../errors.ts'
import type { Claim } from '../model/claim.ts'
import type { DroppedFields } from '../sources/dropped.ts'
import { readSources, type SourceFile } from '../sources/index.ts'
import type { SourceOptions } from '../sources/options.ts'
import type { Elsewhere } from './elsewhere.ts'
import { collect } from './collect.ts'
import { tooLate } from './resolve/aliases.ts'
import { resolve, type Decision } from './resolve/resolve.ts'

/** What was made of sources, and what is to be told of them. */
export interface Gathered {
  /** Sorted. */
  readonly claims: readonly Claim[]
  /** What is wrong with what others wrote; it was left out, and the rest was read. */
  readonly noted: readonly Problem[]
  /** What nothing was made of. */
  readonly dropped: DroppedFields
  /** The files that documents of others are, in the order in which they were read. */
  readonly documents: readonly SourceFile[]
  /** What each name of a source was found to mean. */
  readonly decisions: readonly Decision[]
  /** IRIs that went out of use since their thing has another one. */
  readonly retired: ReadonlyMap<string, string>
}

/**
 * The claims of sources.
 *
 * @param elsewhere what is known already of things that they speak of
 * @throws StemmaError with all problems of what is curated here, in the order of their places
 */
export function gather(paths: readonly string[], options: SourceOptions, elsewhere?: Elsewhere): Gathered {
  const { base } = options
  const { sheets, broken, named, problems, lost, aliases, noted, dropped, documents, outside } = readSources(paths, options)
  const { sheets: resolved, decisions, retired, noted: twice } = resolve(named, [...sheets, ...broken], aliases, base, elsewhere)
  const collection = collect(resolved, base, lost, elsewhere)
  const all = inOrder([...problems, ...collection.problems])
  if (all.length > 0) throw new StemmaError(all, outside && collection.problems.length === 0 ? 'outside' : 'input')
  const late = elsewhere ? tooLate(aliases, elsewhere, base) : []
  return { claims: collection.claims, noted: inOrder([...noted, ...twice, ...late]), dropped, documents, decisions, retired }
}

/** What was made of no source. */
export const gatheredNothing: Gathered = { claims: [], noted: [], dropped: new Map(), documents: [], decisions: [], retired: new Map() }
