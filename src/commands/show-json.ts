/** All that is known of a thing, as JSON (docs/json.md): what `pageText` has for a person. */
import { nameOf, partsOf, type Graph } from '../graph/graph.ts'
import type { Statement } from '../graph/statement.ts'
import { groupBy } from '../group.ts'
import { ownerLinks, prefixes, propertyOf } from '../model/vocabulary.ts'
import { sourceJson, thingJson } from './thing-json.ts'

const type = `${prefixes.rdf}type`

/** A training has usages; what is further in belongs to something else. */
const deepest = 2

/** The statements of a thing with their sources, what belongs to it, and what points to it: all of each. */
export function showJson(graph: Graph, iri: string, language: 'en' | 'zh'): string {
  const answer = { ...described(graph, iri, language, 0), pointing: pointing(graph, iri, language) }
  return `${JSON.stringify(answer, null, 2)}\n`
}

function described(graph: Graph, iri: string, language: 'en' | 'zh', level: number): object {
  const parts = level < deepest ? partsOf(graph, iri) : []
  return {
    ...thingJson(graph, iri, language),
    class: graph.entity(iri)!.className,
    statements: graph
      .statementsOf(iri)
      .filter(({ property, entailed }) => property !== type && !entailed)
      .map((statement) => statementJson(graph, statement, language)),
    ...(parts.length > 0 && { parts: parts.map((part) => described(graph, part, language, level + 1)) }),
  }
}

function statementJson(graph: Graph, { property, value, claims, because }: Statement, language: 'en' | 'zh'): object {
  const { unit } = propertyOf(property) ?? {}
  const named = value.termType === 'NamedNode' && graph.entity(value.value) ? nameOf(graph, value.value, language) : undefined
  return {
    ...propertyJson(property),
    value: value.value,
    ...(named !== undefined && { name: named }),
    ...(unit && { unit }),
    ...(value.termType === 'Literal' && value.language && { language: value.language }),
    because: because[language],
    sources: claims.map((claim) => ({ ...sourceJson(claim), ...(claim.written && { written: claim.written }) })),
  }
}

/** What points to a thing, by the property with which it does. */
function pointing(graph: Graph, iri: string, language: 'en' | 'zh'): object[] {
  const links = graph.statementsTo(iri).filter(({ property, entailed }) => property !== type && !ownerLinks.has(property) && !entailed)
  return [...groupBy(links, ({ property }) => property)].map(([property, group]) => ({
    ...propertyJson(property),
    things: group.map(({ subject }) => thingJson(graph, subject, language)),
  }))
}

const propertyJson = (property: string): object => ({ property, key: propertyOf(property)?.name ?? property })
