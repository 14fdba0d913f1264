/** All triples of one predicate, from subjects to objects and back. */
import { Adjacency, type AdjacencyPlace, type AdjacencySections } from './adjacency.ts'

/** What the file's directory says of a predicate. */
export interface RelationPlace {
  readonly predicate: number
  readonly size: number
  /** The set of graphs of all its triples, where they have but one. */
  readonly uniform?: number
  readonly forward: AdjacencyPlace
  readonly backward: AdjacencyPlace
  /** How many of the triples stand in the default graph. */
  readonly inDefault: number
}

/** The sections of both directions. */
export interface RelationSections {
  readonly forward: AdjacencySections
  readonly backward: AdjacencySections
}

/** The triples of one predicate. */
export interface Relation {
  readonly predicate: number
  readonly size: number
  readonly uniform: number | undefined
  readonly inDefault: number
  /** From subject to objects. */
  readonly forward: Adjacency
  /** From object to subjects. */
  readonly backward: Adjacency
}

/** The relation at a place. */
export function relationAt(place: RelationPlace, sections: RelationSections, numbers: number): Relation {
  const { predicate, size, uniform, inDefault } = place
  const open = (direction: 'forward' | 'backward'): Adjacency =>
    new Adjacency(sections[direction], place[direction], size, numbers, uniform !== undefined)
  return { predicate, size, uniform, inDefault, forward: open('forward'), backward: open('backward') }
}
