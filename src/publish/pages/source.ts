/** The pages with all that a source says, thing by thing. */
import { choiceText } from '../../model/choices.ts'
import type { Claim } from '../../model/claim.ts'
import { groupBy } from '../../group.ts'
import { idOf } from '../../model/iri.ts'
import { labelOf, prefixes, st } from '../../model/vocabulary.ts'
import { oneLine } from '../../quote.ts'
import { valueHtml } from '../entity/facts.ts'
import { html, type Content } from '../html.ts'
import { linkTo, textOf, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import { pager, type Part } from './pager.ts'
import type { Page } from './shell.ts'

/**
 * A page of what a source says.
 *
 * @param iri the source
 * @param part which page of how many
 * @param count how many statements the source makes in all
 */
export function sourcePage(here: Here, iri: string, claims: readonly Claim[], part: Part, count: number): Page {
  const words = wordsIn(here.language)
  const name = textOf(here, iri)
  const title = `${words.says}: ${name}`
  const rows = [...groupBy(claims, ({ subject }) => subject)].map(
    ([subject, own]) =>
      html`<tr><th scope="row">${linkTo(here, subject)}</th><td><ul class="values">${own.map((claim) => html`<li>${statement(here, claim)}</li>`)}</ul></td></tr>\n`,
  )
  const { graph } = here.site
  const body = html`<h1>${title}</h1>
<p class="lead">${linkTo(here, iri)}: ${words.saysCount(count)}.</p>
${pager(here, `source/${idOf(iri, graph.base)}`, part)}
<table class="facts says"><tbody>
${rows}</tbody></table>
${pager(here, `source/${idOf(iri, graph.base)}`, part, true)}`
  return { title: part.number === 1 ? title : `${title} (${part.number})`, description: `${title}. ${words.saysCount(count)}.`, body }
}

function statement(here: Here, claim: Claim): Content {
  const words = wordsIn(here.language)
  const { property, value, status, at, note, rank } = claim
  const label = property === `${prefixes.rdf}type` ? words.type : labelOf(property, here.language)
  return [
    html`<span class="key">${label}</span> `,
    value ? valueHtml(here, value, property) : html`<em>${status && words[status]}</em>`,
    at && html` <span class="from">${oneLine(at)}</span>`,
    rank !== 'normal' && html` <span class="note">${words.ranked(choiceText(st('rank'), rank, here.language))}</span>`,
    note && html` <span class="note">${oneLine(note)}</span>`,
  ]
}
