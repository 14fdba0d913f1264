/** Links that open a question in the query page. */
import { html, type Html } from '../html.ts'
import { urlOfPage, type Here } from '../site.ts'

/** A link that fills the query page in with a question. */
export const queryLink = (here: Here, sparql: string, text: string): Html =>
  html`<a class="ask" href="${urlOfPage(here, 'query')}#query=${encodeURIComponent(sparql)}">${text}</a>`
