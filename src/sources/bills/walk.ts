/** All that is in a bill, whatever it is nested in. */
import type { Bill, Json } from './bill.ts'
import { pointerPart } from './json-text.ts'

const mostLevels = 200

/** Goes through lists and objects and what is in them, in the order of the file; that something goes deeper than is read is told once. */
export function* inside(bill: Bill, roots: readonly Json[]): Generator<Json, void> {
  const waiting = roots.map((json) => ({ json, level: 0 })).reverse()
  let isTooDeep = false
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { json, level } = next
    const { value } = json
    if (typeof value !== 'object' || value === null) continue
    if (level > mostLevels) {
      if (!isTooDeep) tooDeep(bill, json.pointer, mostLevels)
      isTooDeep = true
      continue
    }
    yield json
    // What comes first in the file is looked at first.
    for (const [key, inner] of Object.entries(value).reverse())
      waiting.push({ json: { value: inner, pointer: json.pointer + pointerPart(key), field: '' }, level: level + 1 })
  }
}

/** Notes that something goes deeper than is read. */
export const tooDeep = (bill: Bill, pointer: string, levels: number): void =>
  bill.problem('too-deep', pointer, `this is nested more than ${levels} levels deep`, 'what is in it was not read')
