/** Puts the sorted triples of all predicates into the sections of a graph. */
import { DirectionPlan, distinctOf, writeDirection } from './direction.ts'
import type { EdgeMemory, Edges } from './edge-memory.ts'
import { defaultGraph, type GraphSets } from './graph-sets.ts'
import { Marks } from './marks.ts'
import { QuadIndex, type IndexParts } from './quad-index.ts'
import type { RelationPlace } from './relation.ts'
import { release } from '../../release.ts'
import { clearScratch } from './scratch.ts'
import type { TermWriter } from './term-writer.ts'
import { transpose } from './transpose.ts'

/** What a graph is to know beside its triples. */
export interface IndexOptions {
  readonly base: string
  readonly namespaces: readonly string[]
}

/** The triples of all predicates, and the memory that they lie in. */
export interface SortedEdges {
  readonly relations: Map<number, Edges>
  readonly memory: EdgeMemory
}

/**
 * The graph of the triples of all predicates.
 *
 * @param edges the triples; their memory becomes the graph's, so they are none any more
 */
export function writeIndex({ relations, memory }: SortedEdges, terms: TermWriter, sets: GraphSets, options: IndexOptions): QuadIndex {
  const numbers = terms.size
  // Before the sections: it gives memory free.
  const dictionary = terms.finish()
  memory.close(relations)
  const hasDefault = sets.all.map((graphs) => Number(graphs.includes(defaultGraph)))
  const forward = new DirectionPlan(numbers)
  const backward = new DirectionPlan(numbers)
  const marks = new Marks(numbers)
  const predicates = [...relations.keys()].sort((a, b) => a - b)
  const places = predicates.map((predicate): RelationPlace => {
    const { subjects, objects, sets: own } = relations.get(predicate)!
    const size = subjects.length
    const uniform = typeof own === 'number'
    const at = subjects.byteOffset / Uint32Array.BYTES_PER_ELEMENT
    return {
      predicate,
      size,
      ...(uniform && { uniform: own }),
      inDefault: uniform ? hasDefault[own]! * size : own.reduce((sum, set) => sum + hasDefault[set]!, 0),
      forward: forward.add(at, size, distinctOf(subjects), uniform),
      backward: backward.add(at, size, marks.distinctOf(objects), uniform),
    }
  })
  const sections = forward.sections(memory.objects.subarray(0, memory.used), sets.size)
  for (const { predicate, forward: place } of places) {
    const { subjects, sets: own } = relations.get(predicate)!
    relations.delete(predicate)
    writeDirection({ keys: subjects, sets: own }, place, sections, numbers)
    if (typeof own !== 'number') release(own)
  }
  clearScratch()
  const transposition = { done: false }
  const load = (): void => {
    if (transposition.done) return
    transposition.done = true
    transpose(parts)
  }
  const parts: IndexParts = {
    ...options,
    terms: dictionary,
    sets,
    relations: places,
    // Of the subjects nothing is needed any more: the keys tell them.
    sections: { forward: sections, backward: backward.sections(memory.subjects.subarray(0, memory.used), sets.size, load) },
    transposition,
  }
  return new QuadIndex(parts)
}
