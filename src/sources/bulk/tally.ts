/** Puts together what was read of the stretches of files, in order. */
import type { Place, Problem } from '../../errors.ts'
import { rowLength, type Batch } from './batch.ts'
import { addDropped, type Dropped, type DroppedFields } from '../dropped.ts'
import { stretchAt, type Plan } from './plan.ts'
import type { StretchResult } from './stretch.ts'

/** How far the reading is. */
export interface Progress {
  readonly bytes: number
  readonly totalBytes: number
  readonly records: number
}

/** What was read of one file. */
interface FileSummary {
  readonly file: string
  /** The id of the document that says what it says. */
  readonly source: string
  readonly bytes: number
  readonly lines: number
  readonly records: number
  /** Records of which nothing was made, for the problems that they have. */
  readonly skipped: number
  /** How many problems there are, those included that were not told one by one. */
  readonly problems: number
  /** The statements of all batches; what several batches state is counted as often. */
  readonly statements: number
}

/** What was read. */
export interface Summary {
  readonly files: readonly FileSummary[]
  /** What is wrong with files of which nothing was read. */
  readonly refused: readonly Problem[]
  /** What nothing was made of and is no error: fields that are not used, values that are no terms. */
  readonly dropped: DroppedFields
}

/** Who is told of what was read. */
export interface Listeners {
  /**
   * Is given one batch after the other in the order of the files, with its file and the id of the document that it is; the next
   * one waits until it is done.
   */
  readonly onBatch: (batch: Batch, file: string, source: string) => void | Promise<void>
  readonly onProgress?: (progress: Progress) => void
}

/** Uses the result of the stretch of a number. */
export type Use = (index: number, result: StretchResult) => void | Promise<void>

type Counts = { -readonly [Key in keyof FileSummary]: FileSummary[Key] }

/**
 * What uses the results of stretches, and knows in the end what they are of. Only here, where they are in order, is it known
 * how many lines are before a stretch.
 */
export function tally(
  plan: Plan,
  refused: readonly Problem[],
  { onBatch, onProgress }: Listeners,
): { readonly use: Use; readonly summary: () => Summary } {
  const files = plan.files.map(({ file, source, size }): Counts => ({
    file,
    source,
    bytes: size,
    lines: 0,
    records: 0,
    skipped: 0,
    problems: 0,
    statements: 0,
  }))
  const totalBytes = plan.files.reduce((sum, { size }) => sum + size, 0)
  const dropped = new Map<string, Dropped>()
  let bytes = 0
  let records = 0

  return {
    async use(index, { batch, lines, skipped, found, dropped: more }) {
      const { file, from, to } = stretchAt(plan, index)!
      const counts = files[file]!
      const before = counts.lines
      for (const [field, { count, example }] of more)
        addDropped(dropped, field, { count, example: { ...example, place: further(example.place, before) } })
      counts.lines += lines
      counts.records += batch.records
      counts.skipped += skipped
      counts.problems += found
      counts.statements += batch.rows.length / rowLength
      bytes += to - from
      records += batch.records
      await onBatch(batch.problems.length > 0 ? { ...batch, problems: placed(batch.problems, before) } : batch, counts.file, counts.source)
      onProgress?.({ bytes, totalBytes, records })
    },
    summary: () => ({ files, refused, dropped }),
  }
}

const placed = (problems: readonly Problem[], before: number): Problem[] =>
  problems.map((problem) => ({ ...problem, place: further(problem.place!, before) }))

/** A place so many lines further on. */
const further = (place: Place, lines: number): Place => ({ ...place, line: place.line! + lines })
