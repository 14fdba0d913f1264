/** Licences, however a source writes them: by name, as an identifier or expression of SPDX, by address. One reading for all sources. */
import type { Mention } from '../model/mention.ts'
import { bareAddress, isAddress } from './addresses.ts'
import { brief } from './brief.ts'
import { knownLicense } from './license-table.ts'
import type { Beside, Entry } from './sheet-writer.ts'

/** No expression is longer. What is, is not looked at: patterns take the longer for it, and some of them its square. */
const longestText = 2000

/** What stands where there is no licence; where nobody knows which; and where there is one that is not told by name. */
const absent = /^(?:none|no licen[sc]e|unlicensed)\.?$/i
const untold =
  /^(?:unknown|unknkown|noassertion|n\/a|not ?(?:specified|available|disclosed)|other|custom|proprietary|commercial)(?: licen[sc]e)?\.?$/i
/** Words of templates that nobody replaced. */
const template = /^(?:licen[sc]e|\[more information needed\])$/i

/** Whether a text that stands for a licence names none: `other`, `unknown`, `custom`, `none`. */
export const namesNoLicense = (written: string): boolean =>
  written.length <= longestText && [absent, untold, template].some((words) => words.test(written.trim()))

/** What a text that stands for a licence says: which it is; that there is none or that it is not told; or that it is no name. */
export type LicenseText = { readonly mention: Mention } | { readonly status: 'absent' | 'unknown' } | { readonly why: string }

/** The longest name of a licence; what is longer is a sentence. */
const longestName = 80

/**
 * Reads the text that stands for a licence. Of a model's weights and its code the weights count (`LLaMA (model weights), GPLv3 (code)`).
 * An expression such as `MIT OR Apache-2.0` is one licence of that name: as two it would be read as both.
 */
export function licenseOf(written: string): LicenseText {
  if (written.length > longestText) return { why: 'a sentence, not the name of a licence' }
  const [, ofWeights] = /^(.*\S) \((?:model )?weights\)(?:,.*)?$/i.exec(written.trim()) ?? []
  const text = ofWeights ?? written.trim()
  if (absent.test(text)) return { status: 'absent' }
  if (text === '' || namesNoLicense(text)) return { status: 'unknown' }
  if (isAddress(text)) return { mention: licenseAt(text) ?? licenseCalled(bareAddress(text)) }
  const expression = expressionIn(text)
  if (expression !== undefined) return { mention: licenseCalled(expression) }
  const known = licenseKnown(text) ?? licenseKnown(text.replace(/\s*\([^()]*\)$/, ''))
  if (known) return { mention: known }
  if (text.length > longestName || text.includes('[[')) return { why: 'a sentence, not the name of a licence' }
  return { mention: licenseCalled(text) }
}

/** Reads what must be an expression of SPDX: what stands in it alone is in SPDX's list, unless the document made it up. */
export function licenseOfExpression(written: string): LicenseText {
  const text = written.trim()
  return namesNoLicense(text) || !isName.test(text) || isOwn.test(text) ? licenseOf(text) : { mention: listedLicense(text) }
}

/** The licence that has an identifier in the SPDX licence list, by the word of the source. */
const listedLicense = (spdxId: string): Mention =>
  licenseKnown(spdxId) ?? { ...licenseCalled(spdxId), identifiers: [{ scheme: 'spdx', value: spdxId }] }

/**
 * States what a text that stands for a licence says, and keeps the text.
 *
 * @returns why nothing was stated, where it is the name of none
 */
export function sayLicense(entry: Entry, said: LicenseText, written: string | undefined, beside: Beside): string | undefined {
  if ('why' in said) return said.why
  if ('status' in said) entry.status('license', said.status, beside)
  else {
    const isOther = written !== undefined && written !== said.mention.name
    entry.link('license', said.mention, { ...(isOther && { written: brief(written) }), ...beside })
  }
  return undefined
}

const licenseCalled = (name: string): Mention => ({ kinds: ['License'], name })

