/** What every page has around its content. */
import { languages, pageAt, pagePath, type Language } from '../address.ts'
import { html, type Content, type Html } from '../html.ts'
import { urlOfPage, urlTo, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import { searchForm } from './search-form.ts'
import { version } from '../../version.ts'

/** A page before it is put into its shell. */
export interface Page {
  readonly title: string
  /** What it holds, in a sentence, for those who see it in a list. */
  readonly description: string
  readonly body: Html
  /** What more stands in the head. */
  readonly head?: Content
  /** Scripts that it runs, beside those of every page. */
  readonly scripts?: readonly string[]
  /** Styles that it has, beside those of every page. */
  readonly styles?: readonly string[]
  /** Other forms of the same content, by media type. */
  readonly alternates?: readonly { readonly mediaType: string; readonly path: string }[]
  /** It should not be found by search engines. */
  readonly hidden?: true
}

/** Nothing runs, loads or is sent but what comes from the site itself; the server says the same in a header. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"

/** The licence of the data. */
export const license = 'https://creativecommons.org/licenses/by/4.0/'

/** The whole document of a page. */
export function documentOf(here: Here, page: Page): string {
  const { language, path, site } = here
  const words = wordsIn(language)
  const { name } = pageAt(path)!
  const asset = (file: string): string => urlTo(here, site.assets.get(file)!.path)
  const title = page.title === words.site ? page.title : `${page.title} · ${words.site}`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${page.hidden && html`<meta name="robots" content="noindex">\n`}<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="${asset('icon.svg')}">
<link rel="stylesheet" href="${asset('style.css')}">
${page.styles?.map((file) => html`<link rel="stylesheet" href="${asset(file)}">\n`)}${!page.hidden && html`<link rel="canonical" href="${site.graph.base}${path}">\n`}<link rel="license" href="${license}">
${languages.map((tag) => html`<link rel="alternate" hreflang="${tag}" href="${urlTo(here, pagePath(name, tag))}">\n`)}${page.alternates?.map(
    ({ mediaType, path: other }) => html`<link rel="alternate" type="${mediaType}" href="${urlTo(here, other)}">\n`,
  )}${['site.js', ...(page.scripts ?? [])].map((file) => site.assets.has(file) && html`<script src="${asset(file)}" defer></script>\n`)}${page.head}</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="site">
<a class="brand" href="${urlOfPage(here, 'index')}">${words.site}</a>
<nav aria-label="${words.menu}"><ul>
${menu(language).map(([target, text]) => html`<li><a href="${urlOfPage(here, target)}"${target === name && html` aria-current="page"`}>${text}</a></li>\n`)}</ul></nav>
${searchForm(here)}
<p class="languages"><span class="unseen">${words.otherLanguage}</span>${languages
    .filter((tag) => tag !== language)
    .map((tag) => html`<a lang="${tag}" hreflang="${tag}" href="${urlTo(here, pagePath(name, tag))}">${wordsIn(tag).language}</a>`)}</p>
</header>
<main id="content">
${page.body}
</main>
<footer class="site"><p>${words.tagline}</p><p><a rel="license" href="${license}">${words.licence}</a> · <a href="${urlOfPage(here, 'about')}">${words.about}</a> · ${words.made(version)}</p></footer>
</body>
</html>
`.text
}

function menu(language: Language): (readonly [page: string, text: string])[] {
  const words = wordsIn(language)
  return [
    ['class/model', capital(pluralOf('Model', language))],
    ['families', words.familiesMenu],
    ['class/dataset', capital(pluralOf('Dataset', language))],
    ['class/document', capital(words.sources)],
    ['ontology', words.ontology],
    ['query', words.query],
    ['about', words.about],
  ]
}
