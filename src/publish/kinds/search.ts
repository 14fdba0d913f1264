/** The files that the search looks names up in. */
import type { Graph } from '../../graph/graph.ts'
import type { Contents } from '../contents.ts'
import { isSearchFile, searchFiles } from '../search/files.ts'
import type { Kind } from './kind.ts'

/** `search/index.json` and those that it leads to, made when the first is asked for. */
export function search({ index }: Graph, contents: Contents): Kind {
  let made: ReturnType<typeof searchFiles> | undefined
  const files = (): ReturnType<typeof searchFiles> => (made ??= searchFiles(index, contents))
  return {
    file(path) {
      const body = isSearchFile(path) ? files().at(path) : undefined
      return body === undefined ? undefined : { mediaType: 'application/json', body }
    },
    sections: () => [{ name: 'search', things: 0, looks: 0, paths: () => files().paths() }],
  }
}
