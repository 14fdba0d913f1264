/** The search field; it works with the script of the site, and is not shown before that runs. */
import { html, type Html } from '../html.ts'
import { urlToRoot, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'

/**
 * The form of a page.
 *
 * @param large it is the first thing of its page; the page's other form is not shown then
 */
export function searchForm(here: Here, large = false): Html {
  const words = wordsIn(here.language)
  const said = JSON.stringify(words.searchSaid)
  return html`<form class="search${large && ' large'}" role="search" aria-label="${large ? words.searchHint : words.search}" hidden data-root="${urlToRoot(here)}" data-words="${said}"><label><span class="unseen">${words.search}</span><input type="search" name="q" placeholder="${words.searchHint}" autocomplete="off" spellcheck="false"></label></form>`
}
