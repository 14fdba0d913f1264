/** Drawings of lineage: that they say what is so, that names cannot break out of them, and that nothing lies on anything else. */
import { describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { build } from '../../src/graph/build.ts'
import { packageFile } from '../../src/package-files.ts'
import { drawing, dot, mermaid, type Drawing } from '../../src/publish/lineage-graph.ts'
import { place, type Box } from '../../src/publish/lineage-layout.ts'
import { svg } from '../../src/publish/lineage-svg.ts'
import { lineage, stepsIn } from '../../src/query/lineage.ts'
import { graphOf } from '../graph-of.ts'

const base = 'https://w3id.org/stemma/'
const drawn = (yaml: string, root: string): Drawing => {
  const graph = graphOf(yaml)
  return drawing(graph, `${base}model/${root}`, stepsIn(lineage(graph, `${base}model/${root}`, 'up', { wide: true })))
}

const hostile = drawn(
  `id: evil
source: paper
name: "1. a\\n%%{init: {'theme':'dark'}}%% \`b\` \\"c\\" <d> & #e; \\u202E \\\\n"
fineTunedFrom: { value: plain, at: "§1 \\"x\\"" }
---
{ id: plain, source: paper, name: "- list", released: 2022 }`,
  'evil',
)

describe('hostile 20: an arrow reads as its label does, and names are only names', () => {
  test('in Mermaid', () => {
    expect(mermaid(hostile)).toBe(`flowchart BT
  n0("1#46; a#92;n#37;#37;#123;init: #123;'theme':'dark'#125;#125;#37;#37; #96;b#96; #34;c#34; #60;d#62; #38; #35;e#59; #92;u#123;202e#125; #92;n")
  n1("#45; list")
  n0 -->|"fine-tuned from"| n1
  style n0 stroke-width:3px
`)
  })

  test('in DOT', () => {
    expect(dot(hostile)).toBe(`digraph lineage {
  rankdir=BT; node [shape=box, style=rounded, fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];
  "${base}model/evil" [label="1. a\\\\n%%{init: {'theme':'dark'}}%% \`b\` \\"c\\" <d> & #e; \\\\u{202e} \\\\n", URL="${base}model/evil", penwidth=2];
  "${base}model/plain" [label="- list", URL="${base}model/plain"];
  "${base}model/evil" -> "${base}model/plain" [label="fine-tuned from", tooltip="[paper §1 \\"x\\"]"];
}
`)
  })

  test('in SVG', () => {
    const text = svg(hostile, 'A <title>')
    expect(text.slice(text.indexOf('<rect class="paper"'))).toBe(`<rect class="paper" width="100%" height="100%"/>
<g class="edge"><title>1. a\\n%%{init: {&#39;theme&#39;:&#39;dark&#39;}}%% \`b\` &quot;c&quot; &lt;d&gt; &amp; #e; \\u{202e} \\n fine-tuned from - list  [paper §1 &quot;x&quot;]</title><path d="M287.5 154L287.5 62" marker-end="url(#arrow)"/><text x="287.5" y="112">fine-tuned from</text></g>
<a href="${base}model/evil" class="node model root"><rect x="16" y="154" width="543" height="34" rx="15"/><text x="287.5" y="176">1. a\\n%%{init: {&#39;theme&#39;:&#39;dark&#39;}}%% \`b\` &quot;c&quot; &lt;d&gt; &amp; #e; \\u{202e} \\n</text></a>
<a href="${base}model/plain" class="node model"><rect x="250.5" y="16" width="74" height="46" rx="15"/><text x="287.5" y="38">- list</text><text class="date" x="287.5" y="54">2022</text></a>
</svg>
`)
  })
})

test('a picture of more steps than can be seen is refused', () => {
  const edges = Array.from({ length: 601 }, () => hostile.edges[0]!)
  expect(() => svg({ ...hostile, edges }, '')).toThrow(StemmaError)
})

describe('an edge runs through no node and no label but its own', () => {
  const graph = build([packageFile('data')])
  test.each([
    ['model/sparrow', false],
    ['model/bloom', true],
    ['dataset/the-pile', true],
    ['model/chinchilla', false],
    // Trees, which need no search for few crossings.
    ['model/bloomz-7.1b', true],
    ['model/opt-iml', true],
    ['dataset/xp3', true],
  ])('%s', (id, sideways) => {
    const root = base + id
    const one = drawing(graph, root, stepsIn(lineage(graph, root, 'up', { wide: true }), lineage(graph, root, 'down', { wide: true })))
    const layout = place(one, {
      ofNode: (index) => ({ width: one.nodes[index]!.name.length * 8 + 26, height: 46 }),
      ofLabel: (index) => ({ width: one.edges[index]!.label.length * 6 + 8, height: 16 }),
    })
    const hits = one.edges.flatMap(({ from, to, label }, index) => {
      const nodes = layout.nodes.filter((_, at) => one.nodes[at]!.iri !== from && one.nodes[at]!.iri !== to)
      const labels = layout.edges.flatMap(({ x, y }, at): Box[] =>
        at === index ? [] : [{ x, y, width: one.edges[at]!.label.length * 6, height: 12 }],
      )
      const points = pointsOf(layout.edges[index]!.path)
      return [...nodes, ...labels].some((box) => points.some((point) => inside(point, box))) ? [`${from} ${label} ${to}`] : []
    })
    expect([one.sideways, hits]).toEqual([sideways, []])
  })
})

const inside = ([x, y]: readonly [number, number], box: Box): boolean =>
  Math.abs(x - box.x) < box.width / 2 - 1 && Math.abs(y - box.y) < box.height / 2 - 1

/** Points along a path of lines and cubic curves, close to each other. */
function pointsOf(path: string): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  for (const [, command, numbers = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const all = numbers.trim().split(/\s+/).map(Number)
    const [sx, sy] = points.at(-1) ?? [0, 0]
    const [ex, ey] = all.slice(-2) as [number, number]
    const [ax, ay, bx, by] = (command === 'C' ? all : [sx, sy, ex, ey]) as [number, number, number, number]
    for (let step = command === 'M' ? 40 : 1; step <= 40; step++) {
      const t = step / 40
      const [w0, w1, w2, w3] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      points.push([w0 * sx + w1 * ax + w2 * bx + w3 * ex, w0 * sy + w1 * ay + w2 * by + w3 * ey])
    }
  }
  return points
}
