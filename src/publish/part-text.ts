/** How the figures of usages, evaluations and comparisons are put into words. */
import { wordFor } from '../counted.ts'
import { valueOf, type Graph } from '../graph/graph.ts'
import { ownerLinks, prefixes, st } from '../model/vocabulary.ts'
import type { Language } from './address.ts'
import { factText, plain, valueText } from './describe.ts'

/** A value of a part by the local name of its property; empty where there is none. */
export function partValue(graph: Graph, iri: string, key: string, language: Language): string {
  const value = valueOf(graph, iri, key)
  return value ? valueText(graph, value, st(key), language) : ''
}

/** A score with its unit, which is left out where the metric says it: `78.2%`, `12.3 points`. */
export function scoreText(graph: Graph, iri: string, language: Language): string {
  const score = plain(partValue(graph, iri, 'score', language))
  const saysUnit = unitText(graph, iri, score, 'en').trim() === partValue(graph, iri, 'metric', 'en')
  return saysUnit ? score : score + unitText(graph, iri, score, language)
}

/** An outcome with its margin: `better (by 7%)`. */
export function outcomeText(graph: Graph, iri: string, language: Language): string {
  const margin = partValue(graph, iri, 'margin', language)
  const by = margin && ` (${language === 'zh' ? '' : 'by '}${margin}${unitText(graph, iri, margin, language)})`
  return partValue(graph, iri, 'outcome', language) + by
}

/** What is known of a usage beside what was used: `8 devices per node, 0.75 epochs`. */
export function usageText(graph: Graph, iri: string, language: Language): string {
  return graph
    .statementsOf(iri)
    .filter(({ property, entailed }) => !entailed && !named.has(property) && !ownerLinks.has(property))
    .map(({ value, property }) => factText(graph, value, property, language))
    .join(', ')
}

/** What stands elsewhere, or says only what sort of thing it is. */
const named: ReadonlySet<string> = new Set([`${prefixes.rdf}type`, `${prefixes.rdfs}label`, st('uses')])

/** The unit of a score as it stands behind it: `%`, ` points`, ` point` behind a 1. */
function unitText(graph: Graph, iri: string, score: string, language: Language): string {
  if (valueOf(graph, iri, 'scoreUnit')?.value === 'percent') return '%'
  const unit = partValue(graph, iri, 'scoreUnit', language).replaceAll('-', ' ')
  return unit && ` ${wordFor(Number(score), unit)}`
}
