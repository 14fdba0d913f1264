/**
 * Property paths on numbers: from a node to those that a path leads to, by the rules of SPARQL 1.1, 9.3 and 18.4: closures
 * and options give each node once, all else as often as there are ways.
 */
import type { Adjacency } from '../../graph/index/adjacency.ts'
import { Marks } from '../../graph/index/marks.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { NumberList } from './number-list.ts'
import { maskFor } from './steps.ts'

/** A property path in SPARQL algebra. */
export type Path =
  | { readonly type: 'link'; readonly iri: { readonly value: string } }
  | { readonly type: 'inv'; readonly path: Path }
  | { readonly type: 'seq' | 'alt'; readonly input: readonly Path[] }
  | { readonly type: 'ZeroOrMorePath' | 'OneOrMorePath' | 'ZeroOrOnePath'; readonly path: Path }
  | { readonly type: 'nps'; readonly iris: readonly { readonly value: string }[] }

/** Leads from a node to others. */
export interface Walk {
  /** Adds the nodes that the path leads to. */
  push(node: number, found: NumberList): void
  /** Adds those that were not seen, and marks them as seen. */
  visit(node: number, seen: Marks, found: NumberList): void
  /** How many nodes it leads to from one, roughly. */
  readonly fan: number
}

/** Visits by pushing to a list in between: for walks that have no quicker way. */
abstract class PushedWalk implements Walk {
  abstract readonly fan: number
  abstract push(node: number, found: NumberList): void
  visit(node: number, seen: Marks, found: NumberList): void {
    const between = new NumberList()
    this.push(node, between)
    for (let index = 0; index < between.length; index++) {
      const next = between.items[index]!
      if (seen.add(next)) found.push(next)
    }
  }
}

/** One predicate. */
class LinkWalk implements Walk {
  readonly fan: number
  readonly #edges: Adjacency
  readonly #mask: Uint8Array | undefined
  constructor(edges: Adjacency, mask: Uint8Array | undefined) {
    this.#edges = edges
    this.#mask = mask
    this.fan = edges.size / Math.max(edges.keys.size, 1)
  }
  push(node: number, found: NumberList): void {
    const rank = this.#edges.keys.rankOf(node)
    if (rank < 0) return
    const [start, end] = [this.#edges.start(rank), this.#edges.end(rank)]
    const { targets } = this.#edges
    if (!this.#mask) return found.pushAll(targets, start, end)
    for (let edge = start; edge < end; edge++) if (this.#mask[this.#edges.setOf(edge)]) found.push(targets[edge]!)
  }
  visit(node: number, seen: Marks, found: NumberList): void {
    const rank = this.#edges.keys.rankOf(node)
    if (rank < 0) return
    const end = this.#edges.end(rank)
    const { targets } = this.#edges
    for (let edge = this.#edges.start(rank); edge < end; edge++) {
      if (this.#mask && !this.#mask[this.#edges.setOf(edge)]) continue
      const next = targets[edge]!
      if (seen.add(next)) found.push(next)
    }
  }
}

/** Several paths, any of which leads on; none leads nowhere. */
class AltWalk implements Walk {
  readonly fan: number
  readonly #walks: readonly Walk[]
  constructor(walks: readonly Walk[]) {
    this.#walks = walks
    this.fan = walks.reduce((sum, { fan }) => sum + fan, 0)
  }
  push(node: number, found: NumberList): void {
    for (const walk of this.#walks) walk.push(node, found)
  }
  visit(node: number, seen: Marks, found: NumberList): void {
    for (const walk of this.#walks) walk.visit(node, seen, found)
  }
}

/** One path after the other. */
class SeqWalk extends PushedWalk {
  readonly fan: number
  readonly #walks: readonly Walk[]
  constructor(walks: readonly Walk[]) {
    super()
    this.#walks = walks
    this.fan = walks.reduce((product, { fan }) => product * fan, 1)
  }
  push(node: number, found: NumberList): void {
    let here = new NumberList()
    here.push(node)
    for (const [index, walk] of this.#walks.entries()) {
      const next = index === this.#walks.length - 1 ? found : new NumberList()
      for (let place = 0; place < here.length; place++) walk.push(here.items[place]!, next)
      here = next
    }
  }
}

/** The node itself and what a path leads to, each once. */
class OptionWalk extends PushedWalk {
  readonly fan: number
  readonly #walk: Walk
  constructor(walk: Walk) {
    super()
    this.#walk = walk
    this.fan = walk.fan + 1
  }
  push(node: number, found: NumberList): void {
    const next = new NumberList()
    this.#walk.push(node, next)
    for (const one of new Set([node, ...next.items.subarray(0, next.length)])) found.push(one)
  }
}

/** What a path leads to when it is walked again and again, each once; with the node itself or without. */
class ClosureWalk extends PushedWalk {
  readonly fan: number
  readonly #walk: Walk
  readonly #reflexive: boolean
  readonly #numbers: number
  #seen: Marks | undefined
  constructor(walk: Walk, reflexive: boolean, numbers: number) {
    super()
    this.#walk = walk
    this.#reflexive = reflexive
    this.#numbers = numbers
    this.fan = Math.min(numbers, (walk.fan + 1) ** 4)
  }
  push(node: number, found: NumberList): void {
    const start = found.length
    // Marks are kept of the graph's own terms; any other leads to itself at most.
    if (node >= this.#numbers) {
      const next = new NumberList()
      if (!this.#reflexive) this.#walk.push(node, next)
      if (this.#reflexive || next.length > 0) found.push(node)
      return
    }
    const seen = (this.#seen ??= new Marks(this.#numbers))
    if (this.#reflexive && seen.add(node)) found.push(node)
    else this.#walk.visit(node, seen, found)
    for (let place = start; place < found.length; place++) this.#walk.visit(found.items[place]!, seen, found)
    for (let place = start; place < found.length; place++) seen.delete(found.items[place]!)
  }
}

/**
 * The walk of a path.
 *
 * @param graph the number of the graph that is asked
 * @param back whether to walk from the path's end to its start
 */
export function walkOf(index: QuadIndex, path: Path, graph: number, back: boolean): Walk {
  const walk = (inner: Path, turned = back): Walk => walkOf(index, inner, graph, turned)
  const link = (predicate: number): Walk[] => {
    const relation = index.relations.get(predicate)
    const mask = relation ? maskFor(index, relation, graph) : 'none'
    return mask === 'none' ? [] : [new LinkWalk(back ? relation!.backward : relation!.forward, mask === 'all' ? undefined : mask)]
  }
  switch (path.type) {
    case 'link':
      return one(link(index.predicate(path.iri.value)))
    case 'inv':
      return walk(path.path, !back)
    case 'alt':
      return one(path.input.map((inner) => walk(inner)))
    case 'seq':
      return new SeqWalk((back ? path.input.toReversed() : path.input).map((inner) => walk(inner)))
    case 'ZeroOrOnePath':
      return new OptionWalk(walk(path.path))
    case 'ZeroOrMorePath':
    case 'OneOrMorePath':
      return new ClosureWalk(walk(path.path), path.type === 'ZeroOrMorePath', index.terms.size)
    case 'nps': {
      const left = new Set(path.iris.map(({ value }) => index.predicate(value)))
      return one([...index.relations.keys()].filter((predicate) => !left.has(predicate)).flatMap(link))
    }
  }
}

const one = (walks: readonly Walk[]): Walk => (walks.length === 1 ? walks[0]! : new AltWalk(walks))
