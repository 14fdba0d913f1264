/** The representations of a site: rendered when they are first asked for, and kept as long as there is room. */
import { pageAt } from '../address.ts'
import type { Resources } from '../resources.ts'
import type { Site } from '../site.ts'
import { contentSecurityPolicy } from '../pages/shell.ts'
import { openToAll } from './answer.ts'
import { byteCache } from './byte-cache.ts'
import { formsOf, nameOfForm, type Form } from './forms.ts'
import { linksAt } from './links.ts'
import { representationOf, type Representation } from './representation.ts'

/** A site and what it holds. */
export interface Opened {
  readonly site: Site
  readonly resources: Resources
}

/** A site as handlers read it. */
export interface Store {
  readonly site: Site
  /** What is at a path; undefined where there is nothing. */
  at(path: string): Representation | undefined
  /** The forms of what has a name; none where nothing has it. */
  formsOf(name: string): readonly Form[]
}

/** What pages may do and load: what their own meta element says, and that nobody puts them into a frame, which only a header can say. */
export const pagePolicy = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

/** Pages and data change when the graph does; a path with a checksum in it never leads to something else. */
export const briefly = 'public, max-age=300'
/** So much is rendered before the graph is opened anew, so that millions of things that were asked for once do not fill memory. */
const renewedAfter = 5000

const forEver = 'public, max-age=31536000, immutable'

/**
 * The representations of a site. Rendering does not wait for anything, so nothing is ever rendered twice at the same time.
 *
 * @param open opens the site; a graph keeps what it was asked, so this is done anew after many things
 * @param most how many bytes are kept at most
 */
export function storeOf(open: () => Opened, most: number): Store {
  const cache = byteCache<Representation>(most)
  let opened = open()
  let rendered = 0
  const assets = new Set([...opened.site.assets.values()].map(({ path }) => path))

  function render(path: string): Representation | undefined {
    const resource = opened.resources.at(path)
    if (!resource) return undefined
    rendered += 1
    if (rendered % renewedAfter === 0) opened = open()
    const form = nameOfForm(path)
    const language = resource.mediaType === 'text/html' ? pageAt(path)?.language : undefined
    const representation: Representation = representationOf(
      resource,
      () => ({
        ...openToAll,
        ...pagePolicy,
        ...(language && { 'Content-Language': language }),
        ...(form && !assets.has(path) && { Link: linksAt(store.site.graph, path, form.name, store.formsOf(form.name)) }),
        'Cache-Control': assets.has(path) ? forEver : briefly,
        Vary: 'Accept-Encoding',
      }),
      (bytes) => cache.grow(path, representation, bytes),
    )
    cache.set(path, representation, representation.bytes)
    return representation
  }

  const store: Store = {
    get site() {
      return opened.site
    },
    at: (path) => cache.get(path) ?? render(path),
    formsOf: (name) => formsOf(opened.site.graph, name, (path) => store.at(path) !== undefined),
  }
  return store
}
