/** Who is next, and who has to go: questions that are soon answered do not wait behind those that take long. */
import type { Job } from './job.ts'
import type { Question } from './question.ts'
import { shapeOf, Slowness } from './slowness.ts'

/** Two queues, and how many slow questions run. */
export class Lanes {
  readonly #quick: Job[] = []
  readonly #slow: Job[] = []
  readonly #room: number
  readonly #slowness = new Slowness()
  readonly #running = new Set<Job>()

  /** @param workers one of them is never given to slow questions, if there are two */
  constructor(workers: number) {
    this.#room = Math.max(1, workers - 1)
  }

  /** How many wait, and how many slow ones run. */
  get waiting(): number {
    return this.#quick.length + this.#slow.length
  }
  get slow(): number {
    return this.#running.size
  }

  /** How many of a client wait. */
  waitingOf(client: string): number {
    return [...this.#quick, ...this.#slow].filter((job) => job.client === client).length
  }

  /** Whether a question like this was slow before. */
  isKnown(question: Question): boolean {
    return this.#slowness.expects(question)
  }

  push(job: Job): void {
    ;(job.slow ? this.#slow : this.#quick).push(job)
  }

  /** Takes the next one that may run: of those that may be quick first such as were so before, then the last of the shape of which fewest wait. */
  next(): Job | undefined {
    const slow = this.#running.size < this.#room ? this.#slow.shift() : undefined
    if (slow) this.#running.add(slow)
    if (slow) return slow
    const proven = this.#quick.findIndex(({ question }) => this.#slowness.isQuick(question))
    const crowds = this.#crowds()
    const rarest = crowds.lastIndexOf(Math.min(...crowds))
    return this.#quick.splice(proven >= 0 ? proven : Math.max(rarest, 0), 1)[0]
  }

  /**
   * Takes out the one that has to go where too many wait: the last of the slow ones, or of the shape of which most wait; the first one where
   * all differ, since it has waited longest.
   */
  evict(): Job {
    const slow = this.#slow.pop()
    if (slow) return slow
    const crowds = this.#crowds()
    const largest = Math.max(...crowds)
    return this.#quick.splice(largest > 1 ? crowds.lastIndexOf(largest) : 0, 1)[0]!
  }

  /** Of each one that may be quick, how many of its shape wait: a crowd that asks one thing after the other is not to keep others waiting. */
  #crowds(): number[] {
    const counts = new Map<string, number>()
    const shapes = this.#quick.map(({ question }) => shapeOf(question))
    for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1)
    return shapes.map((shape) => counts.get(shape)!)
  }

  /** Takes one out that waits; false where it does not. */
  drop(job: Job): boolean {
    for (const lane of [this.#quick, this.#slow]) {
      const place = lane.indexOf(job)
      if (place < 0) continue
      lane.splice(place, 1)
      return true
    }
    return false
  }

  /** Notes that one that runs is slow; false where there is no room for another of them. */
  slows(job: Job): boolean {
    this.#slowness.wasSlow(job.question)
    job.slow = true
    this.#moveKnown()
    if (this.#running.size >= this.#room) return false
    this.#running.add(job)
    return true
  }

  /** Notes that one runs no more. */
  left(job: Job): void {
    this.#running.delete(job)
  }

  /** Notes that one was answered within the time that a slow one takes. */
  wasQuick(job: Job): void {
    this.#slowness.wasQuick(job.question)
  }

  /** Lets those wait with the slow that are now known to be like them. */
  #moveKnown(): void {
    for (const job of this.#quick.filter(({ question }) => this.isKnown(question))) {
      this.drop(job)
      job.slow = true
      this.push(job)
    }
  }
}
