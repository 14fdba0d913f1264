/**
 * A dataset of quads on numbers: a dictionary of terms, the triples of each predicate in both directions, and for each
 * triple the set of graphs that it stands in. A triple that many graphs hold is stored once; a graph is a view.
 */
import { namedNode } from '../../model/claim.ts'
import type { TermSections } from './term-sections.ts'
import { relationAt, type Relation, type RelationPlace, type RelationSections } from './relation.ts'
import { defaultGraph, GraphSets } from './graph-sets.ts'
import { absent, Terms } from './terms.ts'

/** Whether what leads backward is there already. */
interface Transposition {
  done: boolean
}

/** What a graph is made of, in memory and in its file. */
export interface IndexParts {
  /** Base IRI of instances. */
  readonly base: string
  /** The namespaces that IRIs are split at. */
  readonly namespaces: readonly string[]
  readonly terms: TermSections
  readonly sets: GraphSets
  /** By predicate, ascending. */
  readonly relations: readonly RelationPlace[]
  readonly sections: RelationSections
  /** Of a graph that was just built: what leads backward is made when it is first needed. */
  readonly transposition?: Transposition
}

/** The dataset. */
export class QuadIndex {
  readonly parts: IndexParts
  readonly terms: Terms
  readonly relations: ReadonlyMap<number, Relation>
  readonly #masks = new Map<number, Uint8Array>()

  constructor(parts: IndexParts) {
    this.parts = parts
    this.terms = new Terms(parts.terms, parts.namespaces)
    this.relations = new Map(
      parts.relations.map((place) => [place.predicate, relationAt(place, parts.sections, parts.terms.ends.items.length)]),
    )
  }

  /** Whether an IRI is in the graph, wherever it stands. */
  hasIri(iri: string): boolean {
    return this.predicate(iri) !== absent
  }

  /** The number of an IRI, or `absent`. */
  predicate(iri: string): number {
    return this.terms.find(namedNode(iri))
  }

  /** Of each set of graphs, whether a graph is in it: 1 or 0. */
  mask(graph: number): Uint8Array {
    let mask = this.#masks.get(graph)
    if (!mask) this.#masks.set(graph, (mask = Uint8Array.from(this.parts.sets.all, (graphs) => (graphs.includes(graph) ? 1 : 0))))
    return mask
  }

  /** The names of all named graphs, as numbers. */
  get namedGraphs(): readonly number[] {
    return [...new Set(this.parts.sets.all.flat())].filter((graph) => graph !== defaultGraph).sort((a, b) => a - b)
  }

  /** How many triples a predicate has in a graph. */
  count(relation: Relation, graph: number): number {
    if (graph === defaultGraph) return relation.inDefault
    const mask = this.mask(graph)
    if (relation.uniform !== undefined) return mask[relation.uniform] ? relation.size : 0
    return this.#bySet(relation).reduce((sum, triples, set) => sum + triples * mask[set]!, 0)
  }

  /** How many quads a predicate has in all named graphs together. */
  countNamed(relation: Relation): number {
    const named = this.parts.sets.all.map((graphs) => graphs.filter((graph) => graph !== defaultGraph).length)
    if (relation.uniform !== undefined) return named[relation.uniform]! * relation.size
    return this.#bySet(relation).reduce((sum, triples, set) => sum + triples * named[set]!, 0)
  }

  /** How many triples of a predicate have each set of graphs. */
  #bySet(relation: Relation): Uint32Array {
    let counts = this.#counts.get(relation.predicate)
    if (!counts) {
      counts = new Uint32Array(this.parts.sets.size)
      const { forward } = relation
      const sets = forward.allSets()
      for (let edge = 0; edge < relation.size; edge++) counts[sets[edge]!]! += 1
      this.#counts.set(relation.predicate, counts)
    }
    return counts
  }
  readonly #counts = new Map<number, Uint32Array>()
}
