/** The facts of a thing, property by property: what is stated, who says so, and who says otherwise. */
import type { Statement } from '../../graph/statement.ts'
import { groupBy } from '../../group.ts'
import { choiceText } from '../../model/choices.ts'
import { termKey, type Claim, type Value } from '../../model/claim.ts'
import { commentOf, labelOf, propertyOf, st } from '../../model/vocabulary.ts'
import { oneLine } from '../../quote.ts'
import { valueBeside } from '../describe.ts'
import { html, isLink, type Content, type Html } from '../html.ts'
import { definitionLink, definitionUrl } from '../ontology/links.ts'
import { linkTo, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import { claimLine, evidence } from './evidence.ts'
import { factsOf } from './fact-groups.ts'

const statuses = new Set(['absent', 'unknown', 'withheld'])

/** So many values of one property are shown at once; the others are unfolded. */
const many = 12

/** What is to be left out of the facts: what the page says elsewhere. */
export type Omit = (property: string) => boolean

/**
 * A table of the facts of a thing.
 *
 * @param omit properties that are told elsewhere on the page
 * @returns undefined when nothing is left
 */
export function factsTable(here: Here, iri: string, omit: Omit = () => false): Html | undefined {
  const rows = factsOf(here.site.graph, iri).flatMap(({ property, stated, atOdds, unvalued }) => {
    if (omit(property)) return []
    const content = [
      values(here, property, stated),
      stated.length === 0 && unvalued.map((claim) => html`<div class="status">${statusText(here, claim)} ${evidence(here, [claim])}</div>`),
      disagreement(here, stated, atOdds, stated.length > 0 ? unvalued : []),
    ]
    return content.some((part) => part !== undefined && part !== false && !(Array.isArray(part) && part.length === 0))
      ? [html`<tr><th scope="row">${propertyLink(here, property)}</th><td>${content}</td></tr>\n`]
      : []
  })
  return rows.length > 0 ? html`<table class="facts"><tbody>\n${rows}</tbody></table>` : undefined
}

/** The label of a property, which leads to its definition. */
export function propertyLink(here: Here, property: string): Html {
  const label = labelOf(property, here.language)
  const url = definitionUrl(here, property)
  const comment = commentOf(property)
  return url === undefined ? html`${label}` : html`<a href="${url}"${comment && html` title="${comment}"`}>${label}</a>`
}

function values(here: Here, property: string, stated: readonly Statement[]): Html | undefined {
  if (stated.length === 0) return undefined
  const inOrder = propertyOf(property)?.kind === 'text' ? ownLanguageFirst(here, stated) : stated
  const lines = inOrder.map(({ value, claims }) => html`<li>${valueHtml(here, value, property)} ${evidence(here, claims)}</li>`)
  if (lines.length <= many + 2) return html`<ul class="values">${lines}</ul>`
  const rest = lines.slice(many)
  return html`<ul class="values">${lines.slice(0, many)}</ul><details class="rest"><summary>${wordsIn(here.language).more(rest.length)}</summary><ul class="values">${rest}</ul></details>`
}

function ownLanguageFirst({ language }: Here, stated: readonly Statement[]): Statement[] {
  const foreign = ({ value }: Statement): number =>
    Number(!(value.termType === 'Literal' && (!value.language || value.language === language)))
  return [...stated].sort((a, b) => foreign(a) - foreign(b))
}

/** A value as a person reads it: a link, of a term to its definition, or text in its language. */
export function valueHtml(here: Here, value: Value, property: string): Html {
  const { graph } = here.site
  if (value.termType === 'NamedNode')
    return graph.entity(value.value) ? linkTo(here, value.value) : (definitionLink(here, value.value) ?? plainLink(value.value))
  const text = valueBeside(graph, value, property, here.language)
  const language = value.language && value.language !== here.language && value.language
  if (language) return html`<span lang="${language}">${text}</span>`
  return isLink(text) ? plainLink(text) : html`${text}`
}

/** A link with its address as text, without what all addresses have. */
function plainLink(url: string): Html {
  const text = oneLine(url)
  return isLink(url) && text === url
    ? html`<a href="${url}" rel="external">${url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')}</a>`
    : html`${text}`
}

const statusText = ({ language }: Here, { status }: Claim): string =>
  statuses.has(status!) ? wordsIn(language)[status as 'absent' | 'unknown' | 'withheld'] : status!

/** What is stated beside what others say, with the reason for the choice. */
function disagreement(here: Here, stated: readonly Statement[], claims: readonly Claim[], unvalued: readonly Claim[]): Html | undefined {
  const words = wordsIn(here.language)
  const chosen = new Set(stated.flatMap(({ claims: all }) => all))
  const others = claims.filter(
    (claim) =>
      !chosen.has(claim) &&
      claim.value &&
      !stated.some(({ value }) => sameLanguage(value, claim) && termKey(value) === termKey(claim.value!)),
  )
  if (others.length === 0 && unvalued.length === 0) return undefined
  const byValue = [...groupBy(others, ({ value, rank }) => `${termKey(value!)} ${rank}`).values()]
  const rows: Content = byValue.map(
    (same) =>
      html`<tr><td>${valueHtml(here, same[0]!.value!, same[0]!.property)}</td><td>${same.map((claim) => html`<div>${claimLine(here, claim)}${reasonOf(here, claim)}</div>`)}</td></tr>`,
  )
  const silent = unvalued.map((claim) => html`<tr><td>${statusText(here, claim)}</td><td>${claimLine(here, claim)}</td></tr>`)
  const many = propertyOf(others[0]?.property ?? '')?.many === true
  const because = !many && stated[0]?.because
  const heading = html`<p><strong>${many ? words.rejected : words.disagree}</strong>${because && html` ${words.because(oneLine(because[here.language]))}`}</p>`
  return html`<div class="disagree">${heading}<table><thead><tr><th scope="col">${words.otherwise}</th><th scope="col">${words.source}</th></tr></thead><tbody>${rows}${silent}</tbody></table></div>`
}

const sameLanguage = (value: Value, claim: Claim): boolean =>
  value.termType !== 'Literal' || claim.value?.termType !== 'Literal' || value.language === claim.value.language

const reasonOf = ({ language }: Here, { rank, reason }: Claim): Content =>
  rank === 'deprecated' &&
  html` <span class="note">${wordsIn(language).ranked(choiceText(st('rank'), rank, language), reason && oneLine(reason))}</span>`
