/** Triples for a validator, which asks for what is said of one thing and for the things of a class: an RDF/JS DatasetCore of no more than that. */
import type { Quad, Term } from '@rdfjs/types'
import { groupBy } from '../../group.ts'

type Pattern = Term | null | undefined

/** What is read of a DatasetCore. */
export interface ReadOnlyDataset extends Iterable<Quad> {
  readonly size: number
  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): ReadOnlyDataset
}

/**
 * Triples by subject, and by predicate where no subject is given; each index is made when it is first needed.
 *
 * @param quads triples, none twice; which graph they are in is not looked at
 */
export function datasetOf(quads: readonly Quad[]): ReadOnlyDataset {
  let bySubject: ReadonlyMap<string, readonly Quad[]> | undefined
  let byPredicate: ReadonlyMap<string, readonly Quad[]> | undefined
  const candidates = (subject: Pattern, predicate: Pattern): readonly Quad[] => {
    if (subject) return (bySubject ??= groupBy(quads, (quad) => quad.subject.value)).get(subject.value) ?? []
    if (predicate) return (byPredicate ??= groupBy(quads, (quad) => quad.predicate.value)).get(predicate.value) ?? []
    return quads
  }
  return {
    size: quads.length,
    match: (subject, predicate, object) =>
      datasetOf(
        candidates(subject, predicate).filter(
          (quad) =>
            (!subject || quad.subject.equals(subject)) &&
            (!predicate || quad.predicate.equals(predicate)) &&
            (!object || quad.object.equals(object)),
        ),
      ),
    [Symbol.iterator]: () => quads[Symbol.iterator](),
  }
}
