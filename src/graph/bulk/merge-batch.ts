import type { Batch } from '../../sources/batch.ts'
import type { IndexBuilder } from '../index/index-builder.ts'

/** Adds the statements of a batch: its terms are looked up once each, its rows by their numbers. */
export function mergeBatch(builder: IndexBuilder, { heads, termHeads, bytes, ends, rows }: Batch): void {
  const { terms } = builder
  const places = heads.map((head) => terms.head(head))
  const numbers = new Uint32Array(ends.length)
  for (let term = 0, from = 0; term < ends.length; term++) {
    const to = ends[term]!
    numbers[term] = terms.addBytes(places[termHeads[term]!]!, bytes, from, to)
    from = to
  }
  for (let at = 0; at < rows.length; at += 4)
    builder.add(numbers[rows[at]!]!, numbers[rows[at + 1]!]!, numbers[rows[at + 2]!]!, numbers[rows[at + 3]!]!)
}
