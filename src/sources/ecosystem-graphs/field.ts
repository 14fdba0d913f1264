/** The fields of an asset: a value, `{ value, explanation }`, a list of values, or a mapping that was meant as a list. */
import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { brief } from '../brief.ts'
import type { Beside } from '../sheet-writer.ts'
import { scalarText } from '../yaml/node.ts'

/** Where an asset stands. */
export interface AssetPlace {
  readonly file: string
  readonly line: number
}

/** What stands under a key of an asset. */
export interface Field {
  readonly key: string
  /** Its values as they are written, without the space around them; those that are empty are left out. */
  readonly values: readonly string[]
  readonly explanation?: string
  /** What is said beside what is made of it. */
  readonly beside: Beside & { readonly place: AssetPlace }
}

/** The words for what is not known and for what there is not; the catalogue misspells some. */
export const untold = {
  unknown: /^(?:unknown|unknkown|unknwon|n\/a|not (?:available|disclosed|reported|specified)|undisclosed|tbd|\?)\.?$/i,
  absent: /^none\.?$/i,
}

/** Whether a value says that nothing is known, or that there is nothing. */
export const isUnknown = (value: string): boolean => untold.unknown.test(value) || untold.absent.test(value)

/** The field of a key, whether anything stands there or not. */
export function fieldOf(key: string, node: unknown, place: AssetPlace): Field {
  const explanation = isMap(node) ? textOf(node.get('explanation', true)) : undefined
  return {
    key,
    values: valuesOf(node),
    ...(explanation !== undefined && { explanation }),
    beside: { field: key, place, ...(explanation !== undefined && { note: brief(explanation) }) },
  }
}

function valuesOf(node: unknown): string[] {
  if (isSeq(node)) return node.items.flatMap(valuesOf)
  if (isMap(node)) {
    if (node.has('value')) return valuesOf(node.get('value', true))
    return isNumbered(node) ? node.items.flatMap(({ value }) => valuesOf(value)) : []
  }
  const text = textOf(node)
  return text === undefined ? [] : [text]
}

/** Whether a mapping is a list whose items got numbers for keys. */
const isNumbered = ({ items }: YAMLMap): boolean => items.every(({ key }) => /^\d+$/.test(textOf(key) ?? ''))

/** The keys in a field of which nothing is made, and what refers to another field. */
export function strayKeys(node: unknown): string[] {
  if (isAlias(node)) return [`*${node.source}`]
  if (isSeq(node)) return node.items.flatMap(strayKeys)
  if (!isMap(node)) return []
  if (isNumbered(node)) return node.items.flatMap(({ value }) => strayKeys(value))
  return node.items.flatMap(({ key, value }) => {
    const own = textOf(key) ?? ''
    if (own === 'value') return strayKeys(value)
    return own === 'explanation' && (textOf(value) !== undefined || isEmpty(value)) ? [] : [own]
  })
}

/** Whether nothing stands there. */
const isEmpty = (node: unknown): boolean => node === null || (isScalar(node) && textOf(node) === undefined)

/** The text of a scalar as it is written, if there is any. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined
  const text = scalarText(node).trim()
  return text === '' ? undefined : text
}
