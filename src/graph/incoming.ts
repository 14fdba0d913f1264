/** What points to a thing in the best view, counted on numbers: a licence has hundreds of thousands of models. */
import { namedNode } from '../model/claim.ts'
import { isSubPropertyOf, ownerLinks, prefixes, readingOrder } from '../model/vocabulary.ts'
import { defaultGraph } from './index/graph-sets.ts'
import { countMatching, matching } from './index/match.ts'
import type { QuadIndex } from './index/quad-index.ts'
import { absent } from './index/terms.ts'

/** The things that point to one with a property. */
export interface Incoming {
  readonly property: string
  readonly count: number
  /** The first of them, by IRI where they are few, else in the order of the graph. */
  readonly first: readonly string[]
}

const type = `${prefixes.rdf}type`

/**
 * What points to a thing, by property in reading order. A property is left out where its sub-properties say the same of
 * all, as `derivedFrom` is; so is what belongs to the thing, such as its trainings.
 *
 * @param most how many things are named for each property
 */
export function incomingOf(index: QuadIndex, iri: string, most: number): Incoming[] {
  const object = index.terms.find(namedNode(iri))
  if (object === absent) return []
  const found = [...index.relations.keys()].flatMap((predicate) => {
    const pattern = { predicate, object, graph: defaultGraph }
    const count = countMatching(index, pattern)
    if (count === 0) return []
    const property = index.terms.term(predicate).value
    return property === type || ownerLinks.has(property) ? [] : [{ property, count, pattern }]
  })
  return found
    .filter(({ property, count }) => {
      const below = found.filter((other) => other.property !== property && isSubPropertyOf(other.property, property))
      return below.reduce((sum, other) => sum + other.count, 0) < count
    })
    .sort((a, b) => readingOrder(a.property) - readingOrder(b.property))
    .map(({ property, count, pattern }) => ({ property, count, first: firstOf(index, pattern, most) }))
}

function firstOf(index: QuadIndex, pattern: Parameters<typeof matching>[1], most: number): string[] {
  const subjects: string[] = []
  for (const { subject } of matching(index, pattern)) {
    const term = index.terms.term(subject)
    if (term.termType === 'NamedNode') subjects.push(term.value)
    if (subjects.length === most) break
  }
  return subjects.sort()
}
