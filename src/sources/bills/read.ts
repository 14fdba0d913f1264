/** How a file is read that is a bill of materials in JSON, of whatever format. */
import { mint, slug } from '../../model/iri.ts'
import type { Content } from '../content.ts'
import { nothing, type Reading, type ReadOptions } from '../source.ts'
import { isObject, openBill, type Bill, type Json } from './bill.ts'
import { readJson } from './json-text.ts'

/**
 * Reads a bill, as far as it is JSON.
 *
 * @param format the name of its format
 * @param read writes down what the bill says
 */
export function readBill(
  format: string,
  { file, name, text = '', json }: Content,
  { base, source = slug(name.replace(/\.json(?:ld)?$/i, '')) }: ReadOptions,
  read: (bill: Bill, root: Json) => void,
): Reading {
  const whole = readJson(text, json)
  if (!whole || !isObject(whole.value))
    return {
      ...nothing,
      noted: [{ code: 'bad-json', message: 'the file is no JSON', place: { file, line: 1 }, hint: 'nothing of it was read' }],
    }
  const bill = openBill(format, file, whole, base, mint(base, 'Document', source))
  if (whole.brokenLine !== undefined)
    bill.notes.problem({
      code: 'bad-json',
      message: 'from here on the file is no JSON',
      place: { file, line: whole.brokenLine },
      hint: 'what stands before was read; mend it, or fetch it anew if it was cut off',
    })
  read(bill, { value: whole.value, pointer: '', field: '' })
  const { noted, dropped } = bill.notes.take()
  return { ...nothing, named: bill.writer.sheets, noted, dropped, document: { id: source, name, type: 'bill-of-materials' } }
}
