/** What is to be told of a source that others wrote: what is wrong with it, and what nothing was made of. */
import type { Place, Problem } from '../errors.ts'
import { addDropped, type Dropped, type DroppedFields } from './dropped.ts'

/** The problems of one file that are told one by one; of more nobody reads. */
const most = 1_000

/** The notes on one file. */
export interface SourceNotes {
  /** Notes what is wrong: what it concerns was not read, the rest was. */
  problem(problem: Problem): void
  /** Notes a field that nothing is made of; with a value where it is that value which could not be used, and why. */
  dropped(field: string, place: Place, example?: Omit<Dropped['example'], 'place'>): void
  take(): { readonly noted: readonly Problem[]; readonly dropped: DroppedFields }
}

/**
 * Takes notes on a file.
 *
 * @param format the name of its format, which fields are told with
 */
export function sourceNotes(format: string): SourceNotes {
  const noted: Problem[] = []
  const dropped = new Map<string, Dropped>()
  let found = 0
  return {
    problem(problem) {
      found += 1
      if (found <= most) noted.push(problem)
    },
    dropped: (field, place, example = {}) =>
      addDropped(dropped, `${format}: ${field}${example.value === undefined ? '' : ' (not understood)'}`, {
        count: 1,
        example: { place, ...example },
      }),
    take: () => ({
      noted:
        found > most
          ? [...noted, { code: 'more-problems', message: `${(found - most).toLocaleString('en')} more problems in this file` }]
          : noted,
      dropped,
    }),
  }
}
