/** A glance at a record: nearly all are in order and of plain values, and the schema takes ten times as long to see it. */
import { readDate } from '../../model/date.ts'
import { hubId } from '../addresses.ts'
import { isLoose, type Loose } from './forms.ts'
import { mostValues, type HubRecord } from './record.ts'

type Look = (value: unknown) => boolean

/** Texts and dates that are surely good; what is not among them may be good too. */
const plain = /^[!-~][ -~]{0,199}$/
const instant = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const lastOfAllMonths = 28

const isText: Look = (value) => typeof value === 'string'
const isPlain: Look = (value) => typeof value === 'string' && plain.test(value)
const isId: Look = (value) => typeof value === 'string' && hubId.test(value)
const isCount: Look = (value) => Number.isSafeInteger(value) && (value as number) >= 1
const isInstant: Look = (value) => typeof value === 'string' && instant.test(value) && isDay(value)

function isDay(time: string): boolean {
  const month = 10 * digit(time, 5) + digit(time, 6)
  const day = 10 * digit(time, 8) + digit(time, 9)
  if (month < 1 || month > 12 || day < 1) return false
  return day <= lastOfAllMonths || !('problem' in readDate(time.slice(0, 10)))
}
const digit = (text: string, index: number): number => text.charCodeAt(index) - 48

function areAll(value: unknown, one: Look): boolean {
  if (!Array.isArray(value)) return one(value)
  if (value.length > mostValues) return false
  for (const item of value) if (!one(item)) return false
  return true
}
/** Lists that are as long as a repository is large. */
const isListOf =
  (one: Look): Look =>
  (value) => {
    if (!Array.isArray(value)) return false
    for (const item of value) if (!one(item)) return false
    return true
  }
const isGated: Look = (value) => typeof value === 'boolean' || typeof value === 'string'
const isFile: Look = (value) => isLoose(value) && typeof value['rfilename'] === 'string'
const areIds: Look = (value) => areAll(value, isId)
const arePlain: Look = (value) => areAll(value, isPlain)

const card = new Map<string, Look>([
  ['base_model', areIds],
  ['base_model_relation', isText],
  ['datasets', areIds],
  ['license', arePlain],
  ['licence', arePlain],
  ['language', arePlain],
  ['pipeline_tag', isPlain],
  ['license_name', isPlain],
  ['library_name', isText],
])
const fields = new Map<string, Look>([
  ...card,
  ['id', isId],
  ['modelId', isId],
  ['author', isPlain],
  ['createdAt', isInstant],
  ['params', isCount],
  ['sha', isPlain],
  ['gated', isGated],
  ['tags', isListOf(isText)],
  ['siblings', isListOf(isFile)],
])
/** The parts of a record that have fields of their own. */
const parts = new Map<string, ReadonlyMap<string, Look>>([
  [
    'safetensors',
    new Map<string, Look>([
      ['total', isCount],
      ['parameters', (value) => isLoose(value)],
    ]),
  ],
  ['cardData', card],
])

/** Is told of a field that is not used, and of which part it is. */
export type Unused = (field: string, part: string) => void

/**
 * Looks at a record.
 *
 * @param unused is called for each field that nothing is made of
 * @returns whether it is surely as the schema wants it; where not, the schema says whether it is
 */
export function isSurelyGood(content: unknown, unused: Unused): content is HubRecord {
  if (!isLoose(content)) return false
  const good = allGood(content, '', fields, unused)
  return good && (typeof content['id'] === 'string' || typeof content['modelId'] === 'string')
}

function allGood(content: Loose, part: string, looks: ReadonlyMap<string, Look>, unused: Unused): boolean {
  let good = true
  for (const key in content) {
    const value = content[key]
    const look = looks.get(key)
    if (look !== undefined) good = good && (value === null || look(value))
    else if (part === '' && parts.has(key)) good = isGoodPart(value, key, unused) && good
    else unused(key, part)
  }
  return good
}

const isGoodPart = (value: unknown, part: string, unused: Unused): boolean =>
  value === null || (isLoose(value) && allGood(value, part, parts.get(part)!, unused))
