/** A question on its way. */
import type { Reply } from './answering.ts'
import type { PieceStream } from './piece-stream.ts'
import type { Question } from './question.ts'

export interface Job {
  readonly question: Question
  /** Whose it is, where its share is counted. */
  readonly client: string | undefined
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
  readonly timers: Set<NodeJS.Timeout>
  stream?: PieceStream
  slow: boolean
}
