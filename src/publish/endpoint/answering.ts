/** What answers questions, as the endpoint sees it. */
import type { Question } from './question.ts'

/** An answer that has begun. */
export interface Reply {
  readonly mediaType: string
  /** Whether it is known to take long. */
  readonly slow: boolean
  /** Its bytes; who stops reading ends it, and what goes wrong is thrown. */
  readonly pieces: AsyncIterable<Uint8Array>
}

/** How a pool is doing. */
export interface PoolState {
  /** Whether questions can be put. */
  readonly isUp: boolean
  readonly running: number
  readonly slow: number
  readonly waiting: number
  /** Threads that were ended and replaced, and processes that were. */
  readonly replaced: number
  readonly restarts: number
  /** The memory of the process that answers, in bytes. */
  readonly memory: number
}

export interface Pool {
  /**
   * Puts a question.
   *
   * @param signal ends it, when the client has left
   * @param client whose it is, where its share is counted
   * @returns when its first piece is there
   * @throws Refused
   */
  ask(question: Question, signal: AbortSignal, client?: string): Promise<Reply>
  readonly state: PoolState
  /** Ends all threads; questions that run are refused. */
  close(): Promise<void>
}
