/** What the process of the server and the one that answers questions say to each other. */
import type { Failure, Problem } from '../../errors.ts'
import type { PoolState } from './answering.ts'
import type { PoolLimits } from './limits.ts'
import type { Question, Refusal } from './question.ts'

/** What the process that answers is told. */
export type ToProcess =
  | {
      readonly to: 'open'
      readonly file: string
      /** What tells the graph that is expected there from others. */
      readonly fingerprint: string
      readonly worker: string
      readonly limits: PoolLimits
    }
  | { readonly to: 'ask'; readonly id: number; readonly question: Question; readonly client: string | undefined }
  /** A piece was taken. */
  | { readonly to: 'take'; readonly id: number }
  /** The client has left. */
  | { readonly to: 'leave'; readonly id: number }

/** What it says. */
export type FromProcess =
  | { readonly from: 'open' }
  /** The graph cannot be read, or is another. */
  | { readonly from: 'not-open'; readonly problems: readonly Problem[]; readonly failure: Failure }
  | { readonly from: 'begun'; readonly id: number; readonly mediaType: string; readonly slow: boolean }
  | { readonly from: 'piece'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly from: 'done'; readonly id: number }
  | { readonly from: 'refused'; readonly id: number; readonly refusal: Refusal }
  | { readonly from: 'state'; readonly state: PoolState }
  | { readonly from: 'unforeseen'; readonly message: string }
