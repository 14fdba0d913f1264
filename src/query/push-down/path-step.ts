/** The ways of a property path, as a step. */
import type { Adjacency } from '../../graph/index/adjacency.ts'
import { Marks } from '../../graph/index/marks.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { maskFor, type Part, type Step } from './steps.ts'
import { NumberList } from './number-list.ts'
import { walkOf, type Path, type Walk } from './path-walks.ts'

/** An end of a path: where it stands in the row, whether it is known when the step begins, and whether the question names it. */
export interface End extends Part {
  readonly constant: boolean
}

/** A property path between two places of the row. */
export class PathStep implements Step {
  readonly #subject: End
  readonly #object: End
  readonly #back: boolean
  /** Whether a value may be of a path of no steps: of what a variable stands for, only nodes of the graph have one. */
  readonly #mayStart: (node: number) => boolean
  readonly #walk: Walk
  /** Where both ends are open: the nodes to start from. */
  readonly #starts: () => Uint32Array
  #nodes: Uint32Array | undefined
  #node = 0
  #from = -1
  #found = new NumberList()
  #at = 0

  constructor(index: QuadIndex, path: Path, graph: number, subject: End, object: End) {
    const forward = walkOf(index, path, graph, false)
    const backward = walkOf(index, path, graph, true)
    this.#subject = subject
    this.#object = object
    this.#back = subject.known && object.known ? backward.fan < forward.fan : object.known
    this.#walk = this.#back ? backward : forward
    this.#starts = () => nodesOf(index, graph)
    const near = this.#back ? object : subject
    this.#mayStart = near.constant || !isNullable(path) ? () => true : (node) => isNode(index, node, graph)
  }

  open(row: Uint32Array): void {
    if (this.#subject.known || this.#object.known) this.#walkFrom(row[(this.#back ? this.#object : this.#subject).place]!)
    else {
      this.#nodes ??= this.#starts()
      this.#node = 0
      this.#found.length = this.#at = 0
    }
  }

  /** What was found from a node is kept: rows that follow each other often start from the same. */
  #walkFrom(node: number): void {
    this.#at = 0
    if (node === this.#from) return
    this.#from = node
    this.#found.length = 0
    if (this.#mayStart(node)) this.#walk.push(node, this.#found)
  }

  next(row: Uint32Array): boolean {
    const [near, far] = this.#back ? [this.#object, this.#subject] : [this.#subject, this.#object]
    for (;;) {
      while (this.#at < this.#found.length) {
        const node = this.#found.items[this.#at++]!
        if (far.known ? row[far.place] !== node : near.place === far.place && node !== this.#from) continue
        row[near.place] = this.#from
        row[far.place] = node
        return true
      }
      if (near.known || far.known || this.#node === this.#nodes!.length) return false
      this.#walkFrom(this.#nodes![this.#node++]!)
    }
  }

  /** How many ways there are from a node. */
  count(node: number): number {
    this.#walkFrom(node)
    return this.#found.length
  }

  /** How many ways there are from any one node, roughly. */
  get fan(): number {
    return this.#walk.fan
  }
}

/** Whether a path can be one of no steps. */
function isNullable(path: Path): boolean {
  switch (path.type) {
    case 'ZeroOrMorePath':
    case 'ZeroOrOnePath':
      return true
    case 'inv':
    case 'OneOrMorePath':
      return isNullable(path.path)
    case 'seq':
      return path.input.every(isNullable)
    case 'alt':
      return path.input.some(isNullable)
    default:
      return false
  }
}

/** Whether a term is a subject or an object of a graph. */
function isNode(index: QuadIndex, node: number, graph: number): boolean {
  for (const relation of index.relations.values()) {
    const mask = maskFor(index, relation, graph)
    if (mask === 'none') continue
    for (const edges of [relation.forward, relation.backward]) if (hasEdge(edges, node, mask)) return true
  }
  return false
}

function hasEdge(edges: Adjacency, key: number, mask: Uint8Array | 'all'): boolean {
  const rank = edges.keys.rankOf(key)
  if (rank < 0 || mask === 'all') return rank >= 0
  const end = edges.end(rank)
  for (let edge = edges.start(rank); edge < end; edge++) if (mask[edges.setOf(edge)]) return true
  return false
}

/** All subjects and objects of a graph. */
function nodesOf(index: QuadIndex, graph: number): Uint32Array {
  const seen = new Marks(index.terms.size)
  const nodes = new NumberList()
  for (const relation of index.relations.values()) {
    const mask = maskFor(index, relation, graph)
    if (mask === 'none') continue
    for (const edges of [relation.forward, relation.backward])
      for (const key of edges.keys.members()) if (hasEdge(edges, key, mask) && seen.add(key)) nodes.push(key)
  }
  return nodes.items.slice(0, nodes.length)
}
