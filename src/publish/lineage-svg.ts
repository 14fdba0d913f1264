/** A family tree as an SVG picture, drawn without a browser: dark and light, with links, its content as text inside. */
import dagre from '@dagrejs/dagre'
import type { Drawing, DrawnEdge, DrawnNode } from './lineage-graph.ts'

const height = 34
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Widths as a sans-serif of 14 px has them, roughly; Chinese characters are square. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? size : /[A-Z0-9]/.test(character) ? size * 0.66 : size * 0.56),
    0,
  )

const style = `
  .node rect, .node path { fill: #f6f8fa; stroke: #57606a; stroke-width: 1.2 }
  .node.root rect { stroke-width: 2.6; stroke: #0969da }
  .node.dataset rect { fill: #fff8e6; stroke: #9a6700 }
  text { font: 14px ui-sans-serif, system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; fill: #1f2328 }
  .edge path { fill: none; stroke: #57606a; stroke-width: 1.3 }
  .edge.soft path { stroke-dasharray: 5 4 }
  .edge text { font-size: 11px; fill: #57606a }
  .edge rect { fill: #ffffff }
  #arrow path { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    .node rect { fill: #161b22; stroke: #8b949e }
    .node.root rect { stroke: #58a6ff }
    .node.dataset rect { fill: #272115; stroke: #d29922 }
    text { fill: #e6edf3 }
    .edge path { stroke: #8b949e }
    .edge text { fill: #8b949e }
    .edge rect { fill: #0d1117 }
    #arrow path { fill: #8b949e }
  }`

/** What is used of dagre, whose own types do not resolve under Node's rules. */
interface Layouter {
  graphlib: {
    Graph: new (options: { multigraph: boolean }) => {
      setGraph(options: object): void
      setDefaultEdgeLabel(label: () => object): void
      setNode(name: string, size: object): void
      setEdge(from: string, to: string, label: object, name: string): void
      graph(): { width?: number; height?: number }
      node(name: string): Placed
      edge(edge: { v: string; w: string; name: string }): Routed
    }
  }
  layout(graph: object): void
}

interface Routed extends Placed {
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Draws nodes and edges, ancestors above.
 *
 * @param drawing what to show
 * @param title the picture's name, for those who hear it
 */
export function svg({ nodes, edges }: Drawing, title: string): string {
  const { graphlib, layout: place } = dagre as unknown as Layouter
  const layout = new graphlib.Graph({ multigraph: true })
  layout.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 44, marginx: 12, marginy: 12 })
  layout.setDefaultEdgeLabel(() => ({}))
  for (const { iri, name } of nodes) layout.setNode(iri, { width: Math.ceil(widthOf(name, 14)) + 26, height })
  for (const { from, to, label } of edges)
    layout.setEdge(from, to, { width: Math.ceil(widthOf(label, 11)) + 8, height: 16, labelpos: 'c' }, label)
  place(layout)
  const { width = 0, height: tall = 0 } = layout.graph()
  const size = [width, tall].map((side) => Math.ceil(side))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}" role="img" aria-labelledby="title description">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(sentences(nodes, edges))}</desc>
<style>${style}
</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>
${edges.map((edge) => drawEdge(edge, layout.edge({ v: edge.from, w: edge.to, name: edge.label }))).join('\n')}
${nodes.map((node) => drawNode(node, layout.node(node.iri))).join('\n')}
</svg>
`
}

/** The same content as text. */
function sentences(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): string {
  const names = new Map(nodes.map(({ iri, name }) => [iri, name]))
  return edges.map(({ from, to, label }) => `${names.get(to)} ${label} ${names.get(from)}.`).join(' ')
}

function drawNode({ iri, name, className, root }: DrawnNode, { x, y, width }: Placed): string {
  const kind = ['node', className.toLowerCase(), ...(root ? ['root'] : [])].join(' ')
  return `<a href="${escape(iri)}" class="${kind}"><rect x="${n(x - width / 2)}" y="${n(y - height / 2)}" width="${n(width)}" height="${height}" rx="${className === 'Dataset' ? 3 : 15}"/><text x="${n(x)}" y="${n(y + 5)}" text-anchor="middle">${escape(name)}</text></a>`
}

function drawEdge({ label, soft }: DrawnEdge, { points, x, y, width }: Routed): string {
  const path = points.map(({ x: px, y: py }, index) => `${index === 0 ? 'M' : 'L'}${n(px)} ${n(py)}`).join('')
  return `<g class="edge${soft ? ' soft' : ''}"><path d="${path}" marker-end="url(#arrow)"/><rect x="${n(x - width / 2)}" y="${n(y - 8)}" width="${n(width)}" height="16"/><text x="${n(x)}" y="${n(y + 4)}" text-anchor="middle">${escape(label)}</text></g>`
}

const n = (value: number): string => String(Math.round(value * 10) / 10)
