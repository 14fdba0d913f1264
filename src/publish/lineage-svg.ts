/** A family tree as an SVG picture, drawn without a browser: dark and light, with links, its content as text inside. */
import { StemmaError } from '../errors.ts'
import type { Drawing, DrawnEdge, DrawnNode } from './lineage-graph.ts'
import { figure, place, type Box, type Route } from './lineage-layout.ts'

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Widths as a sans-serif has them, roughly; Chinese characters are square. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + size * (/[\u2e80-\uffef]/.test(character) ? 1 : /[A-Z0-9]/.test(character) ? 0.68 : 0.57), 0)

const style = `
  .paper { fill: #ffffff }
  .node rect { fill: #f6f8fa; stroke: #57606a; stroke-width: 1.2 }
  .node.dataset rect { fill: #fff8e6; stroke: #9a6700 }
  .node.root rect { stroke-width: 2.6; stroke: #0969da }
  text { font: 14px ui-sans-serif, system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; fill: #1f2328; text-anchor: middle }
  .node .date { font-size: 11px; fill: #57606a }
  .edge path { fill: none; stroke: #6e7781; stroke-width: 1.3 }
  .edge.soft path { stroke-dasharray: 5 4 }
  .edge text { font-size: 11px; fill: #57606a; stroke: #ffffff; stroke-width: 5px; stroke-linejoin: round; paint-order: stroke }
  .edge:hover path { stroke: #0969da; stroke-width: 2.2 }
  #arrow path { fill: #6e7781 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 }
    .node rect { fill: #161b22; stroke: #8b949e }
    .node.dataset rect { fill: #272115; stroke: #d29922 }
    .node.root rect { stroke: #58a6ff }
    text { fill: #e6edf3 }
    .node .date { fill: #8b949e }
    .edge path { stroke: #8b949e }
    .edge text { fill: #8b949e; stroke: #0d1117 }
    .edge:hover path { stroke: #58a6ff }
    #arrow path { fill: #8b949e }
  }`

/** What can still be looked at, and laid out in a few seconds. */
const most = 600

/**
 * Draws nodes and edges, ancestors above.
 *
 * @param drawing what to show
 * @param title the picture's name, for those who hear it
 * @throws StemmaError `too-large` when there is more than a picture can show
 */
export function svg(drawing: Drawing, title: string): string {
  const { nodes, edges } = drawing
  if (edges.length > most)
    throw new StemmaError({
      code: 'too-large',
      message: `${edges.length} steps are too many for a picture; ${most} are the most`,
      hint: 'go fewer steps with --depth, or take another format: dot, mermaid, json',
    })
  const { width, height, ...placed } = place(
    drawing,
    (index) => sizeOf(nodes[index]!),
    (index) => ({ width: Math.ceil(widthOf(edges[index]!.label, 11)) + 8, height: 16 }),
  )
  const size = [width, height].map((side) => Math.ceil(side))
  const names = new Map(nodes.map(({ iri, name }) => [iri, name]))
  const sentence = ({ from, to, label }: DrawnEdge): string => `${names.get(from)} ${label} ${names.get(to)}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}" role="img" aria-labelledby="title description">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(edges.map((edge) => `${sentence(edge)}.`).join(' '))}</desc>
<style>${style}
</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>
<rect class="paper" width="100%" height="100%"/>
${edges.map((edge, index) => drawEdge(edge, `${sentence(edge)}  ${edge.sources}`, placed.edges[index]!)).join('\n')}
${nodes.map((node, index) => drawNode(node, placed.nodes[index]!)).join('\n')}
</svg>
`
}

function sizeOf({ name, released }: DrawnNode): { width: number; height: number } {
  return { width: Math.ceil(Math.max(widthOf(name, 14), widthOf(released ?? '', 11))) + 26, height: released ? 46 : 34 }
}

function drawNode({ iri, name, released, className, root }: DrawnNode, { x, y, width, height }: Box): string {
  const kind = ['node', className.toLowerCase(), ...(root ? ['root'] : [])].join(' ')
  const box = `<rect x="${figure(x - width / 2)}" y="${figure(y - height / 2)}" width="${figure(width)}" height="${figure(height)}" rx="${className === 'Dataset' ? 3 : 15}"/>`
  const label = `<text x="${figure(x)}" y="${figure(released ? y - 1 : y + 5)}">${escape(name)}</text>`
  const date = released ? `<text class="date" x="${figure(x)}" y="${figure(y + 15)}">${escape(released)}</text>` : ''
  return `<a href="${escape(iri)}" class="${kind}">${box}${label}${date}</a>`
}

function drawEdge({ label, soft }: DrawnEdge, title: string, { path, x, y }: Route): string {
  return `<g class="edge${soft ? ' soft' : ''}"><title>${escape(title)}</title><path d="${path}" marker-end="url(#arrow)"/><text x="${figure(x)}" y="${figure(y + 4)}">${escape(label)}</text></g>`
}
