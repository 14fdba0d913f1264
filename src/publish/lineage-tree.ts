/** A family tree as lines of text. */
import { nameOf, type Graph } from '../graph/graph.ts'
import { labelOf, st } from '../model/vocabulary.ts'
import { methodsOf, type Branch, type Direction, type Step } from '../query/lineage.ts'

/** How a tree is put into words. */
export interface TreeOptions {
  readonly direction: Direction
  readonly language: 'en' | 'zh'
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  /** The sources of a step, in brackets. */
  readonly sources: (step: Step) => string
  /** What stands behind a thing's name, such as its maker and date. */
  readonly suffix: (iri: string) => string
}

/** A step in words, with the method of the training that most sources name: `fine-tuned (RLHF) from`. */
export function stepLabel(graph: Graph, { property, child }: Step, language: 'en' | 'zh'): string {
  const [method] = property === st('fineTunedFrom') ? methodsOf(graph, child) : []
  const label = labelOf(property, language)
  if (!method) return label
  return language === 'zh' ? `${label}(${method})` : label.replace(/ from$/, ` (${method}) from`)
}

/** What stands for the thing above where a line names the thing below first. */
const pronoun = { en: ' it', zh: '其' } as const

/** The tree, a thing a line; upward each line says how the thing above came from it, downward how it came from the thing above. */
export function treeLines(graph: Graph, root: Branch, options: TreeOptions): string[] {
  const { direction, language, bold, dim, sources, suffix } = options
  const line = ({ iri, step, inherited, repeated, cut }: Branch): string => {
    const name = bold(nameOf(graph, iri, language)) + suffix(iri)
    const more = repeated ? dim(' ↑ see above') : cut ? dim(' …') : ''
    if (!step) return name + more
    const label = stepLabel(graph, step, language) + (inherited ? ', through the family' : '')
    return `${direction === 'up' ? `${label} ${name}` : `${name} ${dim(label + pronoun[language])}`}${more}  ${dim(sources(step))}`
  }
  const below = (branch: Branch, indent: string): string[] =>
    branch.branches.flatMap((child, index) => {
      const last = index === branch.branches.length - 1
      return [`${indent}${last ? '└─ ' : '├─ '}${line(child)}`, ...below(child, indent + (last ? '   ' : '│  '))]
    })
  return [line(root), ...below(root, '')]
}
