/** A family tree as an SVG picture, drawn without a browser: dark and light, with links, its content as text inside. */
import { StemmaError } from '../errors.ts'
import { html, type Html } from './html.ts'
import type { Drawing, DrawnEdge, DrawnNode } from './lineage-graph.ts'
import { figure, place, type Box, type Layout, type Route } from './lineage-layout.ts'
import { widthOf } from './text-width.ts'

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
 * Draws nodes and edges, ancestors above, as a file of its own.
 *
 * @param drawing what to show
 * @param title the picture's name, for those who hear it
 * @throws StemmaError `too-large` when there is more than a picture can show
 */
export function svg(drawing: Drawing, title: string): string {
  const layout = layoutOf([drawing])
  return html`<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(layout)} role="img" aria-labelledby="title description">
<title id="title">${title}</title>
<desc id="description">${sentences(drawing)
    .map((sentence) => `${sentence}.`)
    .join(' ')}</desc>
<style>${style}
</style>
${arrow}
<rect class="paper" width="100%" height="100%"/>
${content(drawing, layout, (iri) => iri)}</svg>
`.text
}

/**
 * The same as part of a page, whose stylesheet says how it looks.
 *
 * @param layout where everything lies, from `layoutOf`
 * @param urlOf the link of a thing; none where it has no page
 */
export function picture(drawing: Drawing, layout: Layout, title: string, urlOf: (iri: string) => string | undefined): Html {
  return html`<svg class="lineage" ${sizeOf(layout)} role="group" aria-label="${title}">
${arrow}
${content(drawing, layout, urlOf)}</svg>`
}

/** What a drawing shows, a sentence a step. */
function sentences({ nodes, edges }: Drawing): string[] {
  const names = new Map(nodes.map(({ iri, name }) => [iri, name]))
  return edges.map(({ from, to, label }) => `${names.get(from)} ${label} ${names.get(to)}`)
}

/**
 * Where the things of a drawing lie.
 *
 * @param versions the same drawing, in one or more languages: there is room for the texts of each
 * @throws StemmaError `too-large` when there is more than a picture can show
 */
export function layoutOf(versions: readonly Drawing[]): Layout {
  const [drawing] = versions as [Drawing]
  const { edges } = drawing
  if (edges.length > most)
    throw new StemmaError({
      code: 'too-large',
      message: `${edges.length} steps are too many for a picture; ${most} are the most`,
      hint: 'go fewer steps with --depth, or take another format: dot, mermaid, json',
    })
  return place(drawing, {
    ofNode: (index) => largest(versions.map(({ nodes }) => sizeOfNode(nodes[index]!))),
    ofLabel: (index) => largest(versions.map(({ edges: own }) => ({ width: Math.ceil(widthOf(own[index]!.label, 11)) + 8, height: 16 }))),
  })
}

interface Size {
  readonly width: number
  readonly height: number
}

const largest = (sizes: readonly Size[]): Size => ({
  width: Math.max(...sizes.map(({ width }) => width)),
  height: Math.max(...sizes.map(({ height }) => height)),
})

function sizeOfNode({ name, released }: DrawnNode): Size {
  return { width: Math.ceil(Math.max(widthOf(name, 14), widthOf(released ?? '', 11))) + 26, height: released ? 46 : 34 }
}

const arrow = html`<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>`

function sizeOf(layout: Layout): Html {
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)]
  return html`viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
}

function content(drawing: Drawing, layout: Layout, urlOf: (iri: string) => string | undefined): Html {
  const titles = sentences(drawing)
  const edges = drawing.edges.map((edge, index) => drawEdge(edge, `${titles[index]!}  ${edge.sources}`, layout.edges[index]!))
  const nodes = drawing.nodes.map((node, index) => drawNode(node, layout.nodes[index]!, urlOf(node.iri)))
  return html`${edges}${nodes}`
}

function drawNode({ name, released, className, root }: DrawnNode, { x, y, width, height }: Box, url: string | undefined): Html {
  const kind = ['node', className.toLowerCase(), ...(root ? ['root'] : [])].join(' ')
  const box = html`<rect x="${figure(x - width / 2)}" y="${figure(y - height / 2)}" width="${figure(width)}" height="${figure(height)}" rx="${className === 'Dataset' ? 3 : 15}"/>`
  const label = html`<text x="${figure(x)}" y="${figure(released ? y - 1 : y + 5)}">${name}</text>`
  const date = released && html`<text class="date" x="${figure(x)}" y="${figure(y + 15)}">${released}</text>`
  return url === undefined
    ? html`<g class="${kind}">${box}${label}${date}</g>\n`
    : html`<a href="${url}" class="${kind}">${box}${label}${date}</a>\n`
}

function drawEdge({ label, soft }: DrawnEdge, title: string, { path, x, y }: Route): Html {
  return html`<g class="edge${soft && ' soft'}"><title>${title}</title><path d="${path}" marker-end="url(#arrow)"/><text x="${figure(x)}" y="${figure(y + 4)}">${label}</text></g>\n`
}
