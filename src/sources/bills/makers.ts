/** Who made what a bill tells of. */
import type { Entry } from '../sheet-writer.ts'
import type { Bill, Json } from './bill.ts'

/** Somebody who is named as the maker of something, or as who supplies it. */
export interface Maker {
  readonly name: string
  readonly json: Json
  /** As what they are named. */
  readonly as: string
  readonly isPerson?: boolean
}

/** States who made something: those who say so. Who supplies it may be no more than a distributor, and counts where nobody else is named. */
export function sayMakers(bill: Bill, entry: Entry, makers: readonly Maker[], suppliers: readonly Maker[]): void {
  const before = new Set<string>()
  for (const { name, json, as, isPerson } of makers.length > 0 ? makers : suppliers) {
    if (before.has(name.toLowerCase())) continue
    before.add(name.toLowerCase())
    if (isPerson) bill.drop({ ...json, field: `${json.field} (person)` })
    else entry.link('producer', { kinds: ['Organization'], name }, bill.beside(json, `named as ${as}`))
  }
  if (makers.length > 0)
    for (const { name, json } of suppliers)
      if (!before.has(name.toLowerCase()))
        bill.drop({ ...json, value: name }, 'another is named as its maker; who supplies it may be a distributor')
}
