/** Collects quads on numbers, and makes a graph of them. */
import type { Quad, Term } from '@rdfjs/types'
import { keyMaker, namespacesFor } from '../../model/term-key.ts'
import { EdgeList } from './edge-list.ts'
import { EdgeMemory, type Edges } from './edge-memory.ts'
import { sortedEdges } from './edges.ts'
import { defaultGraph, GraphSets } from './graph-sets.ts'
import { writeIndex, type SortedEdges } from './index-writer.ts'
import type { QuadIndex } from './quad-index.ts'
import { TermWriter } from './term-writer.ts'

/** Quads that are still being added. */
export class IndexBuilder {
  readonly terms = new TermWriter()
  readonly sets = new GraphSets()
  readonly base: string
  readonly namespaces: readonly string[]
  readonly #keyOf: ReturnType<typeof keyMaker>
  readonly #lists = new Map<number, EdgeList>()

  /** @param base base IRI of instances, whose namespaces terms are split at */
  constructor(base: string) {
    this.base = base
    this.namespaces = namespacesFor(base)
    this.#keyOf = keyMaker(this.namespaces)
  }

  /** The number of a term, which it gets when it first comes; the default graph has its own. */
  number(term: Term): number {
    if (term.termType === 'DefaultGraph') return defaultGraph
    const [head, local] = this.#keyOf(term)
    return this.terms.add(this.terms.head(head), local)
  }

  /** The list that the triples of a predicate are added to. */
  list(predicate: number): EdgeList {
    let list = this.#lists.get(predicate)
    if (!list) this.#lists.set(predicate, (list = new EdgeList()))
    return list
  }

  /** Adds quads. */
  addQuads(quads: Iterable<Quad>): void {
    // There are few predicates and graphs, and what is said of a subject stands together.
    const few = new Map<string, number>()
    const numberOf = (term: Term): number => {
      const key = term.termType === 'NamedNode' ? term.value : ''
      const known = few.get(key)
      if (known !== undefined && key !== '') return known
      const number = this.number(term)
      few.set(key, number)
      return number
    }
    let about: Term | undefined
    let subjectNumber = 0
    for (const { subject, predicate, object, graph } of quads) {
      const relation = numberOf(predicate)
      if (!about?.equals(subject)) subjectNumber = this.number(subject)
      about = subject
      this.list(relation).add(subjectNumber, this.number(object), numberOf(graph))
    }
  }

  /** The triples of each predicate, sorted; the lists are taken out of the builder. */
  takeEdges(): SortedEdges {
    const total = [...this.#lists.values()].reduce((sum, { subjects }) => sum + subjects.length, 0)
    // What follows from them and what describes them is merged in later: no more than a few times as many.
    const memory = new EdgeMemory(6 * total + (1 << 16))
    const relations = new Map<number, Edges>()
    for (const [predicate, list] of this.#lists) {
      this.#lists.delete(predicate)
      relations.set(predicate, sortedEdges(list, this.terms.size, this.sets, memory))
    }
    return { relations, memory }
  }

  /** The finished graph; nothing may be added afterwards. */
  finish(edges = this.takeEdges()): QuadIndex {
    return writeIndex(edges, this.terms, this.sets, { base: this.base, namespaces: this.namespaces })
  }
}

/** The graph of some quads. */
export function indexOf(quads: Iterable<Quad>, base: string): QuadIndex {
  const builder = new IndexBuilder(base)
  builder.addQuads(quads)
  return builder.finish()
}
