/** What questions are put to: the graph in this browser, or an endpoint. */
import type { Term } from '@rdfjs/types'
import type { Problem } from '../../../errors.ts'
import type { AnswerStream } from '../../../query/answer.ts'
import type { ClassName } from '../../../model/vocabulary.ts'
import type { Question } from '../config.ts'
import type { Suggestion } from '../protocol.ts'

export interface Store {
  /** Gets ready for questions. */
  open(): Promise<void>
  /**
   * Puts a question; throws StemmaError.
   *
   * @param why whether each row carries its sources, in a last variable
   */
  ask(sparql: string, signal: AbortSignal, why: boolean): Promise<AnswerStream>
  /** What in a question is probably a slip. */
  warnings(sparql: string): Promise<readonly Problem[]>
  /** The terms of a saved question's parameters; throws StemmaError. */
  bind(question: Question, values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Term>>>
  /** Things of some classes, or of all, whose id or name has a text in it. */
  suggest(classes: readonly ClassName[], typed: string): Promise<readonly Suggestion[]>
}

/** So many things are offered at most. */
export const mostOffered = 40
