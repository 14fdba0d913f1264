/** The answer as a table: sorted by any column, a thousand rows at a time. */
import type { QueryConfig } from '../config.ts'
import type { SentAnswer, SentRow, SentTerm } from '../protocol.ts'
import { element } from './dom.ts'
import type { Figures } from './figures.ts'
import { cellOf, numberOf, sourcesCell, textOf } from './terms.ts'
import type { Words } from './words.ts'

/** So many rows are drawn at once. */
const atOnce = 1000

export interface Table {
  readonly node: HTMLElement
  /** Draws what came since. */
  grow(): void
}

/** @param answer its rows may grow */
export function tableOf(answer: SentAnswer, config: QueryConfig, words: Words, figures: Figures): Table {
  let shown = 0
  let most = atOnce
  let sorting: { readonly column: number; readonly down: boolean } | undefined
  let rows: readonly SentRow[] = answer.rows
  const isNumeric = answer.variables.map(() => false)
  const sources = answer.sources === undefined ? -1 : answer.variables.indexOf(answer.sources)

  const body = element('tbody')
  const heads = answer.variables.map((name, column) =>
    element(
      'th',
      { scope: 'col' },
      element('button', { type: 'button', click: () => sort(column) }, name, element('span', { 'aria-hidden': 'true' })),
    ),
  )
  const table = element(
    'table',
    {},
    element('caption', { class: 'unseen' }, words.results),
    element('thead', {}, element('tr', {}, ...heads)),
    body,
  )
  const scroll = element('div', { class: 'query-scroll', role: 'region', tabindex: 0, 'aria-label': words.table }, table)
  const more = element('button', { type: 'button', hidden: true, click: () => showMore() })
  const count = element('span', { class: 'query-quiet' })
  const node = element('div', {}, scroll, element('p', { class: 'query-more' }, more, ' ', count))

  function rowOf(row: SentRow): HTMLElement {
    return element(
      'tr',
      {},
      ...row.map((term, column) => {
        if (column === sources) return element('td', {}, sourcesCell(term, config))
        isNumeric[column] ||= numberOf(term) !== undefined
        return element('td', isNumeric[column] ? { class: 'query-number' } : {}, cellOf(term, config))
      }),
    )
  }

  function grow(): void {
    if (sorting) rows = sorted(answer.rows, sorting.column, sorting.down, config)
    const end = Math.min(rows.length, most)
    body.append(...rows.slice(shown, end).map(rowOf))
    shown = end
    const left = rows.length - shown
    more.hidden = left === 0
    more.textContent = words.more(figures.number(Math.min(atOnce, left)))
    count.textContent = left === 0 ? '' : words.shown(figures.number(shown), figures.number(rows.length))
  }

  function showMore(): void {
    const next = shown
    most += atOnce
    grow()
    if (more.hidden) (body.children[next] as HTMLElement | undefined)?.querySelector('a')?.focus()
  }

  function sort(column: number): void {
    sorting = { column, down: sorting?.column === column && !sorting.down }
    heads.forEach((head, index) => {
      if (index !== column) return head.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', sorting!.down ? 'descending' : 'ascending')
    })
    shown = 0
    body.replaceChildren()
    grow()
  }

  grow()
  return { node, grow }
}

/** Numbers by value and before all else, others by their text; what is empty last. */
function sorted(rows: readonly SentRow[], column: number, down: boolean, config: QueryConfig): SentRow[] {
  const keyed = rows.map((row) => ({ row, term: row[column] ?? null, number: numberOf(row[column]!), text: textOf(row[column]!, config) }))
  const compare = (a: Keyed, b: Keyed): number => {
    if (a.number !== undefined && b.number !== undefined) return a.number - b.number
    if (a.number !== undefined || b.number !== undefined) return a.number === undefined ? 1 : -1
    return a.text < b.text ? -1 : a.text > b.text ? 1 : 0
  }
  return keyed
    .sort((a, b) =>
      a.term === null || b.term === null ? Number(a.term === null) - Number(b.term === null) : down ? compare(b, a) : compare(a, b),
    )
    .map(({ row }) => row)
}

interface Keyed {
  readonly term: SentTerm | null
  readonly number: number | undefined
  readonly text: string
}
