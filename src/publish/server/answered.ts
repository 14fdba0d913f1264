/** What is told of requests that were answered, for logs and counts. */

/** What those who answer tell of it. */
export interface Noted {
  /** Which handler answered; none where there is nothing at the path. */
  readonly route?: string
  /** Why there is no answer, or no whole one: the code of the refusal. */
  readonly code?: string
  /** Whether it was a question that is known to take long. */
  readonly slow?: boolean
}

/** One request that was answered. */
export interface Answered extends Noted {
  /** Counted up from the start of the server; errors of the request have the same. */
  readonly id: number
  /** The address that it came from. */
  readonly client: string
  /** Empty, as the target, for what is no request. */
  readonly method: string
  /** The target as it came; it is no text to be printed as it is. */
  readonly target: string
  /** 499 where the connection ended before there was one. */
  readonly status: number
  /** Whether all of the answer was sent. */
  readonly whole: boolean
  /** What went over the connection for it, headers included. */
  readonly bytes: number
  readonly ms: number
}
