/** What the readers of bills of materials share: a bill in JSON, whose values are read with the place where they stand. */
import type { Place } from '../../errors.ts'
import { quote } from '../../quote.ts'
import { badText } from '../../model/value.ts'
import { brief } from '../brief.ts'
import { sourceNotes, type SourceNotes } from '../notes.ts'
import { sheetWriter, type Beside, type SheetWriter } from '../sheet-writer.ts'
import { pointerPart, type JsonText } from './json-text.ts'

/** A value in a bill. */
export interface Json {
  readonly value: unknown
  /** Its JSON Pointer (RFC 6901). */
  readonly pointer: string
  /** What it is called when nothing is made of it: `modelCard.considerations.users`. */
  readonly field: string
}

/** A bill that is being read. */
export interface Bill {
  readonly file: string
  readonly base: string
  /** IRI of the Document that the bill is. */
  readonly source: string
  readonly notes: SourceNotes
  readonly writer: SheetWriter
  place(pointer: string): Place
  /** Notes what is wrong at some place; the rest is read. */
  problem(code: string, pointer: string, message: string, hint: string): void
  /** Notes that nothing is made of a value. */
  drop(json: Json, why?: string): void
  /** What stands beside what is said of a value. */
  beside(json: Json, note?: string): Beside
  /** What else the bill says of a place: who stated it. Set when that is known. */
  cited: (pointer: string) => string | undefined
}

/**
 * Begins the reading of a bill.
 *
 * @param format the name of its format, which fields are told with
 */
export function openBill(format: string, file: string, { lineOf }: JsonText, base: string, source: string): Bill {
  const notes = sourceNotes(format)
  const place = (pointer: string): Place => ({ file, line: lineOf(pointer) })
  return {
    file,
    base,
    source,
    notes,
    writer: sheetWriter(source, base, notes),
    place,
    cited: () => undefined,
    problem(code, pointer, message, hint) {
      notes.problem({ code, message: `${pointer || '/'}: ${message}`, place: place(pointer), hint })
    },
    drop({ field, pointer, value }, why) {
      const shown = typeof value === 'string' || typeof value === 'number' ? quote(String(value)) : undefined
      notes.dropped(field, place(pointer), why === undefined ? {} : { why, ...(shown !== undefined && { value: shown }) })
    },
    beside({ field, pointer }, note) {
      const all = [note, this.cited(pointer)].filter((one) => one !== undefined).join('; ')
      return { field, place: place(pointer), ...(all !== '' && { note: brief(all) }) }
    },
  }
}

/** A value under a key. */
export function child({ value, pointer, field }: Json, key: string): Json {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return { value: inner, pointer: pointer + pointerPart(key), field: field === '' ? key : `${field}.${key}` }
}

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether there is anything: no key, null and nothing between quotation marks are nothing. */
const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** The values of a list; one that stands for itself is a list of it where `single` allows that. */
export function listOf(bill: Bill, json: Json, single = false): Json[] {
  const { value, pointer, field } = json
  if (Array.isArray(value)) return value.map((item: unknown, index) => ({ value: item, pointer: pointer + pointerPart(index), field }))
  if (isMissing(value)) return []
  if (single) return [json]
  bill.problem('bad-value', pointer, 'a list is needed here', 'put it between [ and ]; it was not read')
  return []
}

/** An object; what is none is told. */
export function objectOf(bill: Bill, json: Json): Json | undefined {
  if (isObject(json.value)) return json
  if (!isMissing(json.value)) bill.problem('bad-value', json.pointer, 'an object is needed here', 'it was not read')
  return undefined
}

/** The objects of a list. */
export const objectsOf = (bill: Bill, json: Json, single = false): Json[] =>
  listOf(bill, json, single).filter((item) => objectOf(bill, item) !== undefined)

/** A text, or a number as one, that can be written; what cannot is told. */
export function textOf(bill: Bill, { value, pointer }: Json): string | undefined {
  if (isMissing(value)) return undefined
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    bill.problem('bad-value', pointer, 'a text is needed here', 'it was not read')
    return undefined
  }
  const text = String(value).trim()
  if (text === '') return undefined
  const trouble = badText(text)
  if (!trouble) return text
  bill.problem(trouble.code, pointer, trouble.message, trouble.hint ?? 'it was not read')
  return undefined
}

/** Readers of the fields of an object; what none is for is noted as dropped. */
export type FieldReaders<Context> = Readonly<Record<string, (json: Json, context: Context) => void>>

/** Reads an object, field by field. */
export function readFields<Context>(bill: Bill, json: Json, readers: FieldReaders<Context>, context: Context): void {
  if (!objectOf(bill, json)) return
  for (const key of Object.keys(json.value as object)) {
    const inner = child(json, key)
    if (isMissing(inner.value)) continue
    if (Object.hasOwn(readers, key)) readers[key]!(inner, context)
    else bill.drop(inner)
  }
}

/** For fields that are read elsewhere, or say nothing by themselves. */
export const elsewhere = (): void => undefined
