/** What bills of all formats say in the same way: days, checksums, licences, architectures. */
import { classOf, type ClassName } from '../../model/vocabulary.ts'
import { sayLicense, type LicenseText } from '../licenses.ts'
import type { Entry } from '../sheet-writer.ts'
import { digestOf } from '../weights.ts'
import { textOf, type Bill, type Json } from './bill.ts'

/** States the day of a time; how exactly it was given is kept as written. */
export function sayDay(bill: Bill, entry: Entry, key: string, json: Json, note?: string): void {
  const time = textOf(bill, json)
  if (time === undefined) return
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(time)?.[1]
  entry.say(key, day ?? time, { ...bill.beside(json, note), ...(day !== undefined && { written: time }) })
}

/**
 * States a checksum of weights.
 *
 * @param hash where it stands, with the values of its algorithm and its digits
 */
export function sayDigest(bill: Bill, entry: Entry, hash: Json, [algorithm, digits]: readonly [Json, Json], note?: string): void {
  const [name, content] = [textOf(bill, algorithm), textOf(bill, digits)]
  if (name === undefined || content === undefined) return
  const isLower = content === content.toLowerCase()
  entry.say('weightsDigest', digestOf(name, content), { ...bill.beside(hash, note), ...(!isLower && { written: content }) })
}

/** States a licence, with the text that stood for it; a text that is no licence's name is told. */
export function stateLicense(bill: Bill, entry: Entry, said: LicenseText, written: string | undefined, json: Json, note?: string): void {
  const why = sayLicense(entry, said, written, bill.beside(json, note))
  if (why !== undefined) bill.drop(json, why)
}

/** The word for an architecture that a text is, however it is written: `Transformers`, `transformer model`. */
export function architectureIn(text: string): string | undefined {
  const word = text
    .toLowerCase()
    .replace(/[ _]+/g, '-')
    .replace(/-(?:network|model|based|architecture)s?$/, '')
    .replace(/^transformers$/, 'transformer')
  return classOf('Model').properties.get('architecture')!.in!.includes(word) ? word : undefined
}

/** Whether things of a class may be values of a property of another. */
export const takes = (of: ClassName, key: string, value: ClassName): boolean =>
  classOf(of).properties.get(key)?.classes?.includes(value) ?? false
