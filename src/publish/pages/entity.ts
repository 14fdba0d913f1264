/** The page of a thing: what is known of it, with the source of every statement. */
import { nameOf, valueOf } from '../../graph/graph.ts'
import { classOf, ownerLinks, prefixes } from '../../model/vocabulary.ts'
import { dataFormats } from '../entity-data.ts'
import { bibtex, cslJson } from '../entity/cite.ts'
import { sourcePage } from '../entity/evidence.ts'
import { factsTable } from '../entity/facts.ts'
import { incomingSection } from '../entity/incoming.ts'
import { lineageSection, type DrawnLineage } from '../entity/lineage.ts'
import { partSections } from '../entity/parts.ts'
import { queryLink } from '../entity/query-link.ts'
import { schemaOrg } from '../entity/schema-org.ts'
import { summaryOf } from '../entity/summary.ts'
import { html, jsonScript, type Html } from '../html.ts'
import { linkTo, textOf, urlOfPage, urlTo, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import type { Page } from './shell.ts'

const description = `${prefixes.dct}description`

/** What a page tells beside what is said of its thing. */
export interface EntityContext {
  readonly lineage: DrawnLineage | undefined
  /** The name of the page of the family that comes from it. */
  readonly family: string | undefined
}

/**
 * The page of a thing.
 *
 * @param name the name of its page: `model/bloomz`
 * @param context its lineage, and the page of its family, if it has them
 */
export function entityPage(here: Here, iri: string, name: string, { lineage, family }: EntityContext): Page {
  const { graph } = here.site
  const { className } = graph.entity(iri)!
  const words = wordsIn(here.language)
  const title = textOf(here, iri)
  const summary = summaryOf(here, iri)
  const told = valueOf(graph, iri, description)
  const other = nameOf(graph, iri, here.language === 'en' ? 'zh' : 'en')
  const plural = capital(pluralOf(className, here.language))
  const body = html`<nav class="crumbs" aria-label="${plural}"><a href="${urlOfPage(here, 'index')}">${words.home}</a> › <a href="${urlOfPage(here, `class/${classOf(className).segment}`)}">${plural}</a></nav>
<h1>${title}${other !== title && html` <small lang="${here.language === 'en' ? 'zh' : 'en'}">${other}</small>`}</h1>
<p class="lead">${summary}</p>
${owner(here, iri)}<p class="iri"><span>${words.identifier}</span> <code>${iri}</code></p>
${lineage && lineageSection(here, iri, lineage, family)}
<section aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>
${factsTable(here, iri)}
</section>
${partSections(here, iri)}
${className === 'Document' && html`<section aria-labelledby="says"><h2 id="says">${words.says}</h2><p><a href="${urlOfPage(here, sourcePage(here, iri))}">${words.says}</a></p></section>`}
${incomingSection(here, iri)}
${dataSection(here, iri, name)}
${citeSection(here, iri)}`
  return {
    title,
    description: told && told.value.length < 300 ? told.value : summary,
    body,
    head: jsonScript('application/ld+json', schemaOrg(here, iri, summary)),
    alternates: dataFormats.map(({ format, extension }) => ({ mediaType: format.mediaType, path: `${name}.${extension}` })),
  }
}

/** What a part belongs to. */
function owner(here: Here, iri: string): Html | undefined {
  const [statement] = here.site.graph.statementsOf(iri).filter(({ property }) => ownerLinks.has(property))
  return statement && html`<p class="owner">${wordsIn(here.language).belongsTo} ${linkTo(here, statement.value.value)}</p>\n`
}

/** The page as data, and the question that gives it. */
function dataSection(here: Here, iri: string, name: string): Html {
  const words = wordsIn(here.language)
  const links = dataFormats.map(
    ({ format, extension, title, sources }) =>
      html`<li><a href="${urlTo(here, `${name}.${extension}`)}" type="${format.mediaType}" download>${title}</a>${sources && html` <small>${words.withSources}</small>`}</li>\n`,
  )
  return html`<section aria-labelledby="data"><h2 id="data">${words.downloads}</h2>
<ul class="downloads">
${links}<li>${queryLink(here, `SELECT ?property ?value ?source WHERE {\n  <${iri}> ?property ?value .\n  OPTIONAL { GRAPH ?source { <${iri}> ?property ?value } }\n}`, words.openQuery)}</li>
</ul></section>`
}

function citeSection(here: Here, iri: string): Html {
  const { graph } = here.site
  return html`<section aria-labelledby="cite"><h2 id="cite">${wordsIn(here.language).cite}</h2>
<details><summary>BibTeX</summary><pre><code>${bibtex(graph, iri)}</code></pre></details>
<details><summary>CSL-JSON</summary><pre><code>${JSON.stringify([cslJson(graph, iri)], null, 2)}</code></pre></details>
</section>`
}
