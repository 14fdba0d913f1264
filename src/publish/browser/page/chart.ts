/** The answer as a chart: bars by name, or a line over time. */
import type { QueryConfig } from '../config.ts'
import type { SentAnswer } from '../protocol.ts'
import { columnsOf, pointsOf, type Point } from './chart-data.ts'
import { drawn, element } from './dom.ts'
import type { Figures } from './figures.ts'
import { shortened, widthOf } from './measure.ts'
import type { Words } from './words.ts'

/** So many bars can still be read. */
const mostBars = 40
/** In units of the picture. */
const [lineHeight, barHeight] = [26, 16]
/** As the style sheet has it for names. */
const font = '13px sans-serif'

/**
 * A chart with its choice of columns; the answer must have some that `canChart`.
 *
 * @param room how wide it may be
 */
export function chartOf(answer: SentAnswer, config: QueryConfig, words: Words, figures: Figures, room: number): HTMLElement {
  const width = Math.min(900, Math.max(300, room))
  const { values, names, dates } = columnsOf(answer)
  const picture = element('div', { class: 'query-picture' })
  const option = (column: number): HTMLElement => element('option', { value: column }, answer.variables[column])
  const label = element('select', { change: () => draw() }, ...[...dates, ...names].map(option))
  const counting = dates.length > 0 && element('option', { value: '' }, words.count)
  const value = element('select', { change: () => draw() }, ...values.map(option), counting)

  function draw(): void {
    const column = value.value === '' ? undefined : Number(value.value)
    const points = pointsOf(answer, Number(label.value), column, config)
    const title = words.chartOf(column === undefined ? words.count : answer.variables[column]!, answer.variables[Number(label.value)]!)
    const overTime = dates.includes(Number(label.value))
    const isCut = !overTime && points.length > mostBars
    picture.replaceChildren(
      overTime ? lineChart(points, title, width, figures) : barChart(points.slice(0, mostBars), title, width, figures),
      ...(isCut ? [element('p', { class: 'query-quiet' }, words.firstBars(mostBars))] : []),
    )
  }

  draw()
  return element(
    'div',
    {},
    element(
      'p',
      { class: 'query-choices' },
      element('label', {}, `${words.labels} `, label),
      element('label', {}, `${words.values} `, value),
    ),
    picture,
  )
}

const picture = (title: string, width: number, height: number, ...parts: readonly Node[]): SVGElement =>
  drawn('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': title, class: 'query-chart' }, ...parts)

function barChart(points: readonly Point[], title: string, width: number, figures: Figures): SVGElement {
  const most = 0.45 * width
  const labels = points.map(({ label }) => shortened(label, font, most))
  const left = 12 + Math.max(...labels.map((label) => widthOf(label, font)), 0)
  const room = width - left - 70
  const largest = Math.max(...points.map(({ value }) => value), 0)
  const smallest = Math.min(...points.map(({ value }) => value), 0)
  const scale = (value: number): number => (largest === smallest ? 0 : ((value - smallest) / (largest - smallest)) * room)
  const bars = points.map(({ label, value }, index) => {
    const y = index * lineHeight + 4
    const [from, to] = [scale(Math.min(0, value)), scale(Math.max(0, value))]
    return drawn(
      'g',
      {},
      drawn('title', {}, `${label}: ${figures.number(value)}`),
      drawn('text', { x: left - 8, y: y + 13, class: 'query-end' }, labels[index]),
      drawn('rect', { x: left + from, y, width: Math.max(1, to - from), height: barHeight, rx: 2 }),
      drawn('text', { x: left + to + 6, y: y + 13, class: 'query-figure' }, figures.short(value)),
    )
  })
  return picture(title, width, points.length * lineHeight + 8, ...bars)
}

function lineChart(points: readonly Point[], title: string, width: number, figures: Figures): SVGElement {
  const [left, right, top, bottom, height] = [56, 16, 12, 28, 320]
  const timed = points.flatMap(({ year, ...point }) => (year === undefined ? [] : [{ ...point, year }])).sort((a, b) => a.year - b.year)
  const [first, last] = [Math.floor(timed[0]?.year ?? 0), Math.ceil((timed.at(-1)?.year ?? 1) + 0.01)]
  const largest = Math.max(...timed.map(({ value }) => value), 0) || 1
  const x = (year: number): number => left + ((year - first) / (last - first)) * (width - left - right)
  const y = (value: number): number => height - bottom - (value / largest) * (height - top - bottom)
  // Several values at one time are no line.
  const isLine = new Set(timed.map(({ year }) => year)).size === timed.length
  const step = Math.max(1, Math.ceil((70 * (last - first)) / width))
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)
  const levels = [0, 0.25, 0.5, 0.75, 1].map((part) => part * largest)
  return picture(
    title,
    width,
    height,
    ...levels.flatMap((value) => [
      drawn('line', { x1: left, x2: width - right, y1: y(value), y2: y(value), class: 'query-axis' }),
      drawn('text', { x: left - 6, y: y(value) + 4, class: 'query-end query-figure' }, figures.short(value)),
    ]),
    ...years.map((year) => drawn('text', { x: x(year), y: height - 8, class: 'query-middle query-figure' }, String(year))),
    ...(isLine
      ? [
          drawn('polyline', {
            points: timed.map(({ year, value }) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`).join(' '),
            class: 'query-line',
          }),
        ]
      : []),
    ...timed.map(({ label, year, value }) =>
      drawn('circle', { cx: x(year), cy: y(value), r: 3.5 }, drawn('title', {}, `${label}: ${figures.number(value)}`)),
    ),
  )
}
