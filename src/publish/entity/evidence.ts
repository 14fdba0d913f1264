/** The sources of a statement, each with its place, one click away. */
import { groupBy } from '../../group.ts'
import type { Claim } from '../../model/claim.ts'
import { idOf } from '../../model/iri.ts'
import { oneLine } from '../../quote.ts'
import { valueText } from '../describe.ts'
import { html, type Html } from '../html.ts'
import { linkTo, textOf, urlOfIri, urlOfPage, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'

/** The name of the pages with all that a source says: `source/bloom-paper`. */
export const sourcePage = (here: Here, source: string): string => `source/${idOf(source, here.site.graph.base)}`

/** A link to all that a source says, by the source's id. */
export function sourceLink(here: Here, source: string): Html {
  const id = idOf(source, here.site.graph.base)
  if (urlOfIri(here, source) === undefined) return html`${id}`
  return html`<a href="${urlOfPage(here, sourcePage(here, source))}" title="${textOf(here, source)}">${id}</a>`
}

/** The sources of some claims that say the same. One that says no more than where is told at once, several are unfolded. */
export function evidence(here: Here, claims: readonly Claim[]): Html {
  const bySource = [...groupBy(claims, ({ source }) => source)]
  const [first, ...others] = bySource
  if (!first) return html``
  const [[source], all] = [first, distinct(here, claims)]
  const at = first[1].find((claim) => claim.at !== undefined)?.at
  if (all.length === 1 && !isLong(here, all[0]!))
    return html`<span class="from">${sourceLink(here, source)}${at && html` ${oneLine(at)}`}</span>`
  const more = others.length > 0 && html` <span class="more">+${others.length}</span>`
  return html`<details class="from"><summary>${idOf(source, here.site.graph.base)}${more}</summary><ul>${all.map((claim) => html`<li>${claimLine(here, claim)}</li>`)}</ul></details>`
}

/** A source, and how it says what it says: place, words, note, confidence, whom it cites. */
export function claimLine(here: Here, claim: Claim): Html {
  const { source, at, note, confidence, citing } = claim
  const words = wordsIn(here.language)
  const written = writtenOf(here, claim)
  return html`${sourceLink(here, source)}${at && html` ${oneLine(at)}`}${citing && html`, ${words.citing} ${linkTo(here, citing, idOf(citing, here.site.graph.base))}`}${written && html`, <q>${written}</q>`}${confidence !== undefined && html`, ${words.confidence} ${confidence}`}${note && html` <span class="note">${oneLine(note)}</span>`}`
}

/** The value as its source writes it, where that is not how it is told here. */
function writtenOf({ site, language }: Here, { written, value, property }: Claim): string | undefined {
  if (written === undefined || !value) return undefined
  const text = oneLine(written)
  return text === value.value || text === valueText(site.graph, value, property, language) ? undefined : text
}

const isLong = (here: Here, claim: Claim): boolean =>
  claim.note !== undefined || claim.confidence !== undefined || claim.citing !== undefined || writtenOf(here, claim) !== undefined

/** Each source and place once. */
function distinct(here: Here, claims: readonly Claim[]): Claim[] {
  const seen = new Map<string, Claim>()
  for (const claim of claims) {
    const { source, at, note, citing } = claim
    const key = [source, at, note, citing, writtenOf(here, claim)].join('\n')
    if (!seen.has(key)) seen.set(key, claim)
  }
  return [...seen.values()]
}
