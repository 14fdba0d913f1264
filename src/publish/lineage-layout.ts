/** Where the nodes and edges of a drawing lie: dagre ranks and orders them, and edges become smooth curves that keep clear of all else. */
import dagre from '@dagrejs/dagre'
import { groupBy } from '../group.ts'

/** What is to be placed. */
export interface Placed {
  readonly nodes: readonly { readonly iri: string }[]
  /** From the later thing to what it came from. */
  readonly edges: readonly Ends[]
  /** From left to right instead of from top to bottom. */
  readonly sideways: boolean
}
interface Ends {
  readonly from: string
  readonly to: string
}

/** A box by its middle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

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

interface Size {
  readonly width: number
  readonly height: number
}

/** What is used of dagre, whose own types do not resolve under Node's rules. */
interface Layouter {
  graphlib: {
    Graph: new (options: { multigraph: boolean }) => {
      setGraph(options: object): void
      setNode(name: string, size: object): void
      setEdge(from: string, to: string, label: object, name: string): void
      graph(): { width: number; height: number }
      node(name: string): Box
      edge(edge: { v: string; w: string; name: string }): Box & { readonly points: readonly Point[] }
    }
  }
  layout(graph: object): void
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A point by how far it is along the ranks, from ancestors to descendants, and where it is across. */
interface Spot {
  readonly along: number
  readonly across: number
}

const spacing = {
  down: { rankdir: 'TB', nodesep: 28, edgesep: 18, ranksep: 76, marginx: 16, marginy: 16 },
  right: { rankdir: 'LR', nodesep: 14, edgesep: 10, ranksep: 96, marginx: 16, marginy: 16 },
} as const

/** Up to so many edges dagre is asked again when edges cross, and its better answer taken. */
const few = 200

/**
 * Places a drawing, ancestors above, or at the left where it is drawn sideways.
 *
 * @param sizeOfNode how large each node is
 * @param sizeOfLabel how large the label of each edge is
 */
export function place(drawing: Placed, sizeOfNode: (index: number) => Size, sizeOfLabel: (index: number) => Size): Layout {
  const order = drawing.edges.map((_, index) => index)
  // What comes first decides where dagre's search for few crossings begins, and so where it ends.
  const first = layOut(drawing, order, sizeOfNode, sizeOfLabel)
  if (first.crossings === 0 || order.length > few) return first
  const second = layOut(drawing, [...order].reverse(), sizeOfNode, sizeOfLabel)
  return second.crossings < first.crossings ? second : first
}

function layOut(
  { nodes, edges, sideways }: Placed,
  order: readonly number[],
  sizeOfNode: (index: number) => Size,
  sizeOfLabel: (index: number) => Size,
): Layout & { crossings: number } {
  const { graphlib, layout } = dagre as unknown as Layouter
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ ...(sideways ? spacing.right : spacing.down) })
  nodes.forEach(({ iri }, index) => graph.setNode(iri, sizeOfNode(index)))
  for (const index of order) graph.setEdge(edges[index]!.to, edges[index]!.from, { ...sizeOfLabel(index), labelpos: 'c' }, String(index))
  layout(graph)
  const boxes = new Map(nodes.map(({ iri }) => [iri, graph.node(iri)]))
  const placed = edges.map(({ from, to }, index) => graph.edge({ v: to, w: from, name: String(index) }))
  const routes = routesOf(edges, boxes, placed, sideways)
  const { width, height } = graph.graph()
  return {
    width,
    height,
    nodes: nodes.map(({ iri }) => boxes.get(iri)!),
    edges: edges.map(({ from, to }, index) => {
      const { x, y } = placed[index]!
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
