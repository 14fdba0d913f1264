/** Where the nodes and edges of a drawing lie: boxes in ranks, and edges as smooth curves that keep clear of all else. */
import { groupBy } from '../group.ts'
import type { Arrangement, Box, Ends, Placed, Point, Size, Sizes } from './arrangement.ts'
import { dagreArrangement } from './dagre-arrangement.ts'
import { treeArrangement } from './tree-arrangement.ts'

export type { Box } from './arrangement.ts'

/** An edge: the path to draw, and the middle of its label. */
export interface Route {
  readonly path: string
  readonly x: number
  readonly y: number
}

/** Where everything lies; nodes and edges in the order of the drawing. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly Box[]
  readonly edges: readonly Route[]
}

/** A point by how far it is along the ranks, from ancestors to descendants, and where it is across. */
interface Spot {
  readonly along: number
  readonly across: number
}

/** Up to so many edges dagre is asked again when edges cross, and its better answer taken. */
const few = 200

/**
 * Places a drawing, ancestors above, or at the left where it is drawn sideways.
 *
 * @param sizes how large each node and each label is
 */
export function place(drawing: Placed, sizes: Sizes): Layout {
  const tree = treeArrangement(drawing, sizes)
  if (tree) return routed(drawing, tree)
  const order = drawing.edges.map((_, index) => index)
  const first = routed(drawing, dagreArrangement(drawing, order, sizes))
  if (first.crossings === 0 || order.length > few) return first
  const second = routed(drawing, dagreArrangement(drawing, [...order].reverse(), sizes))
  return second.crossings < first.crossings ? second : first
}

function routed({ nodes, edges, sideways }: Placed, { width, height, boxes, labels }: Arrangement): Layout & { crossings: number } {
  const routes = routesOf(edges, boxes, labels, sideways)
  return {
    width,
    height,
    nodes: nodes.map(({ iri }) => boxes.get(iri)!),
    edges: edges.map(({ from, to }, index) => {
      const { x, y } = labels[index]!
      return { path: from === to ? loop(boxes.get(from)!) : curve(routes[index]!.reverse(), sideways), x, y }
    }),
    crossings: crossingsOf(routes),
  }
}

/** The spots of each edge from the parent to the child: where it leaves the one, where its ranks begin and end, where it meets the other. */
function routesOf(
  edges: readonly Ends[],
  boxes: ReadonlyMap<string, Box>,
  placed: readonly (Box & { readonly points: readonly Point[] })[],
  sideways: boolean,
): Spot[][] {
  const spot = ({ x, y }: Point): Spot => (sideways ? { along: x, across: y } : { along: y, across: x })
  const length = ({ width, height }: Size): number => (sideways ? width : height)
  const breadth = ({ width, height }: Size): number => (sideways ? height : width)
  const bands = bandsOf([...boxes.values(), ...placed].map((box) => [spot(box).along, length(box)]))
  const ends = edges.map(({ from, to }, index) => {
    const turns = placed[index]!.points.slice(1, -1).map(spot)
    return [to, from].map((iri, end) => {
      const box = boxes.get(iri)!
      const middle = spot(box)
      const next = turns.at(end === 0 ? 0 : -1) ?? middle
      const forward = Math.sign(next.along - middle.along)
      return {
        key: `${index} ${end}`,
        side: `${iri} ${forward}`,
        next: next.across,
        middle: middle.across,
        breadth: breadth(box),
        band: middle.along,
        along: middle.along + (forward * length(box)) / 2,
      }
    })
  })
  const ports = portsOf(ends.flat())
  return ends.map((pair, index) => {
    const [parent, child] = pair.map(({ key, along, band }) => ({ along, band, across: ports.get(key)! }))
    const turns = placed[index]!.points.slice(1, -1).map((point) => ({ ...spot(point), band: spot(point).along }))
    return straightened([parent!, ...turns, child!], bands)
  })
}

