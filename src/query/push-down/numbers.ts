/** The terms of one question by number: those of the graph, and behind them what only the question has. */
import type { Term } from '@rdfjs/types'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { termId } from '../../model/term-key.ts'

/** Numbers for all terms. */
export class Numbers {
  readonly index: QuadIndex
  /** Numbers from here on are of no term of the graph. */
  readonly foreign: number
  readonly #terms: Term[] = []
  readonly #places = new Map<string, number>()

  constructor(index: QuadIndex) {
    this.index = index
    this.foreign = index.terms.size
  }

  /** The number of a term. */
  of(term: Term): number {
    const found = this.index.terms.find(term)
    if (found >= 0) return found
    const id = termId(term)
    let place = this.#places.get(id)
    if (place === undefined) {
      this.#places.set(id, (place = this.#terms.length))
      this.#terms.push(term)
    }
    return this.foreign + place
  }

  /** The term of a number. */
  term(number: number): Term {
    return number < this.foreign ? this.index.terms.term(number) : this.#terms[number - this.foreign]!
  }
}
