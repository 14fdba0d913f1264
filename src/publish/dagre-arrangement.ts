/** Boxes where dagre puts them: in ranks, in an order in which few edges cross. */
import dagre from '@dagrejs/dagre'
import { gaps, type Arrangement, type Box, type Label, type Placed, type Sizes } from './arrangement.ts'

/** What is used of dagre, whose own types do not resolve under Node's rules. */
interface Layouter {
  graphlib: {
    Graph: new (options: { multigraph: boolean }) => {
      setGraph(options: object): void
      setNode(name: string, size: object): void
      setEdge(from: string, to: string, label: object, name: string): void
      graph(): { width: number; height: number }
      node(name: string): Box
      edge(edge: { v: string; w: string; name: string }): Label
    }
  }
  layout(graph: object): void
}

/**
 * The arrangement of any drawing.
 *
 * @param order the edges in the order in which dagre is told of them, which decides where its search for few crossings begins
 */
export function dagreArrangement({ nodes, edges, sideways }: Placed, order: readonly number[], { ofNode, ofLabel }: Sizes): Arrangement {
  const { graphlib, layout } = dagre as unknown as Layouter
  const graph = new graphlib.Graph({ multigraph: true })
  const { beside: nodesep, edges: edgesep, ranks: ranksep, border } = gaps[sideways ? 'right' : 'down']
  graph.setGraph({ rankdir: sideways ? 'LR' : 'TB', nodesep, edgesep, ranksep, marginx: border, marginy: border })
  nodes.forEach(({ iri }, index) => graph.setNode(iri, ofNode(index)))
  for (const index of order) graph.setEdge(edges[index]!.to, edges[index]!.from, { ...ofLabel(index), labelpos: 'c' }, String(index))
  layout(graph)
  const { width, height } = graph.graph()
  return {
    width,
    height,
    boxes: new Map(nodes.map(({ iri }) => [iri, graph.node(iri)])),
    labels: edges.map(({ from, to }, index) => graph.edge({ v: to, w: from, name: String(index) })),
  }
}
