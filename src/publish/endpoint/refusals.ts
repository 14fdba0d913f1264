/** Why the server does not answer a question that is well formed. */
import type { Refusal } from './question.ts'

const cheaper = 'ask for less: name a model or dataset, follow one property, add LIMIT; the dumps hold everything'

const refusal = (status: number, code: string, message: string, hint: string, retryAfter?: number): Refusal => ({
  status,
  problems: [{ code, message, hint }],
  ...(retryAfter !== undefined && { retryAfter }),
})

/** The refusals. */
export const refusals = {
  time: (ms: number): Refusal => refusal(504, 'too-slow', `the question was not answered within ${ms / 1000} s, and was ended`, cheaper),
  memory: refusal(503, 'too-much-memory', 'the question needs more memory than the server has for it', cheaper),
  full: refusal(503, 'busy', 'the server is answering as many questions as it can', 'ask again in a little while', 5),
  /** RFC 6585, 4. */
  many: (most: number): Refusal =>
    refusal(429, 'rate-limited', `${most} questions of yours run or wait already`, 'ask again when one of them is answered', 1),
  share: (seconds: number): Refusal =>
    refusal(
      429,
      'rate-limited',
      'your questions have taken more time than is your share',
      `ask again in ${seconds} s, or ask for less`,
      seconds,
    ),
  /** Nobody reads it. */
  left: refusal(499, 'left', 'the client has left', 'stay'),
  failed: (message: string): Refusal => refusal(500, 'internal', `the engine failed: ${message}`, 'try the question in another way'),
} as const
