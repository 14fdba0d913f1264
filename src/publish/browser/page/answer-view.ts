/** The answer in its tabs: table, chart, lineage graph; and its downloads. */
import type { QueryConfig } from '../config.ts'
import type { SavedFormat, SentAnswer, SentRow } from '../protocol.ts'
import { canChart, columnsOf } from './chart-data.ts'
import { chartOf } from './chart.ts'
import { element } from './dom.ts'
import type { Figures } from './figures.ts'
import { linkColumns } from './graph-data.ts'
import { graphOf, type NameThings } from './graph-view.ts'
import { tableOf, type Table } from './table.ts'
import { tabsOf } from './tabs.ts'
import type { Words } from './words.ts'

export interface AnswerView {
  readonly node: HTMLElement
  /** The tab that is shown. */
  tab: string
  begin(head: Omit<SentAnswer, 'rows'>): void
  add(rows: readonly SentRow[]): void
  /** All is there, or no more will come. */
  finish(): void
  clear(): void
  /** How many rows there are so far. */
  readonly count: number
  readonly isTriples: boolean
}

interface Growing extends SentAnswer {
  readonly rows: SentRow[]
}

const endings: Readonly<Record<SavedFormat, string>> = { csv: 'csv', tsv: 'tsv', json: 'json', turtle: 'ttl' }
const mediaTypes: Readonly<Record<SavedFormat, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/sparql-results+json',
  turtle: 'text/turtle',
}

/**
 * @param write makes a file's text of an answer
 * @param chosen called when another tab is shown
 */
export function answerView(
  config: QueryConfig,
  words: Words,
  figures: Figures,
  names: NameThings,
  write: (format: SavedFormat, answer: SentAnswer) => Promise<string>,
  chosen: () => void,
): AnswerView {
  let answer: Growing | undefined
  let table: Table | undefined
  let isFinished = false
  const tabs = tabsOf(
    words.views,
    [
      { name: 'table', label: words.table },
      { name: 'chart', label: words.chart },
      { name: 'graph', label: words.graph },
    ],
    () => {
      show()
      chosen()
    },
  )
  const downloads = element('p', { class: 'query-downloads' })
  const node = element('section', { class: 'query-answer', hidden: true, 'aria-label': words.results }, tabs.list, tabs.panel, downloads)

  function show(): void {
    if (!answer) return
    tabs.panel.replaceChildren(shown(answer))
  }

  function shown(of: Growing): HTMLElement {
    if (tabs.chosen === 'table' || !isFinished) return tableNode(of)
    if (of.rows.length === 0) return element('p', {}, words.noRows)
    if (tabs.chosen === 'chart')
      return canChart(columnsOf(of)) ? chartOf(of, config, words, figures, tabs.panel.clientWidth) : element('p', {}, words.noChart)
    return linkColumns(of, config).things.length > 1
      ? graphOf(of, config, words, figures, names, () => tableNode(of))
      : element('p', {}, words.noGraph)
  }

  function tableNode(of: Growing): HTMLElement {
    table ??= tableOf(of, config, words, figures)
    return table.node
  }

  async function save(format: SavedFormat): Promise<void> {
    const text = await write(format, answer!)
    const href = URL.createObjectURL(new Blob([text], { type: mediaTypes[format] }))
    element('a', { href, download: `answer.${endings[format]}` }).click()
    setTimeout(() => URL.revokeObjectURL(href), 10_000)
  }

  const saving = (format: SavedFormat): HTMLElement =>
    element('button', { type: 'button', click: () => void save(format) }, format === 'turtle' ? 'Turtle' : format.toUpperCase())

  return {
    node,
    get tab() {
      return tabs.chosen
    },
    set tab(name) {
      tabs.chosen = name
      show()
    },
    get count() {
      return answer?.rows.length ?? 0
    },
    get isTriples() {
      return answer?.type === 'quads'
    },
    begin(head) {
      answer = { ...head, rows: [] }
      table = undefined
      isFinished = false
      node.hidden = false
      downloads.replaceChildren()
      show()
    },
    add(rows) {
      for (const row of rows) answer!.rows.push(row)
      table?.grow()
    },
    finish() {
      if (!answer) return
      isFinished = true
      const formats: readonly SavedFormat[] = answer.type === 'quads' ? ['turtle', 'csv', 'tsv', 'json'] : ['csv', 'tsv', 'json']
      downloads.replaceChildren(`${words.download} `, ...formats.map(saving))
      show()
    },
    clear() {
      answer = table = undefined
      node.hidden = true
    },
  }
}
