/** Who is next: questions that are soon answered do not wait behind those that take long. */
import type { Job } from './job.ts'
import type { Question } from './question.ts'
import { Slowness } from './slowness.ts'

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

  /** Takes the next one that may run. */
  next(): Job | undefined {
    const slow = this.#running.size < this.#room ? this.#slow.shift() : undefined
    if (slow) this.#running.add(slow)
    return slow ?? this.#quick.shift()
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
