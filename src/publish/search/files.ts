/** The search index as files of a site. */
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { classOf } from '../../model/vocabulary.ts'
import type { Contents } from '../contents.ts'
import { indexPath, shardPath, type SearchIndex } from './format.ts'
import { shardsOf, type Shard } from './shards.ts'
import { searchableThings, searchedClasses } from './things.ts'

/** Files by path. */
export interface SearchFiles {
  paths(): Iterable<string>
  /** The text of a file; undefined where there is none. */
  at(path: string): string | undefined
}

/** Whether a path is one of the search index. */
export const isSearchFile = (path: string): boolean => /^search\/.*\.json$/.test(path)

/** The search index of a graph. */
export function searchFiles(index: QuadIndex, contents: Contents): SearchFiles {
  const things = searchableThings(index, contents)
  const shards = new Map(shardsOf(things).map((shard) => [shardPath(shard.common + shard.last.slice(0, 1)), shard]))
  return {
    *paths() {
      yield indexPath
      yield* shards.keys()
    },
    at(path) {
      if (path === indexPath) return JSON.stringify(listOf([...shards.values()]))
      const shard = shards.get(path)
      return shard && JSON.stringify(Array.from(shard.places, (place) => things.entry(place)))
    },
  }
}

const listOf = (shards: readonly Shard[]): SearchIndex => ({
  classes: searchedClasses.map((name) => ({ segment: classOf(name).segment, label: classOf(name).label })),
  whole: shards.flatMap(({ common, last }) => (last === '' ? [] : [[common, last] as const])),
  best: shards.flatMap(({ common, last }) => (last === '' ? [common] : [])),
})
