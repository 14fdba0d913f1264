/** A class on the ontology's page: what it means, what it is under, and its shape in words. */
import { choiceText } from '../../model/choices.ts'
import { classLinks } from '../../model/terms.ts'
import { classOf, labelOf, type ClassName, type Property } from '../../model/vocabulary.ts'
import type { Language } from '../address.ts'
import { html, type Content, type Html } from '../html.ts'
import { linkTo, urlOfPage, type Here } from '../site.ts'
import { capital } from '../words.ts'
import { anchorOf, definition, row, termLink, termLinks } from './links.ts'
import type { Usage } from './usage.ts'
import { kindText, ontologyWords } from './words.ts'

/** The section of a class. */
export function classSection(here: Here, name: ClassName, usage: Usage): Html {
  const { language } = here
  const words = ontologyWords(language)
  const { iri, label, comment, key, properties, segment } = classOf(name)
  const { parents, see } = classLinks[name]
  const count = usage.things(iri)
  const thing = usage.thing(iri)
  const counted = words.things(count.toLocaleString('en'))
  const rows = [...properties.values()].map((property) => propertyRow(property, language))
  return html`<section class="term" aria-labelledby="${name}">
<h3 id="${name}">${capital(label[language])} ${termLink(iri)}</h3>
${definition(comment, language)}
<dl>
${row(words.subClassOf, termLinks(parents))}${row(words.see, termLinks(see))}${row(
    words.identifiedBy,
    key?.map((one, index) => [index > 0 && ', ', termLink(properties.get(one)!.path)]),
  )}${row(
    words.inGraph,
    // Claims have no page of their own: they are shown with the things that they are about.
    count === 0 ? words.unused : thing ? html`<a href="${urlOfPage(here, `class/${segment}`)}">${counted}</a>` : counted,
  )}${row(words.example, thing && linkTo(here, thing))}</dl>
<table class="shape"><caption>${words.shape}</caption>
<thead><tr><th scope="col">${words.key}</th><th scope="col">${words.property}</th><th scope="col">${words.values}</th><th scope="col">${words.howMany}</th></tr></thead>
<tbody>
${rows}</tbody></table>
</section>
`
}

function propertyRow(property: Property, language: Language): Html {
  const words = ontologyWords(language)
  const { name, path, inverse, many, required } = property
  return html`<tr><th scope="row"><code>${name}</code></th><td>${inverse && '^'}<a href="#${anchorOf(path)}">${labelOf(path, language)}</a></td><td>${valuesText(property, language)}</td><td>${many ? words.many : words.one}${required && words.and(words.required)}</td></tr>\n`
}

/** Which values a property may have. */
function valuesText({ path, kind, classes, in: choices, unit, maxLength, pattern, ...bounds }: Property, language: Language): Content {
  const words = ontologyWords(language)
  if (classes)
    return termLinks(
      classes.map((name) => classOf(name).iri),
      words.or,
    )
  if (choices)
    return choices.map((word, index) => {
      const said = choiceText(path, word, language)
      return [index > 0 && ', ', html`<code>${word}</code>${said !== word && ` ${said}`}`]
    })
  const range = [
    bounds.minInclusive !== undefined && `≥ ${bounds.minInclusive}`,
    bounds.minExclusive !== undefined && `> ${bounds.minExclusive}`,
    bounds.maxInclusive !== undefined && `≤ ${bounds.maxInclusive}`,
  ].filter((bound) => bound !== false)
  return [
    kindText(kind, language),
    unit !== undefined && unit !== 'unknown' && html` (<span lang="en">${unit}</span>)`,
    range.length > 0 && words.and(range.join(', ')),
    maxLength !== undefined && words.and(words.characters(maxLength.toLocaleString('en'))),
    pattern !== undefined && html` <code>${pattern}</code>`,
  ]
}
