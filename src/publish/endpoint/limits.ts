/** What questions may cost. */
import type { AnswerLimits } from './question.ts'

/** How many questions are answered at a time, and what each may cost. Times are in ms. */
export interface PoolLimits extends AnswerLimits {
  /** Threads; one of them is always left to questions that are soon answered. */
  readonly workers: number
  /** A question that takes longer is ended. */
  readonly timeMs: number
  /** A question that takes longer is slow: it leaves its thread to others, and begins anew when one is free for it. */
  readonly slowMs: number
  /** Whoever has waited so long is told to come back later. */
  readonly waitMs: number
  /** So many may wait. */
  readonly waiting: number
  /** A client may use threads for so long in a minute; 0 for as long as it likes, and as many as it likes. */
  readonly shareMs: number
  /** So many questions of one client may run and wait. */
  readonly atATime: number
  /** Megabytes of objects that each thread may have. */
  readonly heapMb: number
  /** Megabytes of all memory of the process, above which the question that takes longest is ended. */
  readonly memoryMb: number
}
