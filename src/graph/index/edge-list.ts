/** The triples of one predicate as they come. */
import { Column } from './column.ts'
import type { GraphSets } from './graph-sets.ts'

/** Triples, each with the graph that holds it. */
export class EdgeList {
  readonly subjects = new Column()
  readonly objects = new Column()
  /** Where runs of one graph begin, and which graph it is: most sources speak for long. */
  readonly #starts = new Column()
  readonly #graphs = new Column()
  #last = -1

  add(subject: number, object: number, graph: number): void {
    if (graph !== this.#last) {
      this.#starts.push(this.subjects.length)
      this.#graphs.push(graph)
      this.#last = graph
    }
    this.subjects.push(subject)
    this.objects.push(object)
  }

  /** The set of each triple's one graph, in turn; a number when it is the same for all. */
  sets(sets: GraphSets): Uint32Array | number {
    if (this.#starts.length === 1) return sets.add([this.#graphs.at(0)])
    const all = new Uint32Array(this.subjects.length)
    for (let run = 0; run < this.#starts.length; run++) {
      const end = run + 1 < this.#starts.length ? this.#starts.at(run + 1) : all.length
      all.fill(sets.add([this.#graphs.at(run)]), this.#starts.at(run), end)
    }
    return all
  }
}
