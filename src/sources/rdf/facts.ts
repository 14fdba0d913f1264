/** Statements by what they are of, for walking from one to the next; which of them were used is kept. */
import type { Quad_Object, Quad_Subject, Term } from '@rdfjs/types'
import type { Statement } from '../../formats/read/index.ts'
import { namedNode } from '../../model/claim.ts'
import { prefixes } from '../../model/vocabulary.ts'
import type { Path } from './alignments.ts'

/** A statement, without its graph. */
export interface Fact {
  readonly subject: Quad_Subject
  readonly predicate: string
  readonly object: Quad_Object
  readonly line?: number
}

/** Where a path has led, and the statements on the way. */
export interface Arrival {
  readonly term: Term
  readonly way: readonly [Fact, ...Fact[]]
}

/** What stands for a node in maps; a literal is none. */
export const keyOf = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value)

const insecure = 'http://schema.org/'

/** schema.org's terms have two spellings; the ontology has the newer. */
const sameTerm = (iri: string): string => (iri.startsWith(insecure) ? prefixes.schema + iri.slice(insecure.length) : iri)

/** A statement as a fact. */
export function factOf({ quad: { subject, predicate, object }, line }: Statement): Fact {
  const isTerm = object.termType === 'NamedNode' && object.value.startsWith(insecure)
  return {
    subject: subject,
    predicate: sameTerm(predicate.value),
    object: isTerm ? namedNode(sameTerm(object.value)) : object,
    ...(line !== undefined && { line }),
  }
}

/** Facts, by subject and by object. */
export class Facts {
  readonly #bySubject = new Map<string, Fact[]>()
  readonly #byObject = new Map<string, Fact[]>()
  readonly #used = new Set<Fact>()

  constructor(facts: Iterable<Fact> = []) {
    for (const fact of facts) this.add(fact)
  }

  add(fact: Fact): void {
    push(this.#bySubject, keyOf(fact.subject), fact)
    if (fact.object.termType !== 'Literal') push(this.#byObject, keyOf(fact.object), fact)
  }

  /** The nodes that something is said of, in the order of the file. */
  subjects(): readonly string[] {
    return [...this.#bySubject.keys()]
  }

  of(node: string): readonly Fact[] {
    return this.#bySubject.get(node) ?? []
  }

  to(node: string): readonly Fact[] {
    return this.#byObject.get(node) ?? []
  }

  /** Where a path leads from a node. */
  walk(node: string, [start, ...more]: Path): readonly Arrival[] {
    let arrivals = this.#step(node, start!).map(([term, fact]): Arrival => ({ term, way: [fact] }))
    for (const step of more)
      arrivals = arrivals.flatMap(({ term, way }) =>
        term.termType === 'Literal'
          ? []
          : this.#step(keyOf(term), step).map(([next, fact]): Arrival => ({ term: next, way: [...way, fact] })),
      )
    return arrivals
  }

  #step(node: string, { predicate, backwards }: Path[number]): (readonly [Term, Fact])[] {
    return (backwards ? this.to(node) : this.of(node))
      .filter((fact) => fact.predicate === predicate)
      .map((fact) => [backwards ? fact.subject : fact.object, fact])
  }

  use(fact: Fact): void {
    this.#used.add(fact)
  }

  isUsed(fact: Fact): boolean {
    return this.#used.has(fact)
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const before = map.get(key)
  if (before) before.push(value)
  else map.set(key, [value])
}
