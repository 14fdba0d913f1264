/** A family tree as nodes and edges, and as the text of Mermaid and Graphviz DOT. */
import { nameOf, valueOf, type Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { classOf, prefixes, st, type ClassName } from '../model/vocabulary.ts'
import { oneLine } from '../quote.ts'
import type { Step } from '../query/lineage.ts'
import { stepLabel } from './lineage-tree.ts'
import { sourcesText } from './source-text.ts'

/** A thing in a drawing. */
export interface DrawnNode {
  readonly iri: string
  readonly name: string
  /** The year, month or day on which it was released. */
  readonly released?: string
  readonly className: ClassName
  readonly root: boolean
}

/** A step in a drawing, from the later thing to what it came from, as its label reads. */
export interface DrawnEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  /** Its sources, in brackets. */
  readonly sources: string
  /** It is a step of design or membership, along which no weights or data pass. */
  readonly soft: boolean
}

/** What a drawing shows. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  /** Drawn from left to right, since there is too much side by side to draw it from top to bottom. */
  readonly sideways: boolean
}

const soft = new Set([st('variantOf'), st('succeeds')])

/** The nodes and edges of some steps, and the thing that they are about. */
export function drawing(graph: Graph, root: string, steps: readonly Step[], language: 'en' | 'zh' = 'en'): Drawing {
  const iris = [...new Set([root, ...steps.flatMap(({ child, parent }) => [child, parent])])]
  return {
    nodes: iris.map((iri) => {
      const released = valueOf(graph, iri, `${prefixes.dct}issued`)?.value
      return {
        iri,
        name: oneLine(nameOf(graph, iri, language)),
        ...(released && { released }),
        className: graph.entity(iri)!.className,
        root: iri === root,
      }
    }),
    edges: steps.map((step) => ({
      from: step.child,
      to: step.parent,
      label: stepLabel(graph, step, language),
      sources: sourcesText(graph, step.statement.claims),
      soft: soft.has(step.property),
    })),
    sideways: Math.min(breadth(iris, steps), breadth(iris, turned(steps))) > widest,
  }
}

/** What stands side by side without making a picture too wide. */
const widest = 7

type Ends = Pick<Step, 'child' | 'parent'>

const turned = (steps: readonly Ends[]): Ends[] => steps.map(({ child, parent }) => ({ child: parent, parent: child }))

/** How many things stand side by side at most where each stands just below the lowest of its parents. */
function breadth(iris: readonly string[], steps: readonly Ends[]): number {
  const children = groupBy(steps, ({ parent }) => parent)
  const waiting = new Map(iris.map((iri) => [iri, 0]))
  for (const { child } of steps) waiting.set(child, waiting.get(child)! + 1)
  let broadest = 0
  for (let level = iris.filter((iri) => waiting.get(iri) === 0); level.length > 0;) {
    broadest = Math.max(broadest, level.length)
    const next: string[] = []
    for (const { child } of level.flatMap((iri) => children.get(iri) ?? [])) {
      const left = waiting.get(child)! - 1
      waiting.set(child, left)
      if (left === 0) next.push(child)
    }
    level = next
  }
  return broadest
}

/** Mermaid (https://mermaid.js.org/syntax/flowchart.html): it shows in Markdown on code hosts. */
export function mermaid({ nodes, edges, sideways }: Drawing): string {
  const names = new Map(nodes.map(({ iri }, index) => [iri, `n${index}`]))
  const shapes: Partial<Record<ClassName, [string, string]>> = { Dataset: ['[(', ')]'], Model: ['(', ')'] }
  return [
    `flowchart ${sideways ? 'RL' : 'BT'}`,
    ...nodes.map(({ iri, name, className }) => {
      const [open, close] = shapes[className] ?? ['[', ']']
      return `  ${names.get(iri)}${open}${mermaidText(name)}${close}`
    }),
    ...edges.map(
      ({ from, to, label, soft: dotted }) => `  ${names.get(from)} ${dotted ? '-.->' : '-->'}|${mermaidText(label)}| ${names.get(to)}`,
    ),
    ...nodes.filter(({ root }) => root).map(({ iri }) => `  style ${names.get(iri)} stroke-width:3px`),
    '',
  ].join('\n')
}

/** Whatever Mermaid could take for markup, a directive or a list of Markdown goes by its number. */
function mermaidText(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{M}\p{N} ,.:()/'+–—-]/gu, entity)
  return `"${escaped.replace(/^[-+]|(?<=^\d+)[.)]/, entity)}"`
}

const entity = (character: string): string => `#${character.codePointAt(0)};`

/** DOT (https://graphviz.org/doc/info/lang.html). */
export function dot({ nodes, edges, sideways }: Drawing): string {
  const text = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`
  const attributes = (all: Record<string, string | false>): string =>
    Object.entries(all)
      .flatMap(([name, value]) => (value === false ? [] : [`${name}=${value}`]))
      .join(', ')
  return [
    'digraph lineage {',
    `  rankdir=${sideways ? 'RL' : 'BT'}; node [shape=box, style=rounded, fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];`,
    ...nodes.map(({ iri, name, className, root }) => {
      const shape = className === 'Model' ? false : className === 'Dataset' ? 'cylinder' : 'box'
      const tooltip = shape && text(classOf(className).label.en)
      return `  ${text(iri)} [${attributes({ label: text(name), URL: text(iri), shape, tooltip, penwidth: root && '2' })}];`
    }),
    ...edges.map(
      ({ from, to, label, sources, soft: dashed }) =>
        `  ${text(from)} -> ${text(to)} [${attributes({ label: text(label), tooltip: text(sources), style: dashed && 'dashed' })}];`,
    ),
    '}',
    '',
  ].join('\n')
}
