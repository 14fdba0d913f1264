/** Boxes of a family tree in which nobody is reached in two ways, as most are: laid out at once, without a search for few crossings. */
import { groupBy } from '../group.ts'
import { gaps, type Arrangement, type Box, type Ends, type Label, type Placed, type Sizes } from './arrangement.ts'

/** A thing with those that are beyond it, seen from the root. */
interface Twig {
  readonly node: number
  /** The edge that leads to it; the root has none. */
  readonly edge?: number
  /** How many ranks it is from the root: upward less than 0. */
  readonly rank: number
  readonly twigs: readonly Twig[]
}

/**
 * The arrangement of a tree: what the first node came from on one side of it, what came from it on the other.
 *
 * @returns undefined when the drawing is no such tree
 */
export function treeArrangement({ nodes, edges, sideways }: Placed, sizes: Sizes): Arrangement | undefined {
  if (nodes.length < 2 || edges.length !== nodes.length - 1) return undefined
  const numbers = new Map(nodes.map(({ iri }, index) => [iri, index]))
  const seen = new Set([0])
  const twigsOf = (near: keyof Ends, far: keyof Ends, step: number): Twig[] => {
    const byNear = groupBy(edges.keys(), (edge) => edges[edge]![near])
    const beyond = (node: number, rank: number): Twig[] =>
      (byNear.get(nodes[node]!.iri) ?? []).flatMap((edge) => {
        const other = numbers.get(edges[edge]![far])!
        if (seen.has(other)) return []
        seen.add(other)
        return [{ node: other, edge, rank, twigs: beyond(other, rank + step) }]
      })
    return beyond(0, step)
  }
  const up = twigsOf('from', 'to', -1)
  const down = twigsOf('to', 'from', 1)
  return seen.size === nodes.length ? arranged(nodes, { up, down }, sideways, sizes) : undefined
}

/** What is on either side of the root. */
interface Sides {
  readonly up: readonly Twig[]
  readonly down: readonly Twig[]
}

function arranged(nodes: Placed['nodes'], { up, down }: Sides, sideways: boolean, { ofNode, ofLabel }: Sizes): Arrangement {
  const { beside, ranks, border } = gaps[sideways ? 'right' : 'down']
  const [along, across] = sideways ? (['width', 'height'] as const) : (['height', 'width'] as const)
  const placed: { readonly twig: Twig; readonly across: number }[] = []

  const breadthOf = (twig: Twig): number => {
    const own = Math.max(ofNode(twig.node)[across], twig.edge === undefined ? 0 : ofLabel(twig.edge)[across])
    return Math.max(own, breadthOfAll(twig.twigs))
  }
  const breadthOfAll = (twigs: readonly Twig[]): number =>
    twigs.reduce((sum, twig) => sum + breadthOf(twig), 0) + beside * Math.max(0, twigs.length - 1)
  const placeAll = (twigs: readonly Twig[], middle: number): void => {
    let start = middle - breadthOfAll(twigs) / 2
    for (const twig of twigs) {
      const breadth = breadthOf(twig)
      placed.push({ twig, across: start + breadth / 2 })
      placeAll(twig.twigs, start + breadth / 2)
      start += breadth + beside
    }
  }
  const breadth = Math.max(breadthOfAll(up), breadthOfAll(down), ofNode(0)[across])
  const middle = border + breadth / 2
  placed.push({ twig: { node: 0, rank: 0, twigs: [] }, across: middle })
  placeAll(up, middle)
  placeAll(down, middle)

  // Each rank is as long as the longest in it; between two ranks lie the labels of the edges that join them.
  const lengths = new Map<number, number>()
  const longest = (rank: number, length: number): void => void lengths.set(rank, Math.max(lengths.get(rank) ?? 0, length))
  for (const { twig } of placed) {
    longest(twig.rank, ofNode(twig.node)[along])
    if (twig.edge !== undefined) longest(twig.rank - Math.sign(twig.rank) / 2, ofLabel(twig.edge)[along])
  }
  const middles = new Map<number, number>()
  let end = border
  for (const rank of [...lengths.keys()].sort((a, b) => a - b)) {
    const length = lengths.get(rank)!
    middles.set(rank, end + length / 2)
    end += length + ranks / 2
  }
  const total = end - ranks / 2 + border

  const boxAt = (rank: number, at: number, size: { readonly width: number; readonly height: number }): Box => ({
    ...size,
    x: sideways ? middles.get(rank)! : at,
    y: sideways ? at : middles.get(rank)!,
  })
  const boxes = new Map(placed.map(({ twig, across: at }) => [nodes[twig.node]!.iri, boxAt(twig.rank, at, ofNode(twig.node))]))
  const labels = new Map<number, Label>()
  for (const { twig, across: at } of placed)
    if (twig.edge !== undefined) {
      const label = boxAt(twig.rank - Math.sign(twig.rank) / 2, at, ofLabel(twig.edge))
      labels.set(twig.edge, { ...label, points: [label, label, label] })
    }
  return {
    width: sideways ? total : breadth + 2 * border,
    height: sideways ? breadth + 2 * border : total,
    boxes,
    labels: [...labels].sort(([a], [b]) => a - b).map(([, label]) => label),
  }
}
