/** What a writer refuses, all at once. */
import { StemmaError, type Problem } from '../errors.ts'

/** So many are told; one who has made more of them has made one mistake many times. */
const most = 10

/** Distinct problems, up to the number that is worth telling. */
export class Problems {
  readonly #found = new Map<string, Problem>()

  /** Keeps a problem, if there is one. */
  add(problem: Problem | undefined): void {
    if (problem && this.#found.size < most) this.#found.set(problem.message, problem)
  }

  /** Throws a StemmaError with the problems, if there are any. */
  throwAny(): void {
    if (this.#found.size > 0) throw new StemmaError([...this.#found.values()])
  }
}
