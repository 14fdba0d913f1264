/** What the thread of the server and those that answer questions say to each other. */
import type { SharedIndex } from '../../graph/file/share.ts'
import type { AnswerLimits, Question, Refusal } from './question.ts'

/** What a thread knows from its beginning. */
export interface Begin {
  readonly index: SharedIndex
  readonly limits: AnswerLimits
}

/** A question for a thread, one at a time. */
export interface Ask {
  readonly question: Question
  /** The memory of the `Flow` of its answer. */
  readonly flow: SharedArrayBuffer
}

/** What a thread says: once that it is ready; then of the question that it was asked the form, then pieces, then that it is done with it. */
export type Told =
  | { readonly told: 'ready' }
  | { readonly told: 'begun'; readonly mediaType: string }
  | { readonly told: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly told: 'done' }
  | { readonly told: 'refused'; readonly refusal: Refusal }
  | { readonly told: 'failed'; readonly message: string }
