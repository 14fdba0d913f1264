/**
 * The steps that the rows of a pattern are found by. A row is a list of numbers, one for each variable and constant; a step
 * looks at the places that are filled already and fills others, once for each way to do so.
 */
import type { Adjacency } from '../../graph/index/adjacency.ts'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import { matching, type NumberedQuad } from '../../graph/index/match.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import type { Relation } from '../../graph/index/relation.ts'

/** One step; it has one row at a time. */
export interface Step {
  /** Begins with what the row holds so far. */
  open(row: Uint32Array): void
  /** Fills the row in the next way; false when there is none. */
  next(row: Uint32Array): boolean
}

/** Which edges of a relation belong to the graph that is asked: all (nothing to look at), none, or those of some sets. */
export function maskFor(index: QuadIndex, relation: Relation, graph: number): Uint8Array | 'all' | 'none' {
  const mask = index.mask(graph)
  return relation.uniform === undefined ? mask : mask[relation.uniform] ? 'all' : 'none'
}

/** From a known end of the triples of one predicate to the other. */
export class FollowStep implements Step {
  readonly #edges: Adjacency
  readonly #mask: Uint8Array | undefined
  readonly #from: number
  readonly #to: number
  #at = 0
  #end = 0

  constructor(edges: Adjacency, mask: Uint8Array | undefined, from: number, to: number) {
    this.#edges = edges
    this.#mask = mask
    this.#from = from
    this.#to = to
  }

  open(row: Uint32Array): void {
    const rank = this.#edges.keys.rankOf(row[this.#from]!)
    this.#at = rank < 0 ? 0 : this.#edges.start(rank)
    this.#end = rank < 0 ? 0 : this.#edges.end(rank)
  }

  next(row: Uint32Array): boolean {
    const { targets } = this.#edges
    while (this.#at < this.#end) {
      const edge = this.#at++
      if (this.#mask && !this.#mask[this.#edges.setOf(edge)]) continue
      row[this.#to] = targets[edge]!
      return true
    }
    return false
  }
}

/** Whether a triple stands in the graph of which both ends are known. */
export class CheckStep implements Step {
  readonly #edges: Adjacency
  readonly #mask: Uint8Array | undefined
  readonly #subject: number
  readonly #object: number
  #open = false

  constructor(edges: Adjacency, mask: Uint8Array | undefined, subject: number, object: number) {
    this.#edges = edges
    this.#mask = mask
    this.#subject = subject
    this.#object = object
  }

  open(row: Uint32Array): void {
    const edge = this.#edges.find(row[this.#subject]!, row[this.#object]!)
    this.#open = edge >= 0 && (!this.#mask || this.#mask[this.#edges.setOf(edge)] === 1)
  }

  next(): boolean {
    const found = this.#open
    this.#open = false
    return found
  }
}

/** All triples of one predicate; with one place for both ends, those that end where they start. */
export class ScanStep implements Step {
  readonly #edges: Adjacency
  readonly #mask: Uint8Array | undefined
  readonly #subject: number
  readonly #object: number
  #key = -1
  #at = 0
  #end = 0

  constructor(edges: Adjacency, mask: Uint8Array | undefined, subject: number, object: number) {
    this.#edges = edges
    this.#mask = mask
    this.#subject = subject
    this.#object = object
  }

  open(): void {
    this.#key = -1
    this.#at = this.#end = 0
  }

  next(row: Uint32Array): boolean {
    const { keys, targets } = this.#edges
    for (;;) {
      while (this.#at < this.#end) {
        const edge = this.#at++
        if (this.#mask && !this.#mask[this.#edges.setOf(edge)]) continue
        if (this.#subject === this.#object && targets[edge] !== this.#key) continue
        row[this.#subject] = this.#key
        row[this.#object] = targets[edge]!
        return true
      }
      this.#key = keys.next(this.#key + 1)
      if (this.#key < 0) return false
      const rank = keys.rankOf(this.#key)
      this.#at = this.#edges.start(rank)
      this.#end = this.#edges.end(rank)
    }
  }
}

/** Where a part of a quad stands in the row, and whether it is known when the step begins. */
export interface Part {
  readonly place: number
  readonly known: boolean
}

/** Quads of any predicate or of any named graph. */
export class QuadStep implements Step {
  readonly #index: QuadIndex
  readonly #parts: readonly (readonly [name: keyof NumberedQuad, part: Part])[]
  /** The graph that is asked; nothing where its name is a part of the pattern. */
  readonly #graph: number | undefined
  #quads: Iterator<NumberedQuad> | undefined

  constructor(index: QuadIndex, parts: Partial<Record<keyof NumberedQuad, Part>>, graph: number | undefined) {
    this.#index = index
    this.#parts = Object.entries(parts) as [keyof NumberedQuad, Part][]
    this.#graph = graph
  }

  open(row: Uint32Array): void {
    const known = this.#parts.filter(([, part]) => part.known).map(([name, { place }]) => [name, row[place]!] as const)
    this.#quads = matching(this.#index, { ...Object.fromEntries(known), ...(this.#graph !== undefined && { graph: this.#graph }) })
  }

  next(row: Uint32Array): boolean {
    for (let result = this.#quads!.next(); !result.done; result = this.#quads!.next())
      if ((this.#graph !== undefined || result.value.graph !== defaultGraph) && this.#fill(row, result.value)) return true
    return false
  }

  /** False where one variable stands in two places that differ. */
  #fill(row: Uint32Array, quad: NumberedQuad): boolean {
    const filled: number[] = []
    for (const [name, { place, known }] of this.#parts) {
      if (known) continue
      if (filled.includes(place) && row[place] !== quad[name]) return false
      row[place] = quad[name]
      filled.push(place)
    }
    return true
  }
}

/** Whether a condition holds of what is known. */
export class ConditionStep implements Step {
  readonly #holds: (row: Uint32Array) => boolean
  #open = false

  constructor(holds: (row: Uint32Array) => boolean) {
    this.#holds = holds
  }

  open(row: Uint32Array): void {
    this.#open = this.#holds(row)
  }

  next(): boolean {
    const found = this.#open
    this.#open = false
    return found
  }
}

/** Stands in a row where a variable has no value. */
export const unbound = 0xffffffff

/** What may hold beside what is known: each way in which it does, or once nothing. */
export class OptionStep implements Step {
  readonly #steps: readonly Step[]
  /** The places that have no value where nothing holds. */
  readonly #own: readonly number[]
  #depth = -1
  #found = false

  constructor(steps: readonly Step[], own: readonly number[]) {
    this.#steps = steps
    this.#own = own
  }

  open(row: Uint32Array): void {
    this.#found = false
    this.#depth = 0
    this.#steps[0]!.open(row)
  }

  next(row: Uint32Array): boolean {
    const last = this.#steps.length - 1
    while (this.#depth >= 0) {
      if (!this.#steps[this.#depth]!.next(row)) this.#depth -= 1
      else if (this.#depth === last) return (this.#found = true)
      else this.#steps[++this.#depth]!.open(row)
    }
    if (this.#found) return false
    this.#found = true
    for (const place of this.#own) row[place] = unbound
    return true
  }
}
