/** Agreement among many claims of one property, without comparing each with each. */
import { groupBy } from '../group.ts'
import { termKey, type Claim } from '../model/claim.ts'
import { agree, exactly, rangeOf, sortOf, spellingOf, type Sort } from './agree.ts'

/** Claims that say exactly the same, rounding included: whatever agrees with one agrees with all. */
export type Same = readonly [first: Claim, ...others: Claim[]]

/**
 * Whether every two of some claims about one property agree.
 *
 * @param claims claims of one property, with values or without
 */
export function allAgree(claims: readonly Claim[]): boolean {
  const valued = claims.filter(({ value }) => value)
  return statusesAgree(claims) && valuesAgree(samenesses(valued).map(([first]) => first))
}

function statusesAgree(claims: readonly Claim[]): boolean {
  const some = (test: (claim: Claim) => boolean): boolean => claims.some(test)
  const absent = ({ status }: Claim): boolean => status === 'absent'
  return !(
    (some((claim) => !claim.value && absent(claim)) && some((claim) => !absent(claim))) ||
    (some((claim) => !claim.value && !absent(claim)) && some(absent))
  )
}

function valuesAgree(claims: readonly Claim[]): boolean {
  const bySort = groupBy(claims, ({ value }) => sortOf(value!))
  if (bySort.has('iri')) return new Set(claims.map(({ value }) => termKey(value!))).size === 1
  if (bySort.size > 1 && !oneSpelling(claims)) return false
  return [...bySort].every(([sort, group]) => within[sort](group))
}

const oneSpelling = (claims: readonly Claim[]): boolean => new Set(claims.map(spellingOf)).size <= 1

/** For each sort of value, whether all of some agree. */
const within: Readonly<Record<Sort, (claims: readonly Claim[]) => boolean>> = {
  iri: (claims) => claims.length <= 1,
  text: oneSpelling,
  date: (claims) => {
    const texts = claims.map(({ value }) => value!.value)
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a))
    return texts.every((text) => longest.startsWith(text))
  },
  // Of ranges, each two overlap exactly when the one that begins last and the one that ends first do.
  number: (claims) => {
    if (new Set(claims.flatMap(({ value, range }) => (range ? [] : [exactly(value!.value)]))).size > 1) return false
    const ranges = claims.map(rangeOf)
    const low = ranges.reduce((most, [from]) => Math.max(most, from), -Infinity)
    const high = ranges.reduce((least, [, to]) => Math.min(least, to), Infinity)
    const open = ranges.filter(([from, to]) => from !== to)
    return low < high || (low === high && !(open.some(([from]) => from === low) && open.some(([, to]) => to === high)))
  },
}

/**
 * Prepares claims with values for the question which of them agree with one of them.
 *
 * @param claims claims of one property, each with a value
 * @returns gives the agreeing claims, those that say exactly the same in one group
 */
export function agreementAmong(claims: readonly Claim[]): (claim: Claim) => Iterable<Same> {
  const all = samenesses(claims)
  const groups = (keyOf: (claim: Claim) => string, ...sorts: Sort[]): ((claim: Claim) => readonly Same[]) => {
    const byKey = groupBy(
      all.filter(([{ value }]) => sorts.includes(sortOf(value!))),
      ([first]) => keyOf(first),
    )
    return (claim) => byKey.get(keyOf(claim)) ?? []
  }
  const sameTerm = groups(({ value }) => termKey(value!), 'iri')
  const sameSpelling = groups(spellingOf, 'number', 'date', 'text')
  const sameYear = groups(({ value }) => value!.value.slice(0, 4), 'date')
  const near = overlapping(all.filter(([{ value }]) => sortOf(value!) === 'number'))
  const candidates: Readonly<Record<Sort, (claim: Claim) => Iterable<Same>>> = {
    iri: sameTerm,
    text: sameSpelling,
    date: (claim) => new Set([...sameYear(claim), ...sameSpelling(claim)]),
    number: function* (claim) {
      yield* near(claim)
      yield* sameSpelling(claim).filter(([{ value }]) => sortOf(value!) !== 'number')
    },
  }
  return function* (claim) {
    for (const same of candidates[sortOf(claim.value!)](claim)) if (agree(claim, same[0])) yield same
  }
}

/** Finds numbers by their ranges: those that begin before the end of a range, from the last one back to where all end too early. */
function overlapping(numbers: readonly Same[]): (claim: Claim) => Iterable<Same> {
  const sorted = numbers.map((same) => ({ same, range: rangeOf(same[0]) })).sort((a, b) => a.range[0] - b.range[0])
  let furthest = -Infinity
  const ends = sorted.map(({ range }) => (furthest = Math.max(furthest, range[1])))
  return function* (claim) {
    const [low, high] = rangeOf(claim)
    let [from, to] = [0, sorted.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (sorted[middle]!.range[0] <= high) from = middle + 1
      else to = middle
    }
    for (let index = from - 1; index >= 0 && ends[index]! >= low; index--) yield sorted[index]!.same
  }
}

const samenesses = (claims: readonly Claim[]): Same[] => [
  ...(groupBy(claims, ({ value, range }) => `${termKey(value!)} ${range?.join(' ')}`).values() as Iterable<Same & Claim[]>),
]
