/** The page about the dataset: how large it is, under which terms, where it comes from, and how to take it along. */
import { compareText } from '../../model/claim.ts'
import { classOf } from '../../model/vocabulary.ts'
import { countOf, type Contents } from '../contents.ts'
import { datasetIri, schemaOrgDataset, triplesOf, versionOf } from '../dataset-description.ts'
import { sourceLink } from '../entity/evidence.ts'
import { html, jsonScript, type Html } from '../html.ts'
import { textOf, urlOfPage, urlTo, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import { aboutFormats } from '../kinds/site-files.ts'
import type { Page } from './shell.ts'

/** The page about the dataset. */
export function aboutPage(here: Here, contents: Contents): Page {
  const { site, language } = here
  const words = wordsIn(language)
  const { base } = site.graph
  const sources = sourcesBySize(contents)
  const counts: readonly (readonly [string, string])[] = [
    [words.statements, number(triplesOf(site))],
    [words.sources, number(sources.length)],
    ...[...contents.things].map(([name, all]) => [capital(pluralOf(name, language)), number(all.length)] as const),
  ]
  const body = html`<h1>${words.about}</h1>
<p class="lead">${words.aboutLead}</p>
<section aria-labelledby="size"><h2 id="size">${words.size}</h2>
<table class="facts"><tbody>
${counts.map(([name, count]) => html`<tr><th scope="row">${name}</th><td class="number">${count}</td></tr>\n`)}</tbody></table></section>
<section aria-labelledby="dumps"><h2 id="dumps">${words.dumps}</h2>
<p>${words.dumpsText}</p>
${dumpTable(here)}</section>
<section aria-labelledby="use"><h2 id="use">${words.use}</h2>
<p>${words.useText} <code>${base}model/bloomz</code> → <code>.html</code> <code>.ttl</code> <code>.jsonld</code> <code>.nt</code> <code>.rdf</code> <code>.trig</code></p>
<p>${words.useGraphs} <code>${base}graph/best</code>, <code>${base}graph/claims</code>, <code>${base}graph/about</code></p>
<p><a href="${urlOfPage(here, 'query')}">${words.query}</a> · <a href="${urlOfPage(here, 'ontology')}">${words.ontology}</a></p>
<ul class="downloads">
${aboutFormats.map(({ path, format, title }) => html`<li><a href="${urlTo(here, path)}" type="${format.mediaType}" download>VoID + DCAT, ${title}</a></li>\n`)}</ul></section>
<section aria-labelledby="terms"><h2 id="terms">${words.terms}</h2>
<p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">${words.licence}</a>. ${words.termsText}</p>
<p>${words.identifier} <code>${datasetIri(base)}</code> · ${words.version} <code>${versionOf(site)}</code></p></section>
<section aria-labelledby="sources"><h2 id="sources">${capital(words.sources)}</h2>
<p>${words.sourcesText}</p>
<table class="things"><thead><tr><th scope="col">${words.source}</th><th scope="col">${words.name}</th><th scope="col">${words.statements}</th></tr></thead><tbody>
${sources.slice(0, mostSources).map(({ iri, count }) => html`<tr><td>${sourceLink(here, iri)}</td><td>${textOf(here, iri)}</td><td class="number">${number(count)}</td></tr>\n`)}</tbody></table>
${sources.length > mostSources && html`<p><a href="${urlOfPage(here, `class/${classOf('Document').segment}`)}">${words.all(sources.length)}</a></p>`}</section>`
  return {
    title: words.about,
    description: words.aboutLead,
    body,
    head: jsonScript('application/ld+json', schemaOrgDataset(site, contents)),
    alternates: aboutFormats.map(({ path, format }) => ({ mediaType: format.mediaType, path })),
  }
}

/** More sources than these are found through their class. */
const mostSources = 300

const number = (count: number): string => count.toLocaleString('en')

/** The sources, those that say most first. */
function sourcesBySize(contents: Contents): { readonly iri: string; readonly count: number }[] {
  const sizes = (contents.things.get('Document') ?? []).map((iri) => ({
    iri,
    count: countOf(contents.said(iri)),
  }))
  return sizes.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || compareText(a.iri, b.iri))
}

function dumpTable(here: Here): Html {
  const words = wordsIn(here.language)
  const rows = here.site.dumps.map(
    ({ path, mediaType, format, bytes, sha256 }) =>
      html`<tr><td><a href="${urlTo(here, path)}" type="${mediaType}" download>${format}</a></td><td class="number">${sizeText(bytes)}</td><td><code class="sum">${sha256}</code></td></tr>\n`,
  )
  return html`<table class="things dumps"><thead><tr><th scope="col">${words.file}</th><th scope="col">${words.size}</th><th scope="col">SHA-256</th></tr></thead><tbody>
${rows}</tbody></table>`
}

function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`
}
