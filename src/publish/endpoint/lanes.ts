/** Who is next: questions that are soon answered do not wait behind those that take long. */
import type { Job } from './job.ts'
import type { Question } from './question.ts'

/** So many questions that were slow are remembered. */
const most = 1000

/** Two queues, and how many slow questions run. */
export class Lanes {
  readonly #quick: Job[] = []
  readonly #slow: Job[] = []
  readonly #room: number
  readonly #known = new Set<string>()
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
    return this.#known.has(keyOf(question))
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
    this.#remember(job.question)
    job.slow = true
    if (this.#running.size >= this.#room) return false
    this.#running.add(job)
    return true
  }

  /** Notes that one runs no more. */
  left(job: Job): void {
    this.#running.delete(job)
  }

  #remember(question: Question): void {
    const key = keyOf(question)
    this.#known.delete(key)
    this.#known.add(key)
    if (this.#known.size > most) this.#known.delete(this.#known.values().next().value!)
  }
}

const keyOf = ({ sparql, dataset, saved, why }: Question): string => JSON.stringify([sparql, dataset, saved?.given, why])
