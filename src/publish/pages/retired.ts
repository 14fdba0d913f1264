/** The page at an address that went out of use: it leads to the one in its place at once, and says so to who does not follow. */
import { nameAt, pagePath } from '../address.ts'
import { html } from '../html.ts'
import { linkTo, textOf, urlOfIri, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import type { Page } from './shell.ts'

/**
 * The page that leads on.
 *
 * @param iri what stands in the place of the one that went out of use
 */
export function retiredPage(here: Here, iri: string): Page {
  const { site, language } = here
  const words = wordsIn(language)
  const name = nameAt(iri, site.graph.base)
  const url = urlOfIri(here, iri)
  const canonical = name === undefined ? iri : site.graph.base + pagePath(name, language)
  return {
    title: textOf(here, iri),
    description: words.retiredText,
    body: html`<h1>${textOf(here, iri)}</h1>
<p>${words.retiredText} ${linkTo(here, iri)}</p>`,
    head: html`<link rel="canonical" href="${canonical}">
${url !== undefined && html`<meta http-equiv="refresh" content="0; url=${url}">\n`}`,
    hidden: true,
  }
}
