/** What threads tell each other of a question that is put to the endpoint. */
import type { Problem } from '../../errors.ts'
import type { Dataset } from '../../query/dataset.ts'

/** A question, as the protocol brings it. */
export interface Question {
  readonly sparql: string
  /** The graphs that the request names, which stand in for those of the question. */
  readonly dataset?: Dataset
  /** The saved question that it is, and the values that were given for its parameters. */
  readonly saved?: { readonly name: string; readonly given: Readonly<Record<string, string>> }
  /** Whether each row is to carry its sources. */
  readonly why?: true
  /** The header Accept. */
  readonly accept?: string
}

/** Why there is no answer. */
export interface Refusal {
  readonly status: number
  readonly problems: readonly Problem[]
  /** In how many seconds it may be asked again, where that is known. */
  readonly retryAfter?: number
  /** The media types that could be had. */
  readonly available?: readonly string[]
}

/** A question that is refused, or fails. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.problems.map(({ message }) => message).join('; '))
    this.refusal = refusal
  }
}

/** How much an answer may hold. */
export interface AnswerLimits {
  readonly rows: number
  readonly bytes: number
  /** The endpoints that SERVICE may ask, and how long each may take, in ms; none, if this is missing. */
  readonly services?: { readonly urls: readonly string[]; readonly timeMs: number } | undefined
}
