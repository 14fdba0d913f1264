/** What is wrong, in words. */
import type { Problem } from '../../../errors.ts'
import { element } from './dom.ts'
import type { Words } from './words.ts'

/** Problems with what to do about them; hints that speak of the command line are left out. */
export function problemList(title: string, problems: readonly Problem[], words: Words): HTMLElement {
  const lines = problems.map((problem) =>
    element(
      'li',
      {},
      words.problem(problem),
      problem.excerpt !== undefined && element('pre', {}, problem.excerpt),
      problem.hint !== undefined && !/\bstemma \w/.test(problem.hint) && ` (${problem.hint})`,
    ),
  )
  return element('div', {}, element('strong', {}, title), element('ul', {}, ...lines))
}
