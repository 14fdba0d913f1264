/** Where sources differ, and how: in a value, in coverage, or in units that cannot be compared. */
import { groupBy } from '../group.ts'
import { compareText, termKey, type Claim } from '../model/claim.ts'
import { isSubPropertyOf, propertyOf, st } from '../model/vocabulary.ts'
import { allAgree } from './agreement.ts'

/**
 * - `conflict`: incompatible values of a single-valued property, from two sources or from one that contradicts itself; of a licence, two
 *   sources that name none in common
 * - `rejected`: a deprecated value that contradicts no other: one of a property that may have many, a name, or the only one
 * - `incomparable`: sizes of one dataset in different units only
 * - `coverage`: lists of a many-valued property that differ from source to source
 */
export const differences = ['conflict', 'rejected', 'incomparable', 'coverage'] as const

/** One difference: the claims of one subject and property that are at odds. */
export interface Difference {
  readonly kind: (typeof differences)[number]
  readonly subject: string
  readonly property: string
  readonly claims: readonly Claim[]
}

const extent = st('extent')
const unknownUnit = st('extentInUnknownUnit')

/**
 * Finds the differences among the claims of one thing.
 *
 * @param claims all claims of one subject
 */
export function differencesOf(claims: readonly Claim[]): Difference[] {
  const groups = groupBy(claims, ({ property }) => property)
  const found = [...groups].flatMap(([property, group]) => differenceIn(property, group) ?? [])
  const sizes = incomparable(claims)
  return sizes ? [...found, sizes] : found
}

function differenceIn(property: string, claims: readonly Claim[]): Difference | undefined {
  const subject = claims[0]!.subject
  const definition = propertyOf(property)
  if (!definition) return undefined
  const single = !definition.many && definition.kind !== 'text'
  // Two figures of which nobody knows what they count do not contradict each other.
  if (single && property !== unknownUnit && !allAgree(claims)) return { kind: 'conflict', subject, property, claims }
  if (definition.exclusive && listsApart(claims)) return { kind: 'conflict', subject, property, claims }
  const rejected = claims.filter(({ rank }) => rank === 'deprecated')
  if (rejected.length > 0) return { kind: 'rejected', subject, property, claims: rejected }
  return definition.kind === 'reference' && listsDiffer(claims) ? { kind: 'coverage', subject, property, claims } : undefined
}

function listsDiffer(claims: readonly Claim[]): boolean {
  const lists = [...groupBy(claims, ({ source }) => source).values()].map((list) =>
    list
      .flatMap(({ value }) => (value ? [termKey(value)] : []))
      .sort(compareText)
      .join(' '),
  )
  return new Set(lists).size > 1
}

/** Whether two sources, and what each of them believes, have no value in common. */
function listsApart(claims: readonly Claim[]): boolean {
  const believed = claims.filter(({ rank, value }) => value && rank !== 'deprecated')
  const lists = [...groupBy(believed, ({ source }) => source).values()].map((list) => new Set(list.map(({ value }) => termKey(value!))))
  return lists.some((one) => lists.some((other) => [...one].every((key) => !other.has(key))))
}

/** Two sources that measure one dataset, and no unit that both use; a unit that is not known is the same only where the figure is. */
function incomparable(claims: readonly Claim[]): Difference | undefined {
  const sizes = claims.filter(({ property, value }) => value && isSubPropertyOf(property, extent))
  const bySource = [...groupBy(sizes, ({ source }) => source).values()].map((group) => new Set(group.map(unitOf)))
  const apart = bySource.some((a) => bySource.some((b) => [...a].every((unit) => !b.has(unit))))
  return apart ? { kind: 'incomparable', subject: sizes[0]!.subject, property: extent, claims: sizes } : undefined
}

const unitOf = ({ property, value }: Claim): string => (property === unknownUnit ? `${property} ${value!.value}` : property)
