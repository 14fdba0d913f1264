/** When two values of a single-valued property say the same: DESIGN's "one is the other, rounded as written". */
import { termKey, type Claim } from '../model/claim.ts'
import { prefixes } from '../model/vocabulary.ts'

const numeric = new Set([`${prefixes.xsd}integer`, `${prefixes.xsd}decimal`])
const dates = new Set([`${prefixes.xsd}date`, `${prefixes.xsd}gYearMonth`, `${prefixes.xsd}gYear`])

/**
 * Whether two claims about one property can both be true of one value.
 *
 * Numbers agree when some number would be written both ways ("176B" and 176,247,271,424); dates when one is the other
 * with less precision; texts when they differ only in case, spacing and punctuation. A claim without a value agrees
 * with everything, except that "absent" disagrees with any value.
 */
export function agree(a: Claim, b: Claim): boolean {
  if (!a.value || !b.value) return a.status === b.status || !(a.status === 'absent' || b.status === 'absent')
  if (termKey(a.value) === termKey(b.value)) return true
  if (a.value.termType === 'NamedNode' || b.value.termType === 'NamedNode') return false
  const types = [a.value.datatype.value, b.value.datatype.value] as const
  if (types.every((type) => numeric.has(type))) return overlap(rangeOf(a), rangeOf(b))
  if (types.every((type) => dates.has(type))) return a.value.value.startsWith(b.value.value) || b.value.value.startsWith(a.value.value)
  return spelling(a.value.value) === spelling(b.value.value)
}

/** The numbers that a claim leaves open. */
function rangeOf({ value, range }: Claim): readonly [low: number, high: number] {
  return range ?? [Number(value?.value), Number(value?.value)]
}

/** How exact a value is: the greater, the more; comparable within one property only. */
export function exactness(claim: Claim): number {
  const { value } = claim
  if (value?.termType !== 'Literal') return 0
  if (dates.has(value.datatype.value)) return value.value.length
  const [low, high] = rangeOf(claim)
  return numeric.has(value.datatype.value) ? low - high : 0
}

/** Two ranges that only touch do not overlap ("175B" and "176B"); a single number on the edge of a range does. */
function overlap([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean {
  const [low, high] = [Math.max(a, c), Math.min(b, d)]
  return low < high || (low === high && (a === b || c === d))
}
const spelling = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{S}]+/gu, '')
