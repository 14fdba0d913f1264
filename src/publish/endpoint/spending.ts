/** How much of the threads' time each client has used of late. */

/** So many clients are remembered, those that asked last. */
const most = 10_000

const minute = 60_000

/** What clients have used, which they are forgiven as time goes by. Times are in ms. */
export class Spending {
  readonly #used = new Map<string, { ms: number; at: number }>()
  readonly #perMs: number
  readonly #share: number

  /** @param share how much a client may use in a minute, and at once */
  constructor(share: number) {
    this.#share = share
    this.#perMs = share / minute
  }

  /** Notes that a client has used a thread. */
  add(client: string, ms: number, now: number): void {
    const used = this.#usedBy(client, now) + ms
    this.#used.delete(client)
    this.#used.set(client, { ms: used, at: now })
    if (this.#used.size > most) this.#used.delete(this.#used.keys().next().value!)
  }

  /** How long it is until a client may use a thread again; 0 for at once. */
  wait(client: string, now: number): number {
    return Math.max(0, (this.#usedBy(client, now) - this.#share) / this.#perMs)
  }

  #usedBy(client: string, now: number): number {
    const used = this.#used.get(client)
    return used ? Math.max(0, used.ms - (now - used.at) * this.#perMs) : 0
  }
}
