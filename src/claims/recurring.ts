/** What one rule rejects of many things is one thing to tell, not many. */
import { groupBy } from '../group.ts'
import type { Difference } from './conflicts.ts'

/** Rejections with one property and for one reason. */
export interface Recurring {
  readonly property: string
  /** Without what the rule saw of each thing. */
  readonly reason: string
  readonly differences: readonly Difference[]
}

/** From so many on, they are told together: what people reject by hand, they reject one by one. */
const many = 5

/** A rule writes why, then a colon, and what it saw: `its name says that it is a quantisation: 4Bit`. */
const why = ({ claims }: Difference): string => [...new Set(claims.map(({ reason = '' }) => reason.split(': ')[0]!))].sort().join('; ')

/**
 * Parts rejections into those that one rule makes many times, the most frequent first, and all others.
 *
 * @param rejected differences of the kind `rejected`; both parts keep their order
 */
export function recurring(rejected: readonly Difference[]): {
  readonly apart: readonly Difference[]
  readonly together: readonly Recurring[]
} {
  const groups = [...groupBy(rejected, (difference) => `${difference.property} ${why(difference)}`).values()].filter(
    ({ length }) => length >= many,
  )
  const grouped = new Set(groups.flat())
  return {
    apart: rejected.filter((difference) => !grouped.has(difference)),
    together: groups
      .sort((a, b) => b.length - a.length)
      .map((differences) => ({ property: differences[0]!.property, reason: why(differences[0]!), differences })),
  }
}
