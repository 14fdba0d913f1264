/** How a graph uses the terms of the ontology: counted on numbers, without an object for each statement. */
import type { Graph } from '../../graph/graph.ts'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import { countMatching, matching, type NumberedPattern } from '../../graph/index/match.ts'
import { absent } from '../../graph/index/terms.ts'
import { namedNode, type Value } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import { prefixes } from '../../model/vocabulary.ts'
import type { Language } from '../address.ts'

/** A statement of the graph. */
export interface Example {
  /** The thing that it is about; of what is said of a claim, the thing that the claim is about. */
  readonly subject: string
  /** Of what is said of a claim: the property that the claim states. */
  readonly claimed?: string
  readonly value: Value
}

/** What a graph has of the terms. */
export interface Usage {
  /** How many statements of the best view have a property; of a property of claims, how many claims. */
  statements(property: string): number
  /** How many things, or claims, are of a class. */
  things(className: string): number
  /** The first thing of a class that has a page. */
  thing(className: string): string | undefined
  /** A short statement with a property, in a language where it is a text. */
  example(property: string, language: Language): Example | undefined
}

/** An example is looked for among so many statements, and its text is not longer than this. */
const tried = 64
const longest = 120

/** Reads how a graph uses the terms. */
export function usageOf({ index, base }: Graph): Usage {
  // What claims are made of stands in their own graph and in no other.
  const graphs = [defaultGraph, index.predicate(graphNames(base).claims)]
  const numberOf = (iri: string): number => index.terms.find(namedNode(iri))
  const type = numberOf(`${prefixes.rdf}type`)
  const count = (pattern: NumberedPattern): number => {
    if (Object.values(pattern).includes(absent)) return 0
    return graphs.reduce((found, graph) => found || countMatching(index, { ...pattern, graph }), 0)
  }
  const ofClaim = (claim: number, part: 'subject' | 'predicate'): string | undefined => {
    const predicate = numberOf(`${prefixes.rdf}${part}`)
    if (predicate === absent) return undefined
    for (const { object } of matching(index, { subject: claim, predicate })) return index.terms.term(object).value
    return undefined
  }

  function exampleOf(subject: number, object: number, graph: number): Example | undefined {
    const value = index.terms.term(object) as Value
    if (graph === defaultGraph) return { subject: index.terms.term(subject).value, value }
    const [about, claimed] = [ofClaim(subject, 'subject'), ofClaim(subject, 'predicate')]
    return about !== undefined && claimed !== undefined ? { subject: about, claimed, value } : undefined
  }

  return {
    statements: (property) => count({ predicate: numberOf(property) }),
    things: (className) => count({ predicate: type, object: numberOf(className) }),
    thing(className) {
      const object = numberOf(className)
      if (type === absent || object === absent) return undefined
      for (const { subject } of matching(index, { predicate: type, object, graph: defaultGraph })) return index.terms.term(subject).value
      return undefined
    },
    example(property, language) {
      const predicate = numberOf(property)
      if (predicate === absent) return undefined
      for (const graph of graphs) {
        let tries = 0
        for (const { subject, object } of matching(index, { predicate, graph })) {
          const value = index.terms.term(object) as Value
          if (value.value.length <= longest && (value.termType === 'NamedNode' || !value.language || value.language === language)) {
            const example = exampleOf(subject, object, graph)
            if (example) return example
          }
          if (++tries === tried) break
        }
      }
      return undefined
    },
  }
}