/** How often edges cross: two that run between the same ranks, and change sides there. */
function crossingsOf(routes: readonly (readonly Spot[])[]): number {
  const pieces = routes.flatMap((spots) => spots.slice(1).map((to, index) => ({ from: spots[index]!, to })))
  const between = groupBy(pieces, ({ from, to }) => `${Math.round(from.along)} ${Math.round(to.along)}`)
  return [...between.values()].reduce(
    (sum, all) =>
      sum +
      all.reduce(
        (crossed, a, index) =>
          crossed + all.slice(index + 1).filter((b) => (a.from.across - b.from.across) * (a.to.across - b.to.across) < 0).length,
        0,
      ),
    0,
  )
}

/** How long each rank is from its middle to its edge, by where its middle is. */
function bandsOf(boxes: readonly (readonly [along: number, length: number])[]): Map<number, number> {
  const bands = new Map<number, number>()
  for (const [along, length] of boxes) bands.set(Math.round(along), Math.max(bands.get(Math.round(along)) ?? 0, length / 2))
  return bands
}

interface Port {
  readonly key: string
  /** The side of the node that it is on. */
  readonly side: string
  /** Where its edge goes on to, across. */
  readonly next: number
  readonly middle: number
  readonly breadth: number
}

/** Where across each edge leaves its node: spread along the side, in the order in which they go on, so that they do not cross there. */
function portsOf(ports: readonly Port[]): Map<string, number> {
  return new Map(
    [...groupBy(ports, ({ side }) => side).values()].flatMap((onSide) => {
      const gap = Math.min(18, (onSide[0]!.breadth * 0.7) / Math.max(1, onSide.length - 1))
      return onSide
        .sort((a, b) => a.next - b.next)
        .map(({ key, middle }, index) => [key, middle + (index - (onSide.length - 1) / 2) * gap] as const)
    }),
  )
}

/** Within its rank an edge runs straight, beside what else is in it; it bends between the ranks only. */
function straightened(spots: readonly (Spot & { readonly band: number })[], bands: ReadonlyMap<number, number>): Spot[] {
  const forward = Math.sign(spots.at(-1)!.along - spots[0]!.along) || 1
  return spots.flatMap(({ along, across, band }, index): Spot[] => {
    const half = bands.get(Math.round(band)) ?? 0
    const before = { along: band - forward * half, across }
    const after = { along: band + forward * half, across }
    if (index === 0) return [{ along, across }, after]
    return index === spots.length - 1 ? [before, { along, across }] : [before, after]
  })
}

/** Lines and curves in turn, each curve setting out and arriving along the ranks. */
function curve(spots: readonly Spot[], sideways: boolean): string {
  const at = (along: number, across: number): string =>
    sideways ? `${figure(along)} ${figure(across)}` : `${figure(across)} ${figure(along)}`
  const level = (a: Spot | undefined, b: Spot | undefined): boolean =>
    a !== undefined && b !== undefined && figure(a.across) === figure(b.across)
  // What lies on a line between two others adds nothing.
  const bends = spots.filter((spot, index) => !(level(spots[index - 1], spot) && level(spot, spots[index + 1])))
  return bends
    .map((spot, index) => {
      const before = bends[index - 1]
      if (!before) return `M${at(spot.along, spot.across)}`
      if (level(before, spot)) return figure(before.along) === figure(spot.along) ? '' : `L${at(spot.along, spot.across)}`
      const middle = (before.along + spot.along) / 2
      return `C${at(middle, before.across)} ${at(middle, spot.across)} ${at(spot.along, spot.across)}`
    })
    .join('')
}

/** An edge from a node to itself, at its right. */
function loop({ x, y, width }: Box): string {
  const right = x + width / 2
  return `M${figure(right)} ${figure(y - 8)}C${figure(right + 28)} ${figure(y - 14)} ${figure(right + 28)} ${figure(y + 14)} ${figure(right)} ${figure(y + 8)}`
}

/** A number as pictures need it: to a tenth. */
export const figure = (value: number): string => String(Math.round(value * 10) / 10)
