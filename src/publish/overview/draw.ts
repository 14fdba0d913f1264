/** An overview as SVG: marks that are links, and the steps between those that have names. */
import type { Families } from '../../graph/families/families.ts'
import { none } from '../../graph/families/none.ts'
import { undated } from '../../graph/families/released.ts'
import { html, type Html } from '../html.ts'
import { figure } from '../lineage-layout.ts'
import { gap, heapWidth, mark, nearestIn, trunk, type Heap, type NamedMark } from './lane.ts'
import { rowY, size, stripY, type OverviewLayout, type PlacedLane } from './layout.ts'

/** What is written and where links lead, by the ranks of models. */
export interface Texts {
  name(model: number): string
  url(model: number): string | undefined
  /** What is told of a model: its name and date. */
  title(model: number): string
  /** What is told of models that fall together. */
  heap(models: readonly number[]): string
  heapUrl(lane: PlacedLane, first: number): string | undefined
  lane(lane: PlacedLane): Html
  /** How many models a lane has, and of which time. */
  about(lane: PlacedLane): string
  readonly label: string
  readonly undated: string
}

/** A place of a mark. */
interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * Draws an overview. The titles of lanes are a picture of their own over the other, so that they stay where they are when a
 * narrow window is moved along the axis.
 *
 * @param crossing steps between models of different lanes, or beside the tree of one, by rank
 */
export function drawOverview(
  families: Families,
  layout: OverviewLayout,
  crossing: readonly (readonly [child: number, parent: number])[],
  texts: Texts,
): Html {
  const { lanes, axis, undated: field } = layout
  const spots = new Map(lanes.flatMap((lane) => lane.named.map((one) => [one.model, { x: one.x, y: rowY(lane, one.row) }] as const)))
  const height = Math.ceil(layout.height)
  const grid = axis?.ticks.map(({ x }) => `M${figure(x)} ${size.top - 6}V${height}`).join('') ?? ''
  return html`<div class="overview"><svg class="titles" viewBox="0 0 340 ${height}" width="340" height="${height}" role="group" aria-label="${texts.label}">
${lanes.map((lane) => html`<text class="lane" x="2" y="${figure(lane.y + 17)}">${texts.lane(lane)} <tspan class="about">${texts.about(lane)}</tspan></text>\n`)}</svg>
<svg class="time" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="group" aria-label="${texts.label}">
<path class="grid" d="${grid}"/>
${field !== undefined && html`<rect class="undated" x="${field}" y="0" width="${size.width - field}" height="${height}"/><text class="tick" x="${field + 6}" y="14">${texts.undated}</text>\n`}${axis?.ticks.filter(({ x }) => x < (field ?? size.width) - 50).map(({ x, text }) => html`<text class="tick" x="${figure(x + 3)}" y="14">${text}</text>\n`)}
${lanes.map(({ y }) => html`<path class="rule" d="M0 ${figure(y)}H${size.width}"/>`)}
${crossing.map(([child, parent]) => html`<path class="across" d="${across(spots.get(parent)!, spots.get(child)!)}"/>`)}
${lanes.map((lane) => drawLane(families, lane, spots, texts))}</svg></div>`
}

function drawLane(families: Families, lane: PlacedLane, spots: ReadonlyMap<number, Spot>, texts: Texts): Html {
  const above = nearestIn(families, new Set(lane.named.map(({ model }) => model)))
  const steps = lane.named.map(({ model }) => {
    const parent = above.get(model)
    // A line to what has no date would run through all the others, and say nothing of time.
    if (parent === undefined || isDated(families, parent) !== isDated(families, model)) return undefined
    return html`<path class="${families.parent[model] === parent ? 'step' : 'step far'}" d="${elbow(spots.get(parent)!, spots.get(model)!)}"/>`
  })
  const heaps = lane.heaps.map((heap) => drawHeap(heap, stripY(lane), lane, texts))
  return html`${steps}
${lane.named.map((one) => drawNamed(one, spots.get(one.model)!, families, texts))}${heaps}`
}

const isDated = ({ released }: Families, model: number): boolean => released[model] !== undated

function drawNamed({ model, turned }: NamedMark, { x, y }: Spot, families: Families, texts: Texts): Html {
  const url = texts.url(model)
  const dot = html`<title>${texts.title(model)}</title><circle${families.parent[model] === none && html` class="root"`} cx="${figure(x)}" cy="${figure(y)}" r="${mark}"/>`
  const name = html`<text${turned && html` class="turned"`} x="${figure(turned ? x - gap : x + gap)}" y="${figure(y - 4)}">${texts.name(model)}</text>`
  return url === undefined ? html`<g>${dot}${name}</g>\n` : html`<a href="${url}">${dot}${name}</a>\n`
}

function drawHeap({ x, models, first }: Heap, y: number, lane: PlacedLane, texts: Texts): Html {
  const content =
    models.length === 1
      ? html`<title>${texts.title(first)}</title><circle cx="${figure(x)}" cy="${figure(y)}" r="${mark - 1}"/>`
      : html`<title>${texts.heap(models)}</title><path d="M${Math.round(x - heapWidth(models.length) / 2 + 8)} ${figure(y)}h${Math.round(heapWidth(models.length) - 16)}"/><text x="${Math.round(x)}" y="${figure(y + 4)}">${models.length.toLocaleString('en')}</text>`
  const url = models.length === 1 ? texts.url(first) : texts.heapUrl(lane, first)
  return url === undefined ? html`<g class="heap">${content}</g>\n` : html`<a class="heap" href="${url}" tabindex="-1">${content}</a>\n`
}

/** How round the corners of lines are. */
const bend = 4

/** From the parent down or up beside all that is between, and then along the row of the child. */
function elbow(from: Spot, to: Spot): string {
  const start = `M${figure(from.x)} ${figure(from.y)}`
  if (to.y === from.y) return `${start}H${figure(to.x)}`
  const turn = Math.sign(to.y - from.y) * bend
  return `${start}h${bend - trunk}q${-bend} 0 ${-bend} ${turn}V${figure(to.y - turn)}q0 ${turn} ${bend} ${turn}H${figure(to.x)}`
}

function across(from: Spot, to: Spot): string {
  const middle = (from.y + to.y) / 2
  return `M${figure(from.x)} ${figure(from.y)}C${figure(from.x)} ${figure(middle)} ${figure(to.x)} ${figure(middle)} ${figure(to.x)} ${figure(to.y)}`
}
