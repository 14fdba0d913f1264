/** Reads stretches of files of records into batches; this is what the workers do. */
import { namespacesFor } from '../../model/term-key.ts'
import { BatchWriter } from './batch-writer.ts'
import type { Batch } from './batch.ts'
import { readRecord } from '../hub/read.ts'
import { hubStatements } from '../hub/statements.ts'
import { StretchReader } from '../lines.ts'
import type { DroppedFields } from '../dropped.ts'
import { stretchNotes } from './notes.ts'
import type { Plan, Stretch } from './plan.ts'

/** A batch, and what is told of the stretch that it was made of; the lines of its places are counted within the stretch. */
export interface StretchResult {
  readonly batch: Batch
  readonly lines: number
  /** Records of which nothing was made. */
  readonly skipped: number
  /** How many problems there are, those included that there was no room for. */
  readonly found: number
  readonly dropped: DroppedFields
}

/** What reads one stretch after the other, always into the same memory. */
export function batchReader(plan: Plan): (stretch: Stretch) => StretchResult {
  const reader = new StretchReader(plan.longestLine)
  const writer = new BatchWriter(namespacesFor(plan.base))
  const statements = hubStatements(plan.base, writer, plan.known)
  return ({ file, from, to }) => {
    const open = plan.files[file]!
    const notes = stretchNotes(open.file)
    let records = 0
    let skipped = 0
    const unreadable = (line: number, message: string, hint: string, code: string): void => {
      records += 1
      skipped += 1
      notes.at(line)
      notes.problem({ code, message, hint })
    }
    statements.begin(open.source)
    const lines = reader.read(open, from, to, {
      line(text, number) {
        if (isBlank(text)) return
        records += 1
        notes.at(number)
        const record = readRecord(text, notes)
        if (record) statements.state(record, notes)
        else skipped += 1
      },
      notUtf8: (number) => unreadable(number, 'the line is not UTF-8', 'save the file as UTF-8', 'bad-encoding'),
      tooLong: (number) =>
        unreadable(
          number,
          `the line is longer than ${plan.longestLine.toLocaleString('en')} bytes`,
          'one line is one record, and no record is so long',
          'line-too-long',
        ),
    })
    const { problems, found, dropped } = notes.take()
    return { batch: { ...writer.take(), records, problems }, lines, skipped, found, dropped }
  }
}

const brace = '{'.charCodeAt(0)
const isBlank = (line: string): boolean => line.charCodeAt(0) !== brace && line.trim() === ''
