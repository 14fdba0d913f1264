/** What points to a thing: how many there are, and the first of them. */
import { incomingOf } from '../../graph/incoming.ts'
import { toCurie } from '../../model/iri.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { html, type Html } from '../html.ts'
import { linkTo, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import { propertyLink } from './facts.ts'
import { queryLink } from './query-link.ts'

/** How many things that point here are named for each property. */
const named = 24

/** The section of incoming links; undefined where nothing points to the thing. */
export function incomingSection(here: Here, iri: string): Html | undefined {
  const words = wordsIn(here.language)
  const rows = incomingOf(here.site.graph.index, iri, named).map(({ property, count, first }) => {
    const { shape: _, ...known } = prefixes
    const all = `SELECT ?thing ?name WHERE { ?thing ${curie(property, known)} <${iri}> . OPTIONAL { ?thing rdfs:label ?name FILTER(LANG(?name) = "en") } } ORDER BY ?name`
    const links = first.map((thing, index) => html`${index > 0 && ' · '}${linkTo(here, thing)}`)
    return html`<tr><th scope="row">${propertyLink(here, property)}</th><td class="number">${count.toLocaleString('en')}</td><td>${links}${count > first.length && html` … ${queryLink(here, all, words.all(count))}`}</td></tr>\n`
  })
  if (rows.length === 0) return undefined
  return html`<section aria-labelledby="incoming"><h2 id="incoming">${words.incoming}</h2>
<table class="incoming"><tbody>
${rows}</tbody></table></section>`
}

function curie(iri: string, known: Record<string, string>): string {
  const short = toCurie(iri, known)
  return short === iri ? `<${iri}>` : short
}
