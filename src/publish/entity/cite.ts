/** How a thing is cited: BibTeX, and CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
import { valueOf, type Graph } from '../../graph/graph.ts'
import { idOf } from '../../model/iri.ts'
import { prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { oneLine } from '../../quote.ts'
import { rememberFew, rememberLast } from '../../remember.ts'
import { nameText } from '../describe.ts'

/** What is known of a thing for a reference list. */
interface Reference {
  readonly iri: string
  readonly key: string
  readonly title: string
  readonly authors: readonly string[]
  readonly date?: string
  readonly doi?: string
  readonly url: string
  readonly className: ClassName
}

const referenceOf = (graph: Graph, iri: string): Reference => referencesIn(graph)(iri)

const referencesIn = rememberLast((graph: Graph) => rememberFew((iri) => referenceTo(graph, iri)))

function referenceTo(graph: Graph, iri: string): Reference {
  const { className } = graph.entity(iri)!
  const authors = graph.values(iri, st('author')).map(({ value }) => oneLine(value))
  const producers = graph.statementsOf(iri).filter(({ property }) => property === st('producer') || property === `${prefixes.dct}creator`)
  const [doi, date] = [valueOf(graph, iri, 'doi')?.value, valueOf(graph, iri, `${prefixes.dct}issued`)?.value]
  return {
    iri,
    key: idOf(iri, graph.base).replace(/[^a-z0-9.-]/g, '-'),
    title: nameText(graph, iri),
    authors: authors.length > 0 ? authors : producers.map(({ value }) => nameText(graph, value.value)),
    ...(date && { date }),
    ...(doi && { doi }),
    url: iri,
    className,
  }
}

/** A BibTeX entry; braces keep capitals and commas as they are. */
export function bibtex(graph: Graph, iri: string): string {
  const { key, title, authors, date, doi, url, className } = referenceOf(graph, iri)
  const [year, month] = date?.split('-') ?? []
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${tex(title)}}`],
    ['author', authors.length > 0 ? authors.map((author) => `{${tex(author)}}`).join(' and ') : undefined],
    ['year', year],
    ['month', month && String(Number(month))],
    ['doi', doi && tex(doi)],
    ['url', tex(url)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
  return `@${className === 'Document' && doi ? 'article' : 'misc'}{${key},\n${lines.join('')}}\n`
}

/** What TeX would take for a command, and braces that are not closed. */
const tex = (text: string): string =>
  text.replace(/[\\{}]/g, '').replace(/[#$%&_~^]/g, (character) => `\\${character}${/[~^]/.test(character) ? '{}' : ''}`)

const kinds: Partial<Record<ClassName, string>> = {
  Document: 'article',
  Dataset: 'dataset',
  Model: 'software',
  Software: 'software',
  Application: 'software',
  Benchmark: 'dataset',
}

/** The item of a reference list as CSL-JSON. */
export function cslJson(graph: Graph, iri: string): object {
  const { key, title, authors, date, doi, url, className } = referenceOf(graph, iri)
  return {
    id: key,
    type: kinds[className] ?? 'document',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(doi && { DOI: doi }),
    URL: url,
  }
}
