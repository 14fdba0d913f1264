/** The answer as a picture of things and links, those that others came from above. */
import { place, type Box, type Route } from '../../lineage-layout.ts'
import type { QueryConfig } from '../config.ts'
import type { SentAnswer } from '../protocol.ts'
import { drawn, element } from './dom.ts'
import type { Figures } from './figures.ts'
import { labelsIn, linkColumns, linksOf, type Link } from './graph-data.ts'
import { widthOf } from './measure.ts'
import { linkOf, textOf } from './terms.ts'
import type { Words } from './words.ts'

/** So many things can still be looked at. */
const mostThings = 150
/** With more side by side the picture is drawn from left to right. */
const mostAbreast = 7

/** Looks up the names of things. */
export type NameThings = (iris: readonly string[]) => Promise<ReadonlyMap<string, string>>

/**
 * A picture with its choice of columns; the answer must have two columns of things.
 *
 * @param table stands in for what is too large for a picture
 */
export function graphOf(
  answer: SentAnswer,
  config: QueryConfig,
  words: Words,
  figures: Figures,
  names: NameThings,
  table: () => HTMLElement,
): HTMLElement {
  const { things, property } = linkColumns(answer, config)
  const picture = element('div')
  const choice = (chosen: number): HTMLSelectElement =>
    element(
      'select',
      { change: () => void draw() },
      ...things.map((column) => element('option', { value: column, selected: column === chosen }, answer.variables[column])),
    )
  const [from, to] = [choice(things[0]!), choice(things[1]!)]

  /** Of several choices in a row, the last is drawn. */
  let drawings = 0
  async function draw(): Promise<void> {
    const links = linksOf(answer, Number(from.value), Number(to.value), property, config)
    const iris = [...new Set(links.flatMap(({ from, to }) => [from, to]))]
    if (iris.length === 0) return picture.replaceChildren(element('p', {}, words.noGraph))
    if (iris.length > mostThings)
      return picture.replaceChildren(element('p', {}, words.tooMany(figures.number(iris.length), mostThings)), table())
    const own = ++drawings
    const found = await names(iris)
    if (own !== drawings) return
    const labels = new Map([...found, ...labelsIn(answer, config.language)])
    const nameOf = (iri: string): string => labels.get(iri) ?? textOf(iri, config).replace(/^[\w-]+:/, '')
    const description = words.graphOf(figures.number(iris.length), figures.number(links.length))
    picture.replaceChildren(
      element(
        'div',
        { class: 'query-scroll query-graph', tabindex: 0, role: 'region', 'aria-label': words.graph },
        svg(iris, links, nameOf, config, description),
      ),
      element('p', { class: 'query-quiet' }, description),
    )
  }

  void draw()
  const choices = answer.type === 'bindings' && things.length > 2
  return element(
    'div',
    {},
    choices &&
      element('p', { class: 'query-choices' }, element('label', {}, `${words.from} `, from), element('label', {}, `${words.to} `, to)),
    picture,
  )
}

const fonts = { node: '14px sans-serif', label: '11px sans-serif' }
function svg(
  iris: readonly string[],
  links: readonly Link[],
  nameOf: (iri: string) => string,
  config: QueryConfig,
  description: string,
): SVGElement {
  const layout = place(
    { nodes: iris.map((iri) => ({ iri })), edges: links, sideways: abreast(links) > mostAbreast },
    {
      ofNode: (index) => ({ width: widthOf(nameOf(iris[index]!), fonts.node) + 26, height: 34 }),
      ofLabel: (index) => ({ width: widthOf(links[index]!.label, fonts.label) + 8, height: 16 }),
    },
  )
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)]
  return drawn(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': description },
    drawn(
      'defs',
      {},
      drawn(
        'marker',
        {
          id: 'query-arrow',
          viewBox: '0 0 10 10',
          refX: 9,
          refY: 5,
          markerWidth: 7,
          markerHeight: 7,
          markerUnits: 'userSpaceOnUse',
          orient: 'auto',
        },
        drawn('path', { d: 'M0 0 10 5 0 10z' }),
      ),
    ),
    ...links.map((link, index) => edge(link, layout.edges[index]!, nameOf)),
    ...iris.map((iri, index) => node(iri, layout.nodes[index]!, nameOf(iri), config)),
  )
}

/** How many things stand side by side at least: those that came from no other, those that no other came from, or what one leads to. */
function abreast(links: readonly Link[]): number {
  const [from, to] = [new Map<string, number>(), new Map<string, number>()]
  for (const link of links) {
    from.set(link.from, (from.get(link.from) ?? 0) + 1)
    to.set(link.to, (to.get(link.to) ?? 0) + 1)
  }
  const without = (some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number =>
    [...some.keys()].filter((iri) => !others.has(iri)).length
  return Math.max(without(from, to), without(to, from), ...from.values(), ...to.values())
}

function node(iri: string, { x, y, width, height }: Box, name: string, config: QueryConfig): SVGElement {
  const href = linkOf(iri, config)
  const parts = [
    drawn('title', {}, textOf(iri, config)),
    drawn('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 6 }),
    drawn('text', { x, y: y + 5, class: 'query-middle' }, name),
  ]
  return href === undefined ? drawn('g', { class: 'query-node' }, ...parts) : drawn('a', { href, class: 'query-node' }, ...parts)
}

function edge({ from, to, label }: Link, { path, x, y }: Route, nameOf: (iri: string) => string): SVGElement {
  return drawn(
    'g',
    { class: 'query-edge' },
    drawn('title', {}, `${nameOf(from)} ${label || '→'} ${nameOf(to)}`),
    drawn('path', { d: path, 'marker-end': 'url(#query-arrow)' }),
    drawn('text', { x, y: y + 4, class: 'query-middle' }, label),
  )
}
