/** The first page: what this graph is, and ways into it. */
import type { Contents } from '../contents.ts'
import { classOf } from '../../model/vocabulary.ts'
import { html, type Html } from '../html.ts'
import { allGroups } from '../overview/lanes.ts'
import { overviewSection } from '../overview/section.ts'
import { urlOfPage, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import { searchForm } from './search-form.ts'
import type { Page } from './shell.ts'

/** The first page of a site. */
export function homePage(here: Here, contents: Contents): Page {
  const words = wordsIn(here.language)
  return {
    title: words.site,
    description: words.tagline,
    body: html`<h1>${words.homeTitle}</h1>
<p class="lead">${words.whatItIs} ${counts(here, contents)}</p>
${searchForm(here, true)}
${
  contents.families.models.length > 0 &&
  html`<section aria-labelledby="families"><h2 id="families">${words.families}</h2>
${overviewSection(here, { families: contents.families, groups: allGroups(contents.families) })}
<p><a href="${urlOfPage(here, 'families')}">${words.allFamilies}</a></p></section>
`
}<section aria-labelledby="classes"><h2 id="classes">${words.classes}</h2>
${classes(here, contents)}</section>`,
  }
}

/** How much there is. */
function counts(here: Here, { things, statements, sources }: Contents): string {
  const all = [...things.values()].reduce((sum, { length }) => sum + length, 0)
  return wordsIn(here.language).holds(statements, all, sources)
}

function classes(here: Here, { things }: Contents): Html {
  const rows = [...things].map(
    ([name, all]) =>
      html`<li><a href="${urlOfPage(here, `class/${classOf(name).segment}`)}">${capital(pluralOf(name, here.language))}</a> <span class="number">${all.length.toLocaleString('en')}</span></li>\n`,
  )
  return html`<ul class="classes">
${rows}</ul>`
}
