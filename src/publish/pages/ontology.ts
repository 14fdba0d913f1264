/** The page of the ontology: every term at the anchor that its IRI leads to, with its shape, alignment, use and an example. */
import { ontology, relations } from '../../model/terms.ts'
import { classNames, classOf, labelOf, prefixes, readingOrder } from '../../model/vocabulary.ts'
import { html, jsonScript, type Content, type Html } from '../html.ts'
import { ontologyFiles } from '../ontology/files.ts'
import { classSection } from '../ontology/class-section.ts'
import { anchorOf } from '../ontology/links.ts'
import { propertySection } from '../ontology/property-section.ts'
import { usageOf } from '../ontology/usage.ts'
import { ontologyWords } from '../ontology/words.ts'
import { urlTo, type Here } from '../site.ts'
import { capital } from '../words.ts'
import type { Page } from './shell.ts'

const sorted = Object.keys(relations).sort((a, b) => readingOrder(a) - readingOrder(b))
const own = sorted.filter((iri) => iri.startsWith(prefixes.st))
const borrowed = sorted.filter((iri) => !iri.startsWith(prefixes.st))

/** The ontology's page; examples and counts are those of the site's graph. Ids of sections have a hyphen, which no term has. */
export function ontologyPage(here: Here): Page {
  const { language } = here
  const words = ontologyWords(language)
  const usage = usageOf(here.site.graph)
  const body = html`<h1>${ontology.title[language]}</h1>
<p class="lead">${ontology.description[language]}</p>
${facts(here)}
<p>${words.shapes}</p>
<p>${words.lineage} <code>(st:derivedFrom|st:variantOf)+</code></p>
<p>${words.trained} <code>(st:derivedFrom|st:variantOf)*/st:trainedOn/(st:hasPart|st:derivedFrom)*</code></p>
<nav class="terms" aria-labelledby="on-this-page"><h2 id="on-this-page">${words.contents}</h2>
${listOf(
  words.classes,
  'all-classes',
  classNames.map((name) => [name, classOf(name).label[language]]),
)}
${listOf(
  words.properties,
  'all-properties',
  own.map((iri) => [anchorOf(iri)!, labelOf(iri, language)]),
)}
${listOf(
  words.borrowed,
  'borrowed-properties',
  borrowed.map((iri) => [anchorOf(iri)!, labelOf(iri, language)]),
)}
</nav>
<section aria-labelledby="all-classes"><h2 id="all-classes">${words.classes}</h2>
${classNames.map((name) => classSection(here, name, usage))}</section>
<section aria-labelledby="all-properties"><h2 id="all-properties">${words.properties}</h2>
${own.map((iri) => propertySection(here, iri, usage))}</section>
<section aria-labelledby="borrowed-properties"><h2 id="borrowed-properties">${words.borrowed}</h2>
${borrowed.map((iri) => propertySection(here, iri, usage))}</section>
${downloads(here)}
${citation(here)}`
  const alternates = ontologyFiles.filter(({ current }) => current).map(({ format, path }) => ({ mediaType: format.mediaType, path }))
  return {
    title: words.title,
    description: ontology.description[language],
    body,
    head: jsonScript('application/ld+json', termSet(here)),
    alternates,
  }
}

function facts({ language }: Here): Html {
  const words = ontologyWords(language)
  const { version, versionIri, issued, modified, created, license, maintainers } = ontology
  const rows: readonly (readonly [string, Content])[] = [
    [words.namespace, html`<code>${prefixes.st}</code>`],
    [words.prefix, html`<code>st:</code>`],
    [words.version, html`${version} (<code>${versionIri}</code>), ${words.draft}`],
    [words.created, created],
    [words.issued, issued],
    [words.modified, modified],
    [words.maintainers, html`<span id="maintainers" lang="en">${maintainers.name}</span>`],
    [words.licence, html`<a rel="license" href="${license}">CC BY 4.0</a>`],
  ]
  return html`<dl class="about">
${rows.map(([name, content]) => html`<dt>${name}</dt><dd>${content}</dd>\n`)}</dl>`
}

const listOf = (title: string, target: string, entries: readonly (readonly [anchor: string, text: string])[]): Html =>
  html`<p><a href="#${target}">${title}</a></p>
<ul>
${entries.map(([anchor, text]) => html`<li><a href="#${anchor}">${capital(text)}</a></li>\n`)}</ul>`

function downloads(here: Here): Html {
  const words = ontologyWords(here.language)
  const links = (current: boolean): Content =>
    ontologyFiles
      .filter((file) => file.current === current)
      .map(({ path, format, title }) => html`<li><a href="${urlTo(here, path)}" type="${format.mediaType}" download>${title}</a></li>\n`)
  return html`<section aria-labelledby="down-loads"><h2 id="down-loads">${words.downloads}</h2>
<ul class="downloads">
${links(true)}</ul>
<h3 id="all-versions">${words.versions}</h3>
<p>${ontology.version} (${ontology.issued}): ${words.thisVersion}.</p>
<ul class="downloads">
${links(false)}</ul>
</section>`
}

function citation({ language }: Here): Html {
  const { citation: text, iri, title, version, issued, maintainers } = ontology
  const bibtex = `@misc{stemma-ontology,\n  title = {{${title.en}}},\n  author = {{${maintainers.name}}},\n  year = {${issued.slice(0, 4)}},\n  note = {Version ${version}},\n  url = {${iri}},\n}\n`
  return html`<section aria-labelledby="how-to-cite"><h2 id="how-to-cite">${ontologyWords(language).cite}</h2>
<p lang="en">${text} <a href="${iri}">${iri}</a></p>
<pre><code>${bibtex}</code></pre>
</section>`
}

/** The ontology in the words of schema.org. */
const termSet = ({ language }: Here): object => ({
  '@context': 'https://schema.org',
  '@type': 'DefinedTermSet',
  '@id': ontology.iri,
  name: ontology.title[language],
  description: ontology.description[language],
  version: ontology.version,
  license: ontology.license,
  dateCreated: ontology.created,
  datePublished: ontology.issued,
  dateModified: ontology.modified,
  publisher: { '@type': 'Organization', name: ontology.maintainers.name },
})
