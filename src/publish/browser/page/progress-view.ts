/** What a person is told of a question: how far it is, how it ended, and what is wrong with it. */
import { StemmaError, type Problem } from '../../../errors.ts'
import type { Asked, Event } from '../protocol.ts'
import { element } from './dom.ts'
import type { Figures } from './figures.ts'
import { problemList } from './problems.ts'
import type { Words } from './words.ts'

/** The line of status, the bar beneath it, and the problems. */
export interface ProgressView {
  readonly nodes: readonly HTMLElement[]
  say(text: string): void
  /** Takes away what was told to be wrong. */
  forget(): void
  /** A question is asked, or is not any more. */
  busy(isBusy: boolean): void
  /** So much of the graph is loaded. */
  loading(event: Extract<Event, { event: 'loading' }>): void
  /** So many rows have come. */
  coming(rows: number): void
  /** The answer is whole. */
  finish(asked: Asked, answer: { readonly count: number; readonly isTriples: boolean }, mostRows: number): void
  /** There is no answer. */
  fail(error: unknown): void
  /** The text is no question. */
  mistake(message: string): void
}

/** Something is said at most so often, in ms: a screen reader reads each change. */
const pause = 1000

/** Makes the view. */
export function progressView(words: Words, figures: Figures): ProgressView {
  const status = element('p', { class: 'query-status', role: 'status' }, words.ready)
  const progress = element('progress', { hidden: true, 'aria-label': words.asking })
  const problems = element('div', { class: 'query-problems', role: 'alert' })
  /** When it was said last how many rows there are. */
  let told = 0
  return {
    nodes: [status, progress, problems],
    say: (text) => void (status.textContent = text),
    forget: () => problems.replaceChildren(),
    busy(isBusy) {
      progress.hidden = !isBusy
      progress.removeAttribute('value')
      if (!isBusy) return
      status.textContent = words.asking
      told = performance.now()
    },
    loading({ loaded, total }) {
      const part = Math.min(1, loaded / total)
      progress.value = part
      // Said at every tenth only, for the same reason.
      const percent = Math.floor(part * 10) * 10
      status.textContent = part < 1 ? words.loading(percent, figures.size(total)) : words.asking
      if (part === 1) progress.removeAttribute('value')
    },
    coming(rows) {
      if (performance.now() - told < pause) return
      told = performance.now()
      status.textContent = words.coming(figures.number(rows))
    },
    finish({ yes, took, cut, warnings }, { count, isTriples }, mostRows) {
      const [time, many] = [figures.time(took), figures.number(count)]
      if (yes !== undefined) status.textContent = words.answer(yes, time)
      else status.textContent = isTriples ? words.triples(many, time) : words.rows(many, time)
      if (cut) status.textContent += `. ${words.cut(figures.number(mostRows))}`
      if (warnings.length > 0) problems.replaceChildren(problemList(words.warning, warnings, words))
    },
    fail(error) {
      const found: readonly Problem[] = error instanceof StemmaError ? error.problems : [{ code: 'unexpected', message: String(error) }]
      status.textContent = words.failed
      problems.replaceChildren(problemList(words.failed, found, words))
    },
    mistake(message) {
      status.textContent = words.failed
      problems.replaceChildren(element('p', {}, message))
    },
  }
}
