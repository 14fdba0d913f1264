/** The list of all families of more than one model, the largest first. */
import type { Families } from '../../graph/families/families.ts'
import { membersOf } from '../../graph/families/families.ts'
import { html } from '../html.ts'
import { familyNames } from '../overview/family-names.ts'
import { urlOfPage, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import { pager, type Part } from './pager.ts'
import type { Page } from './shell.ts'

/**
 * A page of the list.
 *
 * @param roots the ranks of those of this page
 * @param count how many families there are
 */
export function familiesPage(here: Here, families: Families, roots: readonly number[], part: Part, count: number): Page {
  const words = wordsIn(here.language)
  const names = familyNames(here, families)
  const rows = roots.map(
    (root) =>
      html`<tr><th scope="row"><a href="${names.familyUrl(root) ?? names.url(root)}">${names.name(root)}</a></th><td class="number">${(families.descendants[root]! + 1).toLocaleString('en')}</td><td>${names.span(membersOf(families, root))}</td></tr>\n`,
  )
  return {
    title: part.number === 1 ? words.families : `${words.families} (${part.number})`,
    description: `${words.families}: ${count}`,
    body: html`<nav class="crumbs" aria-label="${words.families}"><a href="${urlOfPage(here, 'index')}">${words.home}</a></nav>
<h1>${words.families} <small>${count.toLocaleString('en')}</small></h1>
${pager(here, 'families', part)}
<table class="things"><thead><tr><th scope="col">${words.familyOf('…')}</th><th scope="col">${words.models}</th><th scope="col">${words.released}</th></tr></thead><tbody>
${rows}</tbody></table>
${pager(here, 'families', part, true)}`,
  }
}
