import { nameOf, type Graph } from '../graph/graph.ts'
import { st } from '../model/vocabulary.ts'
import { treeLines } from '../publish/lineage-tree.ts'
import type { Branch, Direction } from '../query/lineage.ts'
import { releasedText, sourcesText } from './describe.ts'
import { painter, type Io } from './io.ts'

/** A family tree for a terminal: names with maker and date, each step with its sources. */
export function treeText(graph: Graph, tree: Branch, direction: Direction, language: 'en' | 'zh', io: Io): string {
  const paint = painter(io)
  const lines = treeLines(graph, tree, {
    direction,
    language,
    bold: (text) => paint('bold', text),
    dim: (text) => paint('dim', text),
    sources: (step) => sourcesText(graph, step.statement.claims),
    suffix: (iri) => {
      const producers = graph.statementsOf(iri).filter(({ property }) => property === st('producer'))
      const parts = [producers.map(({ value }) => nameOf(graph, value.value, language)).join(', '), releasedText(graph, iri)].filter(
        Boolean,
      )
      return parts.length > 0 ? paint('dim', ` (${parts.join(' · ')})`) : ''
    },
  })
  return `${lines.join('\n')}\n`
}
