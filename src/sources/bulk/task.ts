/** What a worker and the thread that it works for say to each other. */
import type { Failure, Problem } from '../../errors.ts'
import type { Plan } from './plan.ts'
import type { StretchResult } from './stretch.ts'

/** What a worker is given. */
export interface WorkerTask {
  readonly plan: Plan
  /** The memory of the `Turns`. */
  readonly turns: SharedArrayBuffer
}

/** What a worker tells: what it read of a stretch, or why it cannot go on. */
export type WorkerMessage =
  { readonly index: number; readonly result: StretchResult } | { readonly problems: readonly Problem[]; readonly failure: Failure }
