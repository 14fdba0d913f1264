/** The best view, read on numbers: rules ask it of all things, without the claims that it rests on. */
import { compareText, namedNode, termKey, type Value } from '../model/claim.ts'
import { readingOrder } from '../model/vocabulary.ts'
import { defaultGraph } from './index/graph-sets.ts'
import { matching, type NumberedQuad } from './index/match.ts'
import type { QuadIndex } from './index/quad-index.ts'
import { absent } from './index/terms.ts'
import type { Triple } from './statement.ts'

/** The triples of the best view. */
export interface BestTriples {
  /** All with some properties: thing by thing, in reading order. */
  all(properties: Iterable<string>): Triple[]
  /** The values that it states of a thing with a property. */
  values(thing: string, property: string): readonly Value[]
  /** The things of which it states a property with this value. */
  thingsTo(value: string, property: string): readonly string[]
}

/** The best view of an index. */
export function bestTriples(index: QuadIndex): BestTriples {
  const { terms } = index
  const number = (iri: string): number => terms.find(namedNode(iri))
  const value = ({ object }: NumberedQuad): Value => terms.term(object) as Value

  function stated(property: string, end: { readonly subject?: number; readonly object?: number }): NumberedQuad[] {
    const predicate = index.predicate(property)
    if ([predicate, end.subject, end.object].includes(absent)) return []
    return [...matching(index, { predicate, ...end, graph: defaultGraph })]
  }

  return {
    all: (properties) =>
      [...properties]
        .flatMap((property) =>
          stated(property, {}).map((one): Triple => ({ subject: terms.term(one.subject).value, property, value: value(one) })),
        )
        .map((triple) => ({ triple, key: termKey(triple.value) }))
        .sort(
          (a, b) =>
            compareText(a.triple.subject, b.triple.subject) ||
            readingOrder(a.triple.property) - readingOrder(b.triple.property) ||
            compareText(a.triple.property, b.triple.property) ||
            compareText(a.key, b.key),
        )
        .map(({ triple }) => triple),
    values: (thing, property) => stated(property, { subject: number(thing) }).map(value),
    thingsTo: (thing, property) => stated(property, { object: number(thing) }).map(({ subject }) => terms.term(subject).value),
  }
}
