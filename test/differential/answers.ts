/** Whether two answers are the same. */
import type { Literal, Term } from '@rdfjs/types'
import type { Answer } from '../../src/query/answer.ts'
import { neverAnswers, unlessSilent } from './silence.ts'
import { quadText, termText } from './terms.ts'
import { prefixes } from './vocabulary.ts'

/** An answer, or why there is none. */
export type Outcome = Answer | { readonly type: 'error'; readonly message: string }

/** How a term is written for comparison. */
export type Spelling = (term: Term) => string

/** How often one that gives no answer is asked: with some questions it is chance whether Comunica answers. */
const patience = 4

/** What comes of asking. */
export async function outcomeOf(ask: () => Answer | Promise<Answer>, tries = patience): Promise<Outcome> {
  try {
    return await unlessSilent(ask())
  } catch (error) {
    const outcome: Outcome = { type: 'error', message: error instanceof Error ? error.message : String(error) }
    return isSilent(outcome) && tries > 1 ? await outcomeOf(ask, tries - 1) : outcome
  }
}

export const isSilent = (outcome: Outcome): boolean => outcome.type === 'error' && outcome.message === neverAnswers

/** The lines of an answer, in an order of their own: the same for two answers exactly when they say the same. */
export function linesOf(outcome: Outcome, spelling: Spelling = termText): string[] {
  switch (outcome.type) {
    case 'boolean':
      return [String(outcome.value)]
    case 'error':
      return ['error']
    case 'quads':
      return [...new Set(outcome.quads.map(quadText))].sort()
    case 'bindings':
      return outcome.rows.map((row) => rowText(row, spelling)).sort()
  }
}

/** The variables that a row binds, by name. */
const rowText = (row: Readonly<Record<string, Term>>, spelling: Spelling): string =>
  Object.entries(row)
    .map(([name, term]) => `?${name}=${spelling(term)}`)
    .sort()
    .join(' ')

export const sameLines = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((line, index) => line === others[index])

/** Whether all of some lines are among others, each as often. */
export function areAmong(some: readonly string[], others: readonly string[]): boolean {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return some.every((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count > 0
  })
}

const numeric = /#(integer|decimal|double|float|int|long|short|byte|(non)?(positive|negative)Integer|unsigned\w+)$/i

/** A number by its value: engines write what they have reckoned in different ways, and cut decimals off at different places. */
export const byValue: Spelling = (term) => (term.termType === 'Literal' ? literalByValue(term) : termText(term))

/** A literal by nothing but that it is one: of several that are equal by value, MIN gives any. */
export const byKind: Spelling = (term) => (term.termType === 'Literal' ? '"…"' : termText(term))

function literalByValue(term: Literal): string {
  const type = term.datatype.value
  if (!type.startsWith(prefixes.xsd) || !numeric.test(type) || term.value.trim() === '') return termText(term)
  const value = Number(term.value.replace('INF', 'Infinity'))
  if (Number.isNaN(value) && term.value !== 'NaN') return termText(term)
  const short = Number.isInteger(value) ? String(value) : value.toPrecision(9).replace(/0+$/, '')
  return `"${short}"^^<${type}>`
}
