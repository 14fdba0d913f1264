/** Link headers (RFC 8288), so that machines find the other forms of what they see (https://signposting.org). */
import type { Graph } from '../../graph/graph.ts'
import { classOf } from '../../model/vocabulary.ts'
import { relativeUrl } from '../address.ts'
import { license } from '../pages/shell.ts'
import { classAt, type Form } from './forms.ts'
import { headerIri } from './header-iri.ts'

const link = (url: string, rel: string, parameters: Readonly<Record<string, string>> = {}): string =>
  [`<${headerIri(url)}>`, `rel="${rel}"`, ...Object.entries(parameters).map(([name, value]) => `${name}="${value}"`)].join('; ')

/**
 * The value of the Link header at a path. Links within the site are relative, as in its pages, so that they hold behind a proxy
 * under any address; IRIs begin with the base.
 *
 * @param name what all forms have in common
 * @param forms all forms of it
 */
export function linksAt(graph: Graph, path: string, name: string, forms: readonly Form[]): string {
  const className = classAt(graph, name)
  const own = forms.find((form) => form.path === path)
  // What has no data of its own is part of the dataset, whose description names the dumps.
  const data = forms.find((form) => !form.language)
  const description = data ?? { path: 'about.ttl', mediaType: 'text/turtle' }
  const links = forms
    .filter((form) => form !== own)
    .map((form) =>
      link(relativeUrl(path, form.path), 'alternate', { type: form.mediaType, ...(form.language && { hreflang: form.language }) }),
    )
  if (own?.language) links.push(link(graph.base + path, 'canonical'))
  if (own?.language || !data) links.push(link(relativeUrl(path, description.path), 'describedby', { type: description.mediaType }))
  if (className) {
    const iri = graph.base + name
    links.push(link(iri, 'cite-as'), link(classOf(className).iri, 'type'))
    if (own && !own.language) links.push(link(iri, 'describes'))
  }
  links.push(link(license, 'license'))
  return links.join(', ')
}

/** The value of the Link header of a dump. */
export const linksOfDump = (path: string): string =>
  [link(relativeUrl(path, 'about.ttl'), 'describedby', { type: 'text/turtle' }), link(license, 'license')].join(', ')
