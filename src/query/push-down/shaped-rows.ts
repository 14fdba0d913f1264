/** Rows made of rows: each once, or counted. */
import { Buffer, type Rows } from './rows.ts'

/** Work on the rows that others have, a batch at a time. */
abstract class BatchRows implements Rows {
  abstract readonly width: number
  readonly #rows: Rows
  readonly #batch: Buffer

  constructor(rows: Rows) {
    this.#rows = rows
    this.#batch = new Buffer(rows.width, 256)
  }

  /** Takes in one row; it stands in a list from some place on. */
  protected abstract take(list: Uint32Array, from: number, buffer: Buffer): void
  /** Adds what is known when all rows were taken in; false when that is all. */
  protected abstract finish(buffer: Buffer): boolean

  #done = false
  pull(buffer: Buffer, work: number): boolean {
    const batch = this.#batch
    for (let left = work; !this.#done && left > 0 && !buffer.full; left -= 1024) {
      batch.length = 0
      this.#done = !this.#rows.pull(batch, 1024)
      for (let row = 0; row < batch.length; row++) this.take(batch.items, row * batch.width, buffer)
    }
    return this.#done ? this.finish(buffer) : true
  }
}

/** A set of short lists of numbers. */
class ListSet {
  readonly #width: number
  #table = new Int32Array(1 << 10).fill(-1)
  #items: Uint32Array
  size = 0

  constructor(width: number) {
    this.#width = width
    this.#items = new Uint32Array(width << 9)
  }

  /** Adds a list; false when it is there already. */
  add(list: Uint32Array): boolean {
    const mask = this.#table.length - 1
    let slot = this.#hash(list, 0) & mask
    for (let found = this.#table[slot]!; found >= 0; found = this.#table[slot]!) {
      if (this.#is(found, list)) return false
      slot = (slot + 1) & mask
    }
    this.#table[slot] = this.size
    this.#items.set(list, this.size++ * this.#width)
    if (this.size * 2 >= this.#table.length) this.#grow()
    return true
  }

  #is(place: number, list: Uint32Array): boolean {
    const at = place * this.#width
    for (let column = 0; column < this.#width; column++) if (this.#items[at + column] !== list[column]) return false
    return true
  }

  #hash(list: Uint32Array, from: number): number {
    let hash = 0x9e3779b9
    for (let column = 0; column < this.#width; column++) {
      hash = Math.imul(hash ^ list[from + column]!, 0x85ebca6b)
      hash ^= hash >>> 13
    }
    return hash
  }

  #grow(): void {
    const items = new Uint32Array(this.#items.length * 2)
    items.set(this.#items)
    this.#items = items
    this.#table = new Int32Array(this.#table.length * 2).fill(-1)
    const mask = this.#table.length - 1
    for (let place = 0; place < this.size; place++) {
      let slot = this.#hash(items, place * this.#width) & mask
      while (this.#table[slot]! >= 0) slot = (slot + 1) & mask
      this.#table[slot] = place
    }
  }
}

/** Some columns of rows, each combination once. */
export class DistinctRows extends BatchRows {
  readonly width: number
  readonly #columns: readonly number[]
  readonly #seen: ListSet
  readonly #row: Uint32Array

  constructor(rows: Rows, columns: readonly number[]) {
    super(rows)
    this.#columns = columns
    this.width = columns.length
    this.#seen = new ListSet(this.width)
    this.#row = new Uint32Array(this.width)
  }

  protected take(list: Uint32Array, from: number, buffer: Buffer): void {
    for (let column = 0; column < this.width; column++) this.#row[column] = list[from + this.#columns[column]!]!
    if (this.#seen.add(this.#row)) buffer.push(this.#row)
  }

  protected finish(): boolean {
    return false
  }
}

/** A group of rows, and what was counted in it. */
interface Group {
  readonly key: readonly number[]
  readonly counts: number[]
  readonly seen: (Set<number> | undefined)[]
}

/** What is counted: rows, or the different values of a column. */
export type Counted = { readonly distinct?: number }

/** Rows by some columns, with what is counted of each group behind them. */
export class CountedRows extends BatchRows {
  readonly width: number
  readonly #keys: readonly number[]
  readonly #counted: readonly Counted[]
  readonly #numberOf: (count: number) => number
  readonly #groups = new Map<number | string, Group>()
  #left: Iterator<Group> | undefined

  /** @param numberOf the number of a count as a term */
  constructor(rows: Rows, keys: readonly number[], counted: readonly Counted[], numberOf: (count: number) => number) {
    super(rows)
    this.#keys = keys
    this.#counted = counted
    this.#numberOf = numberOf
    this.width = keys.length + counted.length
    // Without keys all rows are one group, even if there is none.
    if (keys.length === 0) this.#group([])
  }

  #group(key: readonly number[]): Group {
    const id = key.length === 1 ? key[0]! : key.join(' ')
    let group = this.#groups.get(id)
    if (!group) {
      group = {
        key,
        counts: this.#counted.map(() => 0),
        seen: this.#counted.map(({ distinct }) => (distinct === undefined ? undefined : new Set())),
      }
      this.#groups.set(id, group)
    }
    return group
  }

  #last: Group | undefined
  protected take(list: Uint32Array, from: number): void {
    const keys = this.#keys
    let group = this.#last
    for (let place = 0; group && place < keys.length; place++) if (group.key[place] !== list[from + keys[place]!]) group = undefined
    group ??= this.#last = this.#group(keys.map((column) => list[from + column]!))
    for (let place = 0; place < group.counts.length; place++) {
      const { distinct } = this.#counted[place]!
      if (distinct === undefined) group.counts[place]! += 1
      else group.seen[place]!.add(list[from + distinct]!)
    }
  }

  protected finish(buffer: Buffer): boolean {
    this.#left ??= this.#groups.values()
    while (!buffer.full) {
      const { done, value } = this.#left.next() as IteratorResult<Group, undefined>
      if (done) return false
      const counts = value.counts.map((count, place) => this.#numberOf(value.seen[place]?.size ?? count))
      buffer.push(Uint32Array.from([...value.key, ...counts]))
    }
    return true
  }
}
