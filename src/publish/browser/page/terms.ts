/** Terms as they are shown: the shortest name, and where a link leads. */
import { toCurie } from '../../../model/curie.ts'
import type { QueryConfig } from '../config.ts'
import type { SentLiteral, SentTerm } from '../protocol.ts'
import { element } from './dom.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const numbers = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long', 'short', 'nonNegativeInteger', 'positiveInteger'].map((name) => xsd + name),
)
const dates = new Set(['date', 'gYear', 'gYearMonth', 'dateTime'].map((name) => xsd + name))

export const isLiteral = (term: SentTerm | null): term is SentLiteral => term !== null && typeof term !== 'string' && !('blank' in term)
export const isIri = (term: SentTerm | null): term is string => typeof term === 'string'

/** The number of a numeric literal. */
export const numberOf = (term: SentTerm | null): number | undefined =>
  isLiteral(term) && term.datatype !== undefined && numbers.has(term.datatype) && Number.isFinite(Number(term.value))
    ? Number(term.value)
    : undefined

/** The time of a literal that is a year, a month, a day or a moment, as a fraction of years. */
export function yearOf(term: SentTerm | null): number | undefined {
  if (!isLiteral(term) || term.datatype === undefined || !dates.has(term.datatype)) return undefined
  const match = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(term.value)
  return match ? Number(match[1]) + (Number(match[2] ?? 1) - 1) / 12 + (Number(match[3] ?? 1) - 1) / 366 : undefined
}

/** The text of a term: the shortest name of an IRI, the value of a literal. */
export function textOf(term: SentTerm | null, { prefixes }: QueryConfig): string {
  if (term === null) return ''
  if (typeof term === 'string') return toCurie(term, prefixes)
  return 'blank' in term ? `_:${term.blank}` : term.value
}

/** Where a link to a thing leads: this site's page of it, the web, or nowhere. */
export function linkOf(iri: string, { base, root, language, terms }: QueryConfig): string | undefined {
  const folder = language === 'en' ? root : `${root}${language}/`
  const rest = iri.startsWith(base) ? iri.slice(base.length) : ''
  // Only what is minted has a page; anything else under the base could name another file.
  if (/^[a-z]+\/[a-z0-9.-]+$/.test(rest) && !rest.startsWith('graph/')) return `${folder}${rest}.html`
  const term = terms.find((one) => one.iri === iri)
  if (term?.curie.startsWith('st:')) return `${folder}ontology.html#${term.curie.slice(3)}`
  return /^https?:\/\//.test(iri) ? iri : undefined
}

/** The sources of a row: IRIs with a space between. */
export const sourcesCell = (term: SentTerm | null, config: QueryConfig): Node | undefined =>
  isLiteral(term)
    ? element('ul', { class: 'query-sources' }, ...term.value.split(' ').map((iri) => element('li', {}, cellOf(iri, config))))
    : undefined

/** A term in a cell. */
export function cellOf(term: SentTerm | null, config: QueryConfig): Node | undefined {
  if (term === null) return undefined
  const text = textOf(term, config)
  if (typeof term === 'string') {
    const href = linkOf(term, config)
    return href === undefined ? element('code', {}, text) : element('a', { href, title: term }, text)
  }
  if ('blank' in term) return element('code', {}, text)
  const { language, datatype } = term
  const kind = language === undefined ? datatype && toCurie(datatype, config.prefixes) : `@${language}`
  const isPlain = kind === undefined || numberOf(term) !== undefined
  const value = element(yearOf(term) === undefined ? 'span' : 'time', language === undefined ? {} : { lang: language }, text)
  return isPlain ? value : element('span', {}, value, ' ', element('small', { class: 'query-type' }, kind))
}
