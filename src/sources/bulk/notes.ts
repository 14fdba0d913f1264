/** What is to be told of the records of a stretch, however many of them are bad. */
import type { Place, Problem } from '../../errors.ts'
import { oneLine, quote } from '../../quote.ts'
import type { RecordNotes } from '../hub/read.ts'
import type { Notes } from '../hub/statements.ts'
import { addDropped, mostFields, otherFields, type Dropped, type DroppedFields } from '../dropped.ts'

/** The notes on one stretch; its lines are counted from 1. */
export interface StretchNotes extends Notes, RecordNotes {
  /** Says which line the following notes are on. */
  at(line: number): void
  /** All notes: the problems that there is room for, how many there are, and what was dropped. */
  take(): { readonly problems: readonly Problem[]; readonly found: number; readonly dropped: DroppedFields }
}

/** The problems of one stretch that are told one by one; of more nobody reads. */
const mostProblems = 1_000
const longestName = 100

/** A field and what is known of it so far. */
interface Count {
  count: number
  readonly line: number
  readonly value?: string
}

/** Takes notes on a stretch of a file. */
export function stretchNotes(file: string): StretchNotes {
  const problems: Problem[] = []
  const parts = new Map<string, Map<string, Count>>()
  let line = 0
  let found = 0
  let firstUntold = 0
  let fields = 0

  const count = (field: string, part: string, value?: string): void => {
    let counts = parts.get(part)
    if (!counts) parts.set(part, (counts = new Map<string, Count>()))
    const known = counts.get(field)
    if (known) known.count += 1
    else if (fields >= mostFields && field !== otherFields) count(otherFields, '')
    else {
      fields += 1
      counts.set(field, { count: 1, line, ...(value !== undefined && { value }) })
    }
  }
  return {
    at: (number) => void (line = number),
    problem({ column, ...trouble }) {
      found += 1
      if (found <= mostProblems) problems.push({ ...trouble, place: { file, line, ...(column !== undefined && { column }) } })
      else if (found === mostProblems + 1) firstUntold = line
    },
    unused: (field, part) => count(field, part),
    dropped: (field, value) => count(field, '', quote(value)),
    take: () => ({
      problems: found > mostProblems ? [...problems, more(found - mostProblems, { file, line: firstUntold })] : problems,
      found,
      dropped: droppedOf(parts, file),
    }),
  }
}

const more = (count: number, place: Place): Problem => ({
  code: 'more-problems',
  message: `${count.toLocaleString('en')} more problems from here on`,
  place,
  hint: 'mend the first ones, then run it again',
})

function droppedOf(parts: ReadonlyMap<string, ReadonlyMap<string, Count>>, file: string): DroppedFields {
  const all = new Map<string, Dropped>()
  for (const [part, counts] of parts)
    for (const [field, { count, line, value }] of counts) {
      const name = oneLine((part ? `${part}.${field}` : field).slice(0, longestName))
      addDropped(all, name, { count, example: { place: { file, line }, ...(value !== undefined && { value }) } })
    }
  return all
}
