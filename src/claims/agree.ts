/** When two values of a single-valued property say the same: DESIGN's "one is the other, rounded as written". */
import { termKey, type Claim, type Value } from '../model/claim.ts'
import { canonicalText } from '../model/setting.ts'
import { prefixes } from '../model/vocabulary.ts'

const numeric = new Set([`${prefixes.xsd}integer`, `${prefixes.xsd}decimal`])
const dates = new Set([`${prefixes.xsd}date`, `${prefixes.xsd}gYearMonth`, `${prefixes.xsd}gYear`])

/** What decides whether a value agrees with others. */
export type Sort = 'iri' | 'number' | 'date' | 'text'

/** The sort of a value. */
export function sortOf(value: Value): Sort {
  if (value.termType === 'NamedNode') return 'iri'
  return numeric.has(value.datatype.value) ? 'number' : dates.has(value.datatype.value) ? 'date' : 'text'
}

/**
 * Whether two claims about one property can both be true of one value.
 *
 * Numbers agree when some number would be written both ways ("176B" and 176,247,271,424); dates when one is the other
 * with less precision; texts when they differ only in case, spacing and punctuation, and settings also when they name
 * the same parts. A claim without a value agrees with everything, except that "absent" disagrees with any value.
 */
export function agree(a: Claim, b: Claim): boolean {
  if (!a.value || !b.value) return a.status === b.status || !(a.status === 'absent' || b.status === 'absent')
  if (termKey(a.value) === termKey(b.value)) return true
  const [one, other] = [sortOf(a.value), sortOf(b.value)]
  if (one === 'iri' || other === 'iri') return false
  if (one === 'number' && other === 'number')
    return a.range || b.range ? overlap(rangeOf(a), rangeOf(b)) : exactly(a.value.value) === exactly(b.value.value)
  if (one === 'date' && other === 'date') return a.value.value.startsWith(b.value.value) || b.value.value.startsWith(a.value.value)
  return spellingOf(a) === spellingOf(b)
}

/** The numbers that a claim leaves open. */
export function rangeOf({ value, range }: Claim): readonly [low: number, high: number] {
  return range ?? [Number(value?.value), Number(value?.value)]
}

/** How exact a value is: the greater, the more; comparable within one property only. */
export function exactness(claim: Claim): number {
  if (claim.value === undefined) return 0
  const sort = sortOf(claim.value)
  if (sort === 'date') return claim.value.value.length
  const [low, high] = rangeOf(claim)
  return sort === 'number' ? low - high : 0
}

/** Two ranges that only touch do not overlap ("175B" and "176B"); a single number on the edge of a range does. */
function overlap([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean {
  const [low, high] = [Math.max(a, c), Math.min(b, d)]
  return low < high || (low === high && (a === b || c === d))
}

/** A number by its digits, of which JavaScript's own numbers hold no more than some fifteen. */
export const exactly = (lexical: string): string => (lexical.includes('.') ? lexical.replace(/\.?0+$/, '') : lexical)

/** A text without case, spacing and punctuation; a minus and a decimal point are no punctuation. */
export const spellingOf = ({ property, value }: Claim): string =>
  canonicalText(property, value?.value ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/((?<![\p{L}\p{N}-])-(?=\.?\d)|(?<!\p{L})\.(?=\d))|[\p{P}\p{Z}\p{S}]/gu, '$1')
