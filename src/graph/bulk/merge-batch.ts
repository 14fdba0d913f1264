import { mentionLength, rowLength, type Batch } from '../../sources/bulk/batch.ts'
import { release } from '../../release.ts'
import type { EdgeList } from '../index/edge-list.ts'
import type { IndexBuilder } from '../index/index-builder.ts'
import type { KnownThings } from './known-things.ts'

/** So many terms are looked at before they are added. */
const ahead = 256

/**
 * Adds the statements of a batch: its terms are looked up once each, its rows by their numbers. What is said again of a thing
 * that is known is passed over; its terms are then not looked up either, and that is most of the work.
 *
 * @param known the things that the source of the batch has named before
 */
export function mergeBatch(builder: IndexBuilder, batch: Batch, known: KnownThings): void {
  const { heads, termHeads, bytes, ends, hashes, rows, mentions } = batch
  const { terms } = builder
  const places = heads.map((head) => terms.head(head))
  /** Each is one more than it is; 0 is where none is known yet. */
  const numbers = new Uint32Array(ends.length)
  const lists: EdgeList[] = []
  let expected = 0

  const numberOf = (term: number): number => {
    const found = numbers[term]!
    if (found > 0) return found - 1
    if (term >= expected) terms.expect(hashes.subarray(term, (expected = term + ahead)))
    const number = terms.addHashed(places[termHeads[term]!]!, bytes, term === 0 ? 0 : ends[term - 1]!, ends[term]!, hashes[term]!)
    numbers[term] = number + 1
    return number
  }
  const addRows = (from: number, to: number): void => {
    for (let at = from * rowLength; at < to * rowLength; at += rowLength) {
      const predicate = rows[at + 1]!
      const list = (lists[predicate] ??= builder.list(numberOf(predicate)))
      list.add(numberOf(rows[at]!), numberOf(rows[at + 2]!), numberOf(rows[at + 3]!))
    }
  }

  let next = 0
  for (let at = 0; at < mentions.length; at += mentionLength) {
    const [kind, text, thing, from, to] = [mentions[at]!, mentions[at + 1]!, mentions[at + 2]!, mentions[at + 3]!, mentions[at + 4]!]
    addRows(next, from)
    const name = numberOf(text)
    const before = known.thing(kind, name)
    if (before === undefined) {
      known.add(kind, name, numberOf(thing))
      addRows(from, to)
    } else numbers[thing] = before + 1
    next = to
  }
  addRows(next, rows.length / rowLength)
  release(numbers)
}