function licenseKnown(written: string): Mention | undefined {
  const known = knownLicense(written)
  if (!known) return undefined
  const { name, spdxId } = known
  return { ...licenseCalled(name), ...(spdxId !== undefined && { identifiers: [{ scheme: 'spdx', value: spdxId }] }) }
}

/** Addresses that say which licence they are the text of, and what it is called. */
const addresses: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^choosealicense\.com\/licenses\/([\w.-]+)$/i, ([, name]) => name!],
  [/^opensource\.org\/licenses?\/([\w.-]+?)(?:\.php|\.html)?$/i, ([, name]) => name!],
  [/^apache\.org\/licenses\/LICENSE-([\d.]+?)(?:\.txt|\.html)?$/i, ([, version]) => `Apache-${version}`],
  [/^creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)(?:\/.*)?$/i, ([, terms, version]) => `CC-${terms!.toUpperCase()}-${version}`],
  [/^creativecommons\.org\/publicdomain\/zero\/([\d.]+)(?:\/.*)?$/i, ([, version]) => `CC0-${version}`],
  [
    /^opendatacommons\.org\/licenses\/(by|odbl|pddl)\/(\d)-(\d)$/i,
    ([, terms, a, b]) => `${{ by: 'ODC-By', odbl: 'ODbL', pddl: 'PDDL' }[terms!.toLowerCase()]}-${a}.${b}`,
  ],
  [/^gnu\.org\/licenses\/(?:old-licenses\/)?([al]?gpl-[\d.]+?)(?:\.html|\.txt)?$/i, ([, name]) => name!],
  [/^huggingface\.co\/spaces\/bigscience\/license$/i, () => 'bigscience-rail-1.0'],
]

/** Whether an address is that of a licence in the SPDX licence list, and says no more than its identifier. */
export const spdxAddress = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9][A-Za-z0-9.+-]*?)(?:\.(?:html|json|jsonld|txt))?$/

/** The licence that is known to be at an address. */
export function licenseAt(address: string): Mention | undefined {
  const [, spdxId] = spdxAddress.exec(address) ?? []
  if (spdxId !== undefined) return listedLicense(spdxId)
  const bare = bareAddress(address)
  for (const [pattern, name] of addresses) {
    const match = pattern.exec(bare)
    if (match) return licenseKnown(name(match)) ?? licenseCalled(name(match))
  }
  return undefined
}

const isName = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/
/** What a document calls a licence that is in no list. */
const isOwn = /^(?:LicenseRef|DocumentRef|AdditionRef)-/

/** An expression of licences (SPDX specification, annex "License Expressions") with each licence as it is known; nothing for other texts. */
function expressionIn(text: string): string | undefined {
  const parts = text
    .split(/(\s+(?:AND|OR|WITH)\s+|[()])/i)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const isOperator = (one: string): boolean => /^(?:AND|OR|WITH)$/i.test(one)
  const inTurn = parts.filter((one) => !/^[()]$/.test(one))
  if (inTurn.length < 3 || inTurn.length % 2 === 0 || !inTurn.every((one, index) => isOperator(one) === (index % 2 === 1))) return undefined
  // In small letters they are words of any sentence.
  const isSure = inTurn.every((one) => !isOperator(one) || one === one.toUpperCase())
  const isLicense = (one: string): boolean => knownLicense(one) !== undefined || isOwn.test(one) || (isSure && isName.test(one))
  if (!inTurn.every((one) => isOperator(one) || isLicense(one))) return undefined
  const whole = parts.map((one) => (isOperator(one) ? one.toUpperCase() : (knownLicense(one)?.name ?? one))).join(' ')
  const joined = whole.replaceAll('( ', '(').replaceAll(' )', ')')
  return withoutBrackets(joined.replace(/\(([^()]*)\)/g, (group, inside: string) => (/ (?:AND|OR) /.test(inside) ? group : inside)))
}

/** An expression without brackets that are around all of it. */
function withoutBrackets(expression: string): string {
  let depth = 0
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] === '(') depth++
    if (expression[at] === ')') depth--
    if (depth === 0 && at < expression.length - 1) return expression
  }
  return expression.startsWith('(') && depth === 0 ? withoutBrackets(expression.slice(1, -1)) : expression
}
