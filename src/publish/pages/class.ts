/** The pages of a class: what it means, and its things. */
import { classOf, prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { valueOf } from '../../graph/graph.ts'
import { valueBeside } from '../describe.ts'
import { partValue } from '../part-text.ts'
import { html, type Content } from '../html.ts'
import { linkTo, urlOfPage, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import { pager, type Part } from './pager.ts'
import type { Page } from './shell.ts'

/**
 * A page of the things of a class.
 *
 * @param things the IRIs of those of this page, in order
 * @param count how many there are in all
 */
export function classPage(here: Here, className: ClassName, things: readonly string[], part: Part, count: number): Page {
  const words = wordsIn(here.language)
  const { comment, segment, label } = classOf(className)
  const title = capital(pluralOf(className, here.language))
  const shown = columns[className] ?? []
  const head = shown.map(({ title: text }) => html`<th scope="col">${text(here)}</th>`)
  const rows = things.map(
    (iri) => html`<tr><th scope="row">${linkTo(here, iri)}</th>${shown.map(({ cell }) => html`<td>${cell(here, iri)}</td>`)}</tr>\n`,
  )
  const body = html`<h1>${title} <small>${count.toLocaleString('en')}</small></h1>
<p class="lead"><span lang="en">${comment}</span> <a href="${urlOfPage(here, 'ontology')}#${className}">${words.definition}</a></p>
${pager(here, `class/${segment}`, part)}
<section class="scroll" tabindex="0" aria-label="${title}"><table class="things"><thead><tr><th scope="col">${label[here.language]}</th>${head}</tr></thead><tbody>
${rows}</tbody></table></section>
${pager(here, `class/${segment}`, part, true)}`
  return { title: part.number === 1 ? title : `${title} (${part.number})`, description: `${title}: ${count}. ${comment}`, body }
}

interface Column {
  readonly title: (here: Here) => string
  readonly cell: (here: Here, iri: string) => Content
}

const released: Column = {
  title: ({ language }) => wordsIn(language).released,
  cell: ({ site }, iri) => {
    const date = valueOf(site.graph, iri, `${prefixes.dct}issued`)?.value
    return date === undefined ? undefined : html`<time>${date}</time>`
  },
}

const linked = (key: string, of: ClassName): Column => ({
  title: ({ language }) => classOf(of).label[language],
  cell: (here, iri) => here.site.graph.values(iri, st(key)).map((value, index) => [index > 0 && ', ', linkTo(here, value.value)]),
})

const columns: Partial<Record<ClassName, readonly Column[]>> = {
  Model: [
    released,
    {
      title: ({ language }) => wordsIn(language).parameters,
      cell: ({ site, language }, iri) => {
        const value = valueOf(site.graph, iri, 'parameterCount')
        return value && valueBeside(site.graph, value, st('parameterCount'), language).replace(/ parameters?$/, '')
      },
    },
    linked('producer', 'Organization'),
  ],
  Dataset: [released, linked('producer', 'Organization')],
  Document: [
    released,
    {
      title: ({ language }) => wordsIn(language).value,
      cell: ({ site, language }, iri) => partValue(site.graph, iri, 'documentType', language),
    },
  ],
}
