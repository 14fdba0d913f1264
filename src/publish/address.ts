/**
 * Where things are on a site. All paths are relative to its root, which is the graph's base IRI; what a page links to is
 * relative to the page, so that a site works under any path of any host.
 *
 * An entity `{base}model/bloomz` has its pages at `model/bloomz.html` and `zh/model/bloomz.html`, and its data at
 * `model/bloomz.ttl` and so on (docs/publish.md). Ids neither begin with a dot nor end like a file (src/model/iri.ts).
 */
import { classInIri, pathIn } from '../model/iri.ts'
import { rememberFew } from '../remember.ts'

/** The languages of pages; the first stands at the root, each other in a folder of its name. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** The path of a page: `about` in Chinese is `zh/about.html`. */
export const pagePath = (name: string, language: Language): string => `${language === languages[0] ? '' : `${language}/`}${name}.html`

/** The name and language of the page that a path leads to, if it is a page's. */
export function pageAt(path: string): { readonly name: string; readonly language: Language } | undefined {
  if (!path.endsWith('.html')) return undefined
  const bare = path.slice(0, -'.html'.length)
  const language = languages.slice(1).find((tag) => bare.startsWith(`${tag}/`))
  return language ? { name: bare.slice(language.length + 1), language } : { name: bare, language: languages[0] }
}

/** The name of the pages and files of a thing under the base: `model/bloomz`; none for what lies elsewhere. */
export const nameAt = (iri: string, base: string): string | undefined => (classInIri(iri, base) ? pathIn(iri, base) : undefined)

/** The relative URL that leads from one path to another. */
export function relativeUrl(from: string, to: string): string {
  const { folder, up } = foldersOf(from).find(({ folder: around }) => to.startsWith(around))!
  return up + to.slice(folder.length) || './'
}

/** The folders around a path from the inside out, each with the URL that leads there; the last is the root. */
const foldersOf = rememberFew((path) => {
  const folders: { readonly folder: string; readonly up: string }[] = []
  for (let end = path.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : path.lastIndexOf('/', end - 1))
    folders.push({ folder: path.slice(0, end + 1), up: '../'.repeat(folders.length) })
  return [...folders, { folder: '', up: '../'.repeat(folders.length) }]
})
