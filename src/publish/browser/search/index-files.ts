/** The files of the search index, each read once; one that could not be read is tried again. */
import { indexPath, type Entry, type SearchIndex } from '../../search/format.ts'

/** What reads them. */
export interface IndexFiles {
  index(): Promise<SearchIndex>
  entries(path: string): Promise<readonly Entry[] | undefined>
}

/** The files under the root of a site. */
export function indexFiles(root: string): IndexFiles {
  const known = new Map<string, Promise<unknown>>()
  const read = (path: string): Promise<unknown> => {
    let file = known.get(path)
    if (!file) {
      known.set(path, (file = fetchJson(root + path)))
      file.catch(() => known.delete(path))
    }
    return file
  }
  return {
    index: () => read(indexPath) as Promise<SearchIndex>,
    entries: (path) => read(path) as Promise<readonly Entry[] | undefined>,
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url)
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}
