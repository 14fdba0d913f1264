import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { PathStep, type End } from './path-step.ts'
import type { Path } from './path-walks.ts'
import type { Part, Step } from './steps.ts'

/** A property path in each named graph, of which the name is a part of the row (SPARQL 1.1, 18.6: Graph with a variable). */
export class GraphPathStep implements Step {
  readonly #index: QuadIndex
  readonly #path: Path
  readonly #ends: readonly [subject: End, object: End]
  readonly #graph: Part
  readonly #named: readonly number[]
  readonly #steps = new Map<number, PathStep>()
  #open: readonly number[] = []
  #next = 0
  #step: PathStep | undefined

  constructor(index: QuadIndex, path: Path, graph: Part, subject: End, object: End) {
    // Where the name of the graph is an end of the path, too, it is known by then.
    const within = (end: End): End => ({ ...end, known: end.known || end.place === graph.place })
    this.#index = index
    this.#path = path
    this.#ends = [within(subject), within(object)]
    this.#graph = graph
    this.#named = index.namedGraphs
  }

  open(row: Uint32Array): void {
    const { place, known } = this.#graph
    this.#open = known ? this.#named.filter((graph) => graph === row[place]) : this.#named
    this.#next = 0
    this.#step = undefined
  }

  next(row: Uint32Array): boolean {
    for (;;) {
      if (this.#step?.next(row)) return true
      if (this.#next === this.#open.length) return false
      const graph = this.#open[this.#next++]!
      row[this.#graph.place] = graph
      this.#step = this.in(graph)
      this.#step.open(row)
    }
  }

  /** The path in one graph. */
  in(graph: number): PathStep {
    let step = this.#steps.get(graph)
    if (!step) this.#steps.set(graph, (step = new PathStep(this.#index, this.#path, graph, ...this.#ends)))
    return step
  }

  /** How many ways there are from any one node, roughly. */
  get fan(): number {
    const [first] = this.#named
    return first === undefined ? 0 : this.in(first).fan
  }
}
