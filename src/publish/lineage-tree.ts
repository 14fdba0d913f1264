/** A family tree as lines of text. */
import { nameOf, type Graph } from '../graph/graph.ts'
import { labelOf, st } from '../model/vocabulary.ts'
import { oneLine } from '../quote.ts'
import { methodsOf, variantOf, type Branch, type Direction, type Step } from '../query/lineage.ts'

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

/** How a model was tuned, such as RLHF: the method that most sources name, of a step of fine-tuning. */
export function methodOf(graph: Graph, { property, child }: Step): string | undefined {
  return property === st('fineTunedFrom') ? methodsOf(graph, child)[0] : undefined
}

/** A step in words, with its method: `fine-tuned (RLHF) from`. */
export function stepLabel(graph: Graph, step: Step, language: 'en' | 'zh'): string {
  const method = methodOf(graph, step)
  const label = labelOf(step.property, language)
  if (!method) return label
  return oneLine(language === 'zh' ? `${label}(${method})` : label.replace(/ from$/, ` (${method}) from`))
}

const words = {
  en: {
    // What stands for the thing above where a line names the thing below first.
    pronoun: ' it',
    family: (label: string) => `the family: ${label}`,
    repeated: '↑ see above',
    cut: (count: number) => `… ${count} more`,
  },
  zh: {
    pronoun: '其',
    family: (label: string) => `其系列：${label}`,
    repeated: '↑ 见上文',
    cut: (count: number) => `… 另有 ${count} 项`,
  },
} as const

/** Deeper lines are not indented further; they say in brackets how deep they are. */
const deepest = 30

/** The tree, a thing a line; upward each line says how the thing above came from it, downward how it came from the thing above. */
export function treeLines(graph: Graph, root: Branch, options: TreeOptions): string[] {
  const lines: string[] = []
  const stack = [{ branch: root, above: undefined as Branch | undefined, level: 0, indent: '', last: true }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { branch, above, level, indent, last } = next
    const deep = level > deepest
    const joint = level === 0 ? '' : `${last ? '└─ ' : '├─ '}${deep ? options.dim(`(${level}) `) : ''}`
    lines.push(indent + joint + lineOf(graph, branch, above, options))
    const below = level === 0 || deep ? indent : indent + (last ? '   ' : '│  ')
    branch.branches
      .map((child, index) => ({
        branch: child,
        above: branch,
        level: level + 1,
        indent: below,
        last: index === branch.branches.length - 1,
      }))
      .reverse()
      .forEach((child) => stack.push(child))
  }
  return lines
}

function lineOf(graph: Graph, branch: Branch, above: Branch | undefined, options: TreeOptions): string {
  const { direction, language, bold, dim, sources, suffix } = options
  const { iri, step, inherited, repeated, cut } = branch
  const { pronoun, family, ...marks } = words[language]
  const name = bold(oneLine(nameOf(graph, iri, language))) + suffix(iri)
  const more = repeated ? dim(` ${marks.repeated}`) : cut > 0 ? dim(` ${marks.cut(cut)}`) : ''
  if (!step) return name + more
  const plain = stepLabel(graph, step, language)
  // Only the first step of a family is said so: those above it are plain facts of the things that they start from.
  const label = inherited && above?.step?.property === variantOf ? family(plain) : plain
  return `${direction === 'up' ? `${label} ${name}` : `${name} ${dim(label + pronoun)}`}${more}  ${dim(sources(step))}`
}
