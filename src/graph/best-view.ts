/** What the best view states of a thing: what the claims about it come to. */
import { choose, standing, type Sources } from '../claims/rank.ts'
import { groupBy } from '../group.ts'
import { compareText, termKey, type Claim } from '../model/claim.ts'
import { isSubPropertyOf, propertyOf, readingOrder, st } from '../model/vocabulary.ts'
import type { Statement } from './statement.ts'

const derivedFrom = st('derivedFrom')

/** The best view of one thing: the chosen value of each single-valued property, every undeprecated one of the others. */
export function bestView(claims: readonly Claim[], sources: Sources): Statement[] {
  const groups = groupBy(claims, ({ property, value }) =>
    value?.termType === 'Literal' && value.language ? `${property} ${value.language}` : property,
  )
  const statements = [...groups.values()].flatMap((group): Statement[] => {
    const { subject, property } = group[0]!
    if (propertyOf(property)?.many === false) {
      const choice = choose(group, sources)
      return choice
        ? [
            {
              subject,
              property,
              value: choice.claim.value!,
              claims: [choice.claim, ...choice.agreeing.filter((claim) => claim !== choice.claim && claim.rank !== 'deprecated')],
              because: choice.because,
            },
          ]
        : []
    }
    const open = group.filter(({ rank, value }) => rank !== 'deprecated' && value)
    return [...groupBy(open, ({ value }) => termKey(value!)).values()].map((same) => ({
      subject,
      property,
      value: same[0]!.value!,
      claims: same,
      because: standing(same[0]!),
    }))
  })
  return [...statements, ...entailed(statements)].sort(
    (a, b) =>
      readingOrder(a.property) - readingOrder(b.property) ||
      compareText(a.property, b.property) ||
      compareText(termKey(a.value), termKey(b.value)),
  )
}

/** `derivedFrom` for each of its sub-properties, so that every engine sees the same graph without inference. */
function entailed(statements: readonly Statement[]): Statement[] {
  const stated = new Set(statements.filter(({ property }) => property === derivedFrom).map(({ value }) => value.value))
  const steps = statements.filter(
    ({ property, value }) => property !== derivedFrom && isSubPropertyOf(property, derivedFrom) && !stated.has(value.value),
  )
  return [...groupBy(steps, ({ value }) => value.value).values()].map((same) => ({
    ...same[0]!,
    property: derivedFrom,
    claims: same.flatMap(({ claims }) => claims),
    entailed: true as const,
  }))
}
