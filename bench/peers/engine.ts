/** What all engines that answer SPARQL are to a benchmark. */

/** What came of a question. */
export interface Reply {
  readonly rows: number
  /** From the question's text until each value of each row has been read, or the text of all has been received. */
  readonly ms: number
  /** What of it the engine's process computed on all its threads: on a machine that has other work too, the surer figure. */
  readonly cpu: number
  /** The same for the same rows in any order: the sum of a hash of each. */
  readonly digest: number
}

/** An engine that holds one file. */
export interface Engine {
  readonly version: string
  /** How long it took to load the file; nothing where an earlier run had loaded it. */
  readonly loadMs?: number
  /** @throws Error when the engine refuses or fails, TooSlow when the limit passes */
  ask(sparql: string): Promise<Reply>
  /** The largest memory that the engine's processes have held so far, in bytes. */
  peak(): number
  /** Whether it can be asked; one that could not be stopped otherwise has been ended. */
  running(): boolean
  close(): Promise<void>
}

/** A kind of engine; `load` says undefined where the machine has none. */
export interface Peer {
  readonly name: string
  /** Why it is left out, where it is. */
  readonly missing: string
  load(file: string): Promise<Engine | undefined>
}

/** Seconds after which a question is given up. */
export const limit = 60

/** A question took longer than the limit. */
export class TooSlow extends Error {
  constructor() {
    super(`more than ${limit} s`)
  }
}
