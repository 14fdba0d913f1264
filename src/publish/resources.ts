/** Everything that a site holds, by path: what the static site writes, and what the server answers with. */
import { pageAt } from './address.ts'
import type { Contents } from './contents.ts'
import { classPages } from './kinds/classes.ts'
import { familyPages } from './kinds/families.ts'
import type { Kind, Section } from './kinds/kind.ts'
import { retiredFiles } from './kinds/retired.ts'
import { search } from './kinds/search.ts'
import { afterDumps, single } from './kinds/single.ts'
import { sourcePages } from './kinds/sources.ts'
import { thingFiles } from './kinds/things.ts'
import { documentOf } from './pages/shell.ts'
import type { Resource } from './resource.ts'
import type { Here, Site } from './site.ts'

/** A site whose resources can be asked for. */
export interface Resources {
  /** What is at a path; undefined where there is nothing. */
  at(path: string): Resource | undefined
  /** All paths but the last ones, in sections that can be written apart from each other. */
  sections(): Section[]
  /** The paths of what tells of the dumps, which are to be there before. */
  lastPaths(): string[]
}

/** The resources of a site. Search is made as one, which takes longest, so it is begun first. */
export function resourcesOf(site: Site, contents: Contents): Resources {
  const { graph } = site
  const kinds: readonly Kind[] = [
    single(site, contents),
    search(graph, contents),
    classPages(graph, contents),
    thingFiles(graph, contents),
    sourcePages(graph, contents),
    familyPages(graph, contents),
    retiredFiles(graph),
  ]
  return {
    sections: () => kinds.flatMap((kind) => kind.sections()),
    lastPaths: afterDumps,
    at(path) {
      const found = pageAt(path)
      if (!found) return first(kinds, (kind) => kind.file?.(path))
      const here: Here = { site, language: found.language, path }
      const page = first(kinds, (kind) => kind.page?.(here, found.name))
      return page && { mediaType: 'text/html', body: documentOf(here, page) }
    },
  }
}

function first<Item, Answer>(items: readonly Item[], answer: (item: Item) => Answer | undefined): Answer | undefined {
  for (const item of items) {
    const found = answer(item)
    if (found !== undefined) return found
  }
  return undefined
}
