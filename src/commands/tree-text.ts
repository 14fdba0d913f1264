import { type Graph } from '../graph/graph.ts'
import { st } from '../model/vocabulary.ts'
import { treeLines } from '../publish/lineage-tree.ts'
import { shortSourcesText, sourcesText } from '../publish/source-text.ts'
import type { Branch, Direction } from '../query/lineage.ts'
import { listText, nameText, releasedText } from '../publish/describe.ts'
import { painter, type Io } from './io.ts'

/** A family tree for a person: names with maker and date, each step with its sources, a few of them or all. */
export function treeText(
  graph: Graph,
  tree: Branch,
  direction: Direction,
  { lang = 'en', sources }: { readonly lang?: 'en' | 'zh'; readonly sources?: true },
  io: Io,
): string {
  const paint = painter(io)
  const lines = treeLines(graph, tree, {
    direction,
    language: lang,
    bold: (text) => paint('bold', text),
    dim: (text) => paint('dim', text),
    sources: ({ statement }) => (sources ? sourcesText : shortSourcesText)(graph, statement.claims),
    suffix: (iri) => {
      const producers = graph.stated(iri, st('producer'))
      const names = listText(
        producers.map(({ value }) => nameText(graph, value.value, lang)),
        2,
      )
      const parts = [names, releasedText(graph, iri)].filter(Boolean)
      return parts.length > 0 ? paint('dim', ` (${parts.join(' · ')})`) : ''
    },
  })
  return `${lines.join('\n')}\n`
}
