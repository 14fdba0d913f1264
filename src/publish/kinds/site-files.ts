/** The single files of a site, by path: what robots, catalogues and file hosts look for. */
import { formatOf } from '../../formats/index.ts'
import { prefixesFor } from '../../model/iri.ts'
import { classOf } from '../../model/vocabulary.ts'
import { languages, nameAt, pagePath } from '../address.ts'
import type { Contents } from '../contents.ts'
import { aboutQuads, datasetText } from '../dataset-description.ts'
import { html } from '../html.ts'
import { ontologyFiles, ontologyText } from '../ontology/files.ts'
import type { Resource } from '../resource.ts'
import type { Site } from '../site.ts'

const described = ['turtle', 'jsonld', 'ntriples', 'rdfxml'] as const
const titles = { turtle: 'Turtle', jsonld: 'JSON-LD', ntriples: 'N-Triples', rdfxml: 'RDF/XML' } as const

/** The files that describe the dataset. */
export const aboutFormats = described.map((name) => {
  const format = formatOf(name)
  return { path: `about.${format.extensions[0]!}`, format, title: titles[name] }
})

type Make = (site: Site, contents: Contents) => Resource

const plain = (make: (site: Site, contents: Contents) => string): Make => {
  return (site, contents) => ({ mediaType: 'text/plain', body: make(site, contents) })
}

/** Files that need no dump to be there. */
export const siteFiles: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...ontologyFiles.map(({ path, format }): [string, Make] => [path, () => ({ mediaType: format.mediaType, body: ontologyText(format) })]),
  [
    'graph/about.trig',
    (site) => {
      const format = formatOf('trig')
      return { mediaType: format.mediaType, body: format.write(aboutQuads(site), { prefixes: prefixesFor(site.graph.base) }) }
    },
  ],
  ['robots.txt', plain(robots)],
  // Without it, GitHub Pages leaves out what begins with a dot or an underscore.
  ['.nojekyll', plain(() => '')],
])

/** Files that tell of the dumps. */
export const dumpFiles: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...aboutFormats.map(({ path, format }): [string, Make] => [
    path,
    (site) => ({ mediaType: format.mediaType, body: datasetText(site, format) }),
  ]),
  ['.well-known/void', (site) => ({ mediaType: 'text/turtle', body: datasetText(site, formatOf('turtle')) })],
  // As `sha256sum --check` reads it.
  ['dump/SHA256SUMS', plain(({ dumps }) => dumps.map(({ path, sha256 }) => `${sha256}  ${path.replace(/^dump\//, '')}\n`).join(''))],
])

/** Pages are for everyone; who wants all of the data takes a dump (RFC 9309). */
function robots({ graph: { base } }: Site): string {
  const path = (rest: string): string => new URL(rest, base).pathname
  const data = ['*.ttl$', '*.trig$', '*.nt$', '*.rdf$', '*.jsonld$'].map((pattern) => `Disallow: ${path('')}${pattern}\n`).join('')
  return `# All of the data is in ${base}dump/ (see ${base}about.html): please take it there, not page by page.
User-agent: *
${data}Allow: ${path('about.ttl')}
Allow: ${path('')}

Sitemap: ${base}sitemap.xml
`
}

/** So many addresses a sitemap may have (https://www.sitemaps.org/protocol.html). */
const perSitemap = 50_000

/** The maps of a site, by path: one, or an index of several. */
export function sitemaps(site: Site, contents: Contents): Map<string, () => Resource> {
  const { base } = site.graph
  const names = [
    'index',
    'about',
    'ontology',
    'query',
    'families',
    ...[...contents.things.keys()].map((name) => `class/${classOf(name).segment}`),
  ]
  const all = [...contents.things].filter(([name]) => !classOf(name).key).reduce((sum, [, things]) => sum + things.length, names.length)
  const count = Math.ceil((all * languages.length) / perSitemap)
  const map = (number: number) => (): Resource => ({ mediaType: 'application/xml', body: urlSet(base, pages(number)) })
  function* pages(number: number): Generator<string> {
    const [from, to] = [(number * perSitemap) / languages.length, ((number + 1) * perSitemap) / languages.length]
    let place = 0
    for (const name of names) if (place >= from && place++ < to) yield name
    for (const [className, things] of contents.things) {
      // What belongs to a thing is told on the thing's page.
      if (classOf(className).key) continue
      for (const iri of things) {
        if (place >= from && place < to) yield nameAt(iri, base)!
        place += 1
      }
    }
  }
  if (count === 1) return new Map([['sitemap.xml', map(0)]])
  const paths = Array.from({ length: count }, (_, number) => `sitemap-${number + 1}.xml`)
  const index = (): Resource => ({
    mediaType: 'application/xml',
    body: html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => html`<sitemap><loc>${base}${path}</loc></sitemap>\n`)}</sitemapindex>
`.text,
  })
  return new Map([['sitemap.xml', index], ...paths.map((path, number) => [path, map(number)] as const)])
}

function urlSet(base: string, names: Iterable<string>): string {
  const urls = [...names].flatMap((name) => languages.map((language) => html`<url><loc>${base}${pagePath(name, language)}</loc></url>\n`))
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`.text
}
