/** How files are divided among those who read them. */
import type { KnownIds } from '../hub/things.ts'
import type { OpenFile } from '../lines.ts'

/** A file of records, and the id of the document that it is. */
export interface RecordFile extends OpenFile {
  readonly source: string
}

/** What all who read stretches of the same files need to know. */
export interface Plan {
  readonly files: readonly RecordFile[]
  /** Base IRI of instances. */
  readonly base: string
  /** Things that have other ids than their hub ids make. */
  readonly known?: KnownIds
  /** How many bytes a stretch has. */
  readonly stretch: number
  /** How many bytes a line has at most; no fewer than a stretch. */
  readonly longestLine: number
}

/** Where a stretch is: the place of its file in the plan, and its bytes. */
export interface Stretch {
  readonly file: number
  readonly from: number
  readonly to: number
}

const stretchesOf = ({ size }: OpenFile, { stretch }: Plan): number => Math.ceil(size / stretch)

/** How many stretches all files have; they are numbered from 0. */
export const stretchCount = (plan: Plan): number => plan.files.reduce((count, file) => count + stretchesOf(file, plan), 0)

/** The stretch of a number, if there is one. */
export function stretchAt(plan: Plan, index: number): Stretch | undefined {
  let first = 0
  for (const [file, open] of plan.files.entries()) {
    const count = stretchesOf(open, plan)
    const from = (index - first) * plan.stretch
    if (index < first + count) return { file, from, to: Math.min(from + plan.stretch, open.size) }
    first += count
  }
  return undefined
}
