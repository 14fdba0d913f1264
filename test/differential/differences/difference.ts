/** What there is to know of a difference between engines. */
import type { Question } from '../algebra.ts'
import type { Outcome } from '../answers.ts'

/** What the two said. */
export interface Answers {
  readonly comunica: Outcome
  readonly oxigraph: Outcome
}

export interface KnownDifference {
  /** What the question is about, as a heading. */
  readonly name: string
  /** Who answers as the specification says; both where it leaves the answer open. */
  readonly right: 'Comunica' | 'Oxigraph' | 'both' | 'neither'
  /** Whether it depends on the plan, so that our engine may have it from Comunica where Comunica over a plain store has it not. */
  readonly byPlan?: boolean
  /** Why, with the section that says so, and what the other does. */
  readonly reason: string
  /** A smallest example, in TriG and SPARQL. */
  readonly data: string
  readonly query: string
  /** Whether a question may be answered differently for this reason; rather too often than too seldom. */
  readonly applies: (question: Question, answers: Answers) => boolean
}
