/** The graph as pages ask it: much of a few things, which are read whole once and kept, and little of many others. */
import type { ClaimStore } from '../graph/claim-store.ts'
import { claimsOfIndex } from '../graph/claims-of-index.ts'
import { createGraph, type Graph } from '../graph/graph.ts'
import { defaultGraph } from '../graph/index/graph-sets.ts'
import { matching } from '../graph/index/match.ts'
import type { QuadIndex } from '../graph/index/quad-index.ts'
import { absent } from '../graph/index/terms.ts'
import { compareText, termKey, type Value } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'
import { classOfIri, prefixes } from '../model/vocabulary.ts'
import { remember } from '../remember.ts'

const [type, label] = [`${prefixes.rdf}type`, `${prefixes.rdfs}label`]

/** A graph that remembers all that it was asked; of large graphs it is to be made anew now and then. */
export function siteGraph(index: QuadIndex): Graph {
  const { base } = index.parts
  const store = claimsOfIndex(index)
  const whole = Object.create(store, {
    of: {
      value: (subject: string, properties?: ReadonlySet<string>) => {
        const claims = store.of(subject)
        return properties ? claims.filter(({ property }) => properties.has(property)) : claims
      },
    },
  }) as ClaimStore
  const graph = createGraph(whole, base, () => index)
  const predicate = remember((property) => index.predicate(property))
  const values = (iri: string, property: string): Value[] => valuesIn(index, iri, predicate(property))
  // A link to a thing needs its class and name: for these its claims are not read.
  const entity = remember((iri): ReturnType<Graph['entity']> => {
    const className = values(iri, type).flatMap(({ value }) => classOfIri(value)?.name ?? [])[0]
    const names = (): Record<string, string> =>
      Object.fromEntries(values(iri, label).flatMap((name) => (name.termType === 'Literal' ? [[name.language, name.value] as const] : [])))
    return className && { iri, className, id: idOf(iri, base), names: names() }
  })
  return Object.create(graph, {
    entity: { value: entity },
    values: { value: values },
    stated: {
      value: (iri: string, property: string | ReadonlySet<string>) => {
        const wanted = (path: string): boolean => (typeof property === 'string' ? path === property : property.has(path))
        return graph.statementsOf(iri).filter((statement) => !statement.entailed && wanted(statement.property))
      },
    },
  }) as Graph
}

/** The values of a thing in the best view, in the order of its statements. */
function valuesIn(index: QuadIndex, iri: string, predicate: number): Value[] {
  const subject = index.predicate(iri)
  if (subject === absent || predicate === absent) return []
  const found: Value[] = []
  for (const { object } of matching(index, { subject, predicate, graph: defaultGraph })) found.push(index.terms.term(object) as Value)
  return found.length > 1 ? found.sort((a, b) => compareText(termKey(a), termKey(b))) : found
}
