/** What is published: a graph, and what all of its pages have in common. */
import type { Graph } from '../graph/graph.ts'
import { nameOf } from '../graph/graph.ts'
import { nameAt, pagePath, relativeUrl, type Language } from './address.ts'
import { html, isLink, type Content, type Html } from './html.ts'
import { StemmaError } from '../errors.ts'
import { oneLine, quote } from '../quote.ts'
import { remember, rememberLast } from '../remember.ts'

/** A file of scripts, styles or pictures that pages load. */
export interface Asset {
  /** Its path, in which the checksum of its content stands, so that it may be kept for ever. */
  readonly path: string
  readonly mediaType: string
  readonly body: Uint8Array
}

/** A dump of the whole graph. */
export interface Dump {
  readonly path: string
  readonly mediaType: string
  /** The name of its serialisation, as people know it. */
  readonly format: string
  readonly bytes: number
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string
}

/** What pages are made from. */
export interface Site {
  readonly graph: Graph
  /** The files that pages load, by the name that they have in the project: `style.css`. */
  readonly assets: ReadonlyMap<string, Asset>
  readonly dumps: readonly Dump[]
  /** Path of the SPARQL endpoint, where the server has one. */
  readonly endpoint?: string
}

/** A page that is being made: of which site, in which language, at which path. */
export interface Here {
  readonly site: Site
  readonly language: Language
  readonly path: string
}

/** The relative URL of a path. */
export const urlTo = ({ path }: Here, to: string): string => relativeUrl(path, to)

/** The relative URL of the site's root, which others are put behind: `` or `../`. */
export const urlToRoot = (here: Here): string => urlTo(here, '').replace(/^\.\/$/, '')

/** The relative URL of the page of a name, in the language of this page. */
export const urlOfPage = (here: Here, name: string): string => urlTo(here, pagePath(name, here.language))

/** The URL of what an IRI names: of its page where it has one, itself where the web may have it; else none. */
export function urlOfIri(here: Here, iri: string): string | undefined {
  const { graph } = here.site
  const name = nameAt(iri, graph.base)
  if (name !== undefined && graph.entity(iri)) return urlOfPage(here, name)
  return isLink(iri) ? iri : undefined
}

/** A link to what an IRI names, with its name as text; only the text where no link can lead there. */
export function linkTo(here: Here, iri: string, text: Content = textOf(here, iri)): Html {
  const url = urlOfIri(here, iri)
  if (url === undefined) return html`${text}`
  return url === iri ? html`<a href="${url}" rel="external">${text}</a>` : html`<a href="${url}">${text}</a>`
}

/** The name of a thing in the language of a page, on one line. */
export const textOf = ({ site, language }: Here, iri: string): string => textsIn(site.graph)[language](iri)

const textsIn = rememberLast((graph: Graph) => {
  const inLanguage = (language: Language): ((iri: string) => string) => remember((iri) => oneLine(nameOf(graph, iri, language)))
  return { en: inLanguage('en'), zh: inLanguage('zh') }
})

/** Refuses a base that no site can lie at, since files lie under a folder of a host; throws StemmaError `bad-base`. */
export function requireSiteBase(base: string): void {
  if (!/^https?:\/\/[^?#]+\/$/.test(base))
    throw new StemmaError(
      {
        code: 'bad-base',
        message: `a site cannot lie at ${quote(base)}`,
        hint: 'its base is a web address that ends in /, such as https://example.org/lineage/',
      },
      'usage',
    )
}
