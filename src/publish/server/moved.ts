/** Addresses that are nearly right: with a slash at their end, in capital letters, or in the folder of a language without an ending. */
import { languages, pageAt, pagePath, relativeUrl } from '../address.ts'
import { openToAll, reading, type Answer, type Handler } from './answer.ts'
import { briefly, type Store } from './store.ts'

/** Answers with 308 (RFC 9110, 15.4.9) where there is something at the right address. */
export const moved = (store: Store): Handler => ({
  route: 'moved',
  methods: reading,
  at(path) {
    const right = rightPath(path)
    if (right === path || !(store.formsOf(right).length > 0 || store.at(right))) return undefined
    return () => movedTo(path, right)
  },
})

/** The answer that leads from one path of the site to another for good. */
export const movedTo = (path: string, right: string): Answer => ({
  status: 308,
  headers: { ...openToAll, Location: relativeUrl(path, right), 'Cache-Control': briefly, 'Content-Length': 0 },
})

function rightPath(path: string): string {
  const bare = path.toLowerCase().replace(/(?<=[^/])\/$/, '')
  const language = languages.slice(1).find((tag) => bare === tag || bare.startsWith(`${tag}/`))
  if (!language || pageAt(bare)) return bare
  // The folder of a language is its home page, as file hosts have it.
  return pagePath(bare.slice(language.length + 1) || 'index', language)
}
