/** From files to a graph. */
import { collect } from '../claims/collect.ts'
import { inOrder, StemmaError } from '../errors.ts'
import { defaultBase, isIri } from '../model/iri.ts'
import { readSources } from '../sources/index.ts'
import { claimStore } from './claim-store.ts'
import { createGraph, type Graph } from './graph.ts'

/** Settings of a build. */
export interface BuildOptions {
  /** Base IRI of instances; ends in `/` or `#`. */
  readonly base?: string
}

/**
 * Builds a graph from sources.
 *
 * @param paths files and folders
 * @throws StemmaError with every problem of every file
 */
export function build(paths: readonly string[], { base = defaultBase }: BuildOptions = {}): Graph {
  if (!isIri(base) || !/[/#]$/.test(base))
    throw new StemmaError(
      { code: 'bad-base', message: `"${base}" cannot be a base`, hint: 'write an absolute IRI that ends in / or #' },
      'usage',
    )
  const { sheets, broken, problems, partial } = readSources(paths, base)
  const collection = collect([...sheets, ...broken], base)
  // A reference into a file that could not be read is no mistake of its own.
  const all = [...problems, ...collection.problems.filter(({ code }) => !partial || (code !== 'unknown-reference' && code !== 'no-name'))]
  if (all.length > 0) throw new StemmaError(inOrder(all))
  return createGraph(claimStore(collection.claims), base)
}
