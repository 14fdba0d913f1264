/** A property on the ontology's page: what it means, between what it stands, what is above and below it, and how it is used. */
import { propertyLinks, relations } from '../../model/terms.ts'
import { classNames, classOf, labelOf, prefixes, type Property } from '../../model/vocabulary.ts'
import { toCurie } from '../../model/iri.ts'
import { valueHtml } from '../entity/facts.ts'
import { html, type Content, type Html } from '../html.ts'
import { linkTo, type Here } from '../site.ts'
import { capital } from '../words.ts'
import { anchorOf, definition, row, termLink, termLinks } from './links.ts'
import type { Example, Usage } from './usage.ts'
import { ontologyWords } from './words.ts'

const table: Readonly<Record<string, { readonly comment: string; readonly parents: readonly string[] }>> = relations
const links: Readonly<Record<string, { readonly [Key in 'domain' | 'range' | 'see']: readonly string[] }>> = propertyLinks

/** The section of a property, by its IRI. */
export function propertySection(here: Here, iri: string, usage: Usage): Html {
  const { language } = here
  const words = ontologyWords(language)
  const anchor = anchorOf(iri)!
  const { comment, parents } = table[iri]!
  const { domain, range, see } = links[iri] ?? { domain: [], range: [], see: [] }
  const below = Object.keys(table).filter((other) => table[other]!.parents.includes(iri))
  const count = usage.statements(iri)
  const example = usage.example(iri, language)
  // The short name links to the term itself: of ours to this place, of a borrowed property to where it is defined.
  const self = iri.startsWith(prefixes.st) ? html`<a href="#${anchor}">` : html`<a href="${iri}" rel="external">`
  return html`<section class="term" aria-labelledby="${anchor}">
<h3 id="${anchor}">${capital(labelOf(iri, language))} ${self}<code>${toCurie(iri, prefixes)}</code></a></h3>
${definition(comment, language)}
<dl>
${row(words.domain, termLinks(domain, words.or))}${row(words.range, termLinks(range, words.or))}${row(words.subPropertyOf, termLinks(parents))}${row(words.subProperties, termLinks(below))}${row(words.see, termLinks(see))}${row(words.usedBy, keysOf(here, iri))}${row(
    words.inGraph,
    count === 0 ? words.unused : words.statements(count.toLocaleString('en')),
  )}${row(words.example, example && exampleHtml(here, iri, example))}</dl>
</section>
`
}

/** The keys under which classes have a property, each with the classes that call it so. */
function keysOf({ language }: Here, iri: string): Content {
  const words = ontologyWords(language)
  const byKey = new Map<string, string[]>()
  for (const name of classNames)
    for (const property of classOf(name).properties.values())
      if (property.path === iri) byKey.set(keyText(property), [...(byKey.get(keyText(property)) ?? []), classOf(name).iri])
  return [...byKey].map(([key, classes], index) => [index > 0 && '; ', html`<code>${key}</code>${words.of} ${termLinks(classes)}`])
}

const keyText = ({ name, inverse }: Property): string => `${inverse ? '^' : ''}${name}`

/** A statement of the graph; what is said of a claim is told with what the claim is about. */
function exampleHtml(here: Here, property: string, { subject, claimed, value }: Example): Html {
  const said = claimed !== undefined && html` · ${claimed in table ? termLink(claimed) : html`<code>${toCurie(claimed, prefixes)}</code>`}`
  return html`${linkTo(here, subject)}${said} → <b>${labelOf(property, here.language)}</b> ${valueHtml(here, value, property)}`
}
