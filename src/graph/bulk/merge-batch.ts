import type { Batch } from '../../sources/batch.ts'
import type { IndexBuilder } from '../index/index-builder.ts'

/** Adds the statements of a batch: its terms are looked up once each, its rows by their numbers. */
export function mergeBatch(builder: IndexBuilder, { heads, termHeads, bytes, ends, hashes, rows }: Batch): void {
  const { terms } = builder
  const places = heads.map((head) => terms.head(head))
  const numbers = terms.addAll(
    termHeads.map((place) => places[place]!),
    bytes,
    ends,
    hashes,
  )
  for (let at = 0; at < rows.length; at += 4)
    builder.add(numbers[rows[at]!]!, numbers[rows[at + 1]!]!, numbers[rows[at + 2]!]!, numbers[rows[at + 3]!]!)
}
