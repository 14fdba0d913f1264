/** What the readers of fields share. */
import type { ClassName } from '../../model/vocabulary.ts'
import type { SourceNotes } from '../notes.ts'
import type { Entry, SheetWriter } from '../sheet-writer.ts'
import type { Field } from './field.ts'

/** An asset while it is read. */
export interface Context {
  readonly name: string
  readonly kind: ClassName
  /** The id of its repository at a hub, where its card is there. */
  readonly repository: string | undefined
  /** What is said of the asset. */
  readonly entry: Entry
  readonly writer: SheetWriter
  readonly notes: SourceNotes
  readonly fields: ReadonlyMap<string, Field>
  /** The names of the datasets that the same file describes. */
  readonly datasets: ReadonlySet<string>
}
