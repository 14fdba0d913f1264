/** The first page: what this graph is, and ways into it. */
import type { Contents } from '../contents.ts'
import { classOf } from '../../model/vocabulary.ts'
import { html } from '../html.ts'
import { urlOfPage, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import type { Page } from './shell.ts'

/** The first page of a site. */
export function homePage(here: Here, { things }: Contents): Page {
  const words = wordsIn(here.language)
  const classes = [...things].map(
    ([name, all]) =>
      html`<li><a href="${urlOfPage(here, `class/${classOf(name).segment}`)}">${capital(pluralOf(name, here.language))}</a> <span class="number">${all.length.toLocaleString('en')}</span></li>\n`,
  )
  return {
    title: words.site,
    description: words.tagline,
    body: html`<h1>${words.site}</h1>
<p class="lead">${words.tagline}</p>
<section aria-labelledby="classes"><h2 id="classes">${words.classes}</h2>
<ul class="classes">
${classes}</ul></section>`,
  }
}
