/** Days of times. */
import { textOf, type Json } from '../bills/bill.ts'
import type { Entry } from '../sheet-writer.ts'
import type { Bom } from './bom.ts'

/** States the day of a time; how exactly it was given is kept as written. */
export function sayDay(bom: Bom, entry: Entry, key: string, json: Json, note?: string): void {
  const time = textOf(bom, json)
  if (time === undefined) return
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(time)?.[1]
  entry.say(key, day ?? time, { ...bom.beside(json, note), ...(day !== undefined && { written: time }) })
}
