/** How sources are put into words. */
import type { Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'
import { oneLine } from '../quote.ts'

/** A source and the place in it: `chinchilla-paper §4.1`. */
export function sourceText(graph: Graph, { source, at, citing }: Claim): string {
  return oneLine(`${idOf(source, graph.base)}${at ? ` ${at}` : ''}${citing ? `, citing ${idOf(citing, graph.base)}` : ''}`)
}

/** All sources of some claims, each place once: `[bloom-paper §3.1; gen2-gen3-survey Bloom ¶2]`. */
export function sourcesText(graph: Graph, claims: readonly Claim[]): string {
  return `[${[...new Set(claims.map((claim) => sourceText(graph, claim)))].join('; ')}]`
}

/** How many columns sources may take before their places are left out. */
const widest = 60

/** Two sources at most and how many more there are, with their places where there is room: `[bloom-paper §3.1; roots-card +3]`. */
export function shortSourcesText(graph: Graph, claims: readonly Claim[]): string {
  const bySource = [...groupBy(claims, ({ source }) => source).values()].map((own) => own.find(({ at }) => at !== undefined) ?? own[0]!)
  const more = bySource.length > 2 ? ` +${bySource.length - 2}` : ''
  const text = (words: (claim: Claim) => string): string => `[${bySource.slice(0, 2).map(words).join('; ')}${more}]`
  const withPlaces = text(({ source, at }) => oneLine(`${idOf(source, graph.base)}${at ? ` ${at}` : ''}`))
  return withPlaces.length <= widest ? withPlaces : text(({ source }) => idOf(source, graph.base))
}
