/** A family tree as nodes and edges, and as the text of Mermaid and Graphviz DOT. */
import { nameOf, type Graph } from '../graph/graph.ts'
import { classOf, st, type ClassName } from '../model/vocabulary.ts'
import type { Step } from '../query/lineage.ts'
import { stepLabel } from './lineage-tree.ts'

/** A thing in a drawing. */
export interface DrawnNode {
  readonly iri: string
  readonly name: string
  readonly className: ClassName
  readonly root: boolean
}

/** A step in a drawing, from what was there first to what came of it. */
export interface DrawnEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  /** It is a step of design or membership, along which no weights or data pass. */
  readonly soft: boolean
}

/** What a drawing shows. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
}

const soft = new Set([st('variantOf'), st('succeeds')])

/** The nodes and edges of some steps, and the thing that they are about. */
export function drawing(graph: Graph, root: string, steps: readonly Step[], language: 'en' | 'zh' = 'en'): Drawing {
  const iris = [...new Set([root, ...steps.flatMap(({ child, parent }) => [child, parent])])]
  return {
    nodes: iris.map((iri) => ({ iri, name: nameOf(graph, iri, language), className: graph.entity(iri)!.className, root: iri === root })),
    edges: steps.map((step) => ({
      from: step.parent,
      to: step.child,
      label: stepLabel(graph, step, language),
      soft: soft.has(step.property),
    })),
  }
}

/** Mermaid (https://mermaid.js.org/syntax/flowchart.html): it shows in Markdown on code hosts. */
export function mermaid({ nodes, edges }: Drawing): string {
  const names = new Map(nodes.map(({ iri }, index) => [iri, `n${index}`]))
  const text = (value: string): string => `"${value.replace(/[&"<>#]/g, (character) => `#${character.charCodeAt(0)};`)}"`
  const shapes: Partial<Record<ClassName, [string, string]>> = { Dataset: ['[(', ')]'], Model: ['(', ')'] }
  const [open, close] = ['[', ']']
  return [
    'flowchart TD',
    ...nodes.map(
      ({ iri, name, className }) => `  ${names.get(iri)}${shapes[className]?.[0] ?? open}${text(name)}${shapes[className]?.[1] ?? close}`,
    ),
    ...edges.map(({ from, to, label, soft: dotted }) => `  ${names.get(from)} ${dotted ? '-.->' : '-->'}|${text(label)}| ${names.get(to)}`),
    ...nodes.filter(({ root }) => root).map(({ iri }) => `  style ${names.get(iri)} stroke-width:3px`),
    '',
  ].join('\n')
}

/** DOT (https://graphviz.org/doc/info/lang.html). */
export function dot({ nodes, edges }: Drawing): string {
  const text = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`
  return [
    'digraph lineage {',
    '  rankdir=TB; node [shape=box, style=rounded, fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];',
    ...nodes.map(
      ({ iri, name, className, root }) =>
        `  ${text(iri)} [label=${text(name)}, URL=${text(iri)}${className === 'Model' ? '' : `, shape=${className === 'Dataset' ? 'cylinder' : 'box'}, tooltip=${text(classOf(className).label.en)}`}${root ? ', penwidth=2' : ''}];`,
    ),
    ...edges.map(
      ({ from, to, label, soft: dotted }) => `  ${text(from)} -> ${text(to)} [label=${text(label)}${dotted ? ', style=dashed' : ''}];`,
    ),
    '}',
    '',
  ].join('\n')
}
