/** What one source says twice, in one place, of one thing. */
import { formatPlace, type Problem } from '../errors.ts'
import { termKey, type Claim } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'
import { propertyOf } from '../model/vocabulary.ts'

/** Claims, each once, and what is wrong with those that could not be made one. */
interface Once {
  readonly claims: readonly Claim[]
  readonly problems: readonly { readonly claim: Claim; readonly problem: Problem }[]
}

/** What two sayings of one value may differ in, and then nobody knows which of them holds. */
const remarks = ['rank', 'reason', 'note', 'written', 'confidence', 'citing'] as const

/**
 * Takes out claims that say nothing new, and finds those that say the same value of the same thing, from the same place
 * in the same source, with different remarks. Another place makes another claim.
 *
 * @param claims in the order in which they stand
 */
export function withoutDuplicates(claims: readonly Claim[], base: string): Once {
  const first = new Map<string, Claim>()
  const kept: Claim[] = []
  const problems: { claim: Claim; problem: Problem }[] = []
  for (const claim of claims) {
    const { subject, property, value, status, source, at } = claim
    const key = [subject, property, value ? termKey(value) : status, source, at].join('\n')
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, claim)
      kept.push(claim)
      continue
    }
    const differing = remarks.filter((remark) => claim[remark] !== before[remark])
    if (differing.length > 0) problems.push({ claim, problem: problemOf(claim, before, differing, base) })
  }
  return { claims: kept, problems }
}

function problemOf({ subject, property, place }: Claim, before: Claim, differing: readonly string[], base: string): Problem {
  const key = propertyOf(property)?.name
  const stood = before.place ? ` at ${formatPlace(before.place)}` : ''
  return {
    code: 'duplicate-claim',
    message: `${key ?? property} of "${idOf(subject, base)}" has this value already${stood}, with another ${differing.join(' and ')}`,
    ...(place && { place }),
    ...(key !== undefined && { key }),
    hint: 'write the value once, or give each the place in the source (at:) that it stands in',
  }
}
