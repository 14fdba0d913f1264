/** What is worked out for many claims at once is what comparing each with each gives. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agree, exactness } from '../../src/claims/agree.ts'
import { agreementAmong, allAgree } from '../../src/claims/agreement.ts'
import { choose } from '../../src/claims/rank.ts'
import { literal, namedNode, ranks, statuses, termKey, type Claim, type Value } from '../../src/model/claim.ts'
import { prefixes, propertyOf, st } from '../../src/model/vocabulary.ts'
import { remember } from '../../src/remember.ts'
import { graphOf } from '../graph-of.ts'

const xsd = (name: string): ReturnType<typeof namedNode> => namedNode(prefixes.xsd + name)
const number = fc.integer({ min: 0, max: 12 })
const openEnd = fc.constantFrom(0.5, 1, 1.5, Infinity)

/** Few different values of every sort, so that many of them agree, and often only just. */
const said: fc.Arbitrary<Pick<Claim, 'value' | 'range' | 'status'>> = fc.oneof(
  number.map((n) => ({ value: literal(String(n), xsd('integer')) })),
  fc.constantFrom('9007199254740992', '9007199254740993').map((text) => ({ value: literal(text, xsd('integer')) })),
  fc.tuple(number, openEnd, openEnd).map(([n, down, up]) => ({
    value: literal(String(n), xsd('integer')),
    range: [n - down, n + up] as const,
  })),
  fc.constantFrom('5.0', '5.5', '6.0').map((text) => ({ value: literal(text, xsd('decimal')) })),
  fc.constantFrom('2022', '2021').map((text) => ({ value: literal(text, xsd('gYear')) })),
  fc.constantFrom('2022-03', '2022-04').map((text) => ({ value: literal(text, xsd('gYearMonth')) })),
  fc.constantFrom('2022-03-29', '2022-03-30').map((text) => ({ value: literal(text, xsd('date')) })),
  fc.constantFrom('2022', '5', 'GPT 3', 'gpt-3', 'GPT-3!', 'GPT-4').map((text) => ({ value: literal(text) })),
  fc.constantFrom('a', 'b').map((id) => ({ value: namedNode(`https://example.org/${id}`) })),
  fc.constantFrom(...statuses).map((status) => ({ status })),
)
const claim = fc
  .record({
    said,
    source: fc.constantFrom('s1', 's2', 's3', 's4'),
    citing: fc.option(fc.constantFrom('s1', 's2', 's5'), { nil: undefined, freq: 3 }),
    rank: fc.constantFrom('normal' as const, ...ranks),
    confidence: fc.option(fc.constantFrom(0.5, 0.9), { nil: undefined }),
  })
  .map(({ said: what, citing, confidence, ...rest }): Claim => ({
    subject: 'x',
    property: st('parameterCount'),
    ...rest,
    ...what,
    ...(citing && { citing }),
    ...(confidence && { confidence }),
  }))
/** Claims of one sort at least as often as a mixture. */
const claims = fc.oneof(
  fc.array(claim, { maxLength: 9 }),
  fc.array(
    claim.filter(({ range }) => range !== undefined),
    { maxLength: 6 },
  ),
  fc.array(
    claim.filter(({ value }) => value === undefined),
    { maxLength: 4 },
  ),
)
const kinds: Readonly<Record<string, string>> = { s1: 'paper', s2: 'article', s3: 'article', s4: 'article' }
const dates: Readonly<Record<string, string>> = { s2: '2025-04', s3: '2024-07-16' }
const editions: Readonly<Record<string, string>> = { s2: 'table', s3: 'table' }
const about: ReadonlySet<string> = new Set(['s4'])
const sources = {
  typeOf: (source: string): string | undefined => kinds[source],
  dateOf: (source: string): string | undefined => dates[source],
  editionOf: (source: string): string | undefined => editions[source],
  describing: (): ReadonlySet<string> => about,
}

/** The rule as docs/data-format.md has it, step by step, each claim against each. */
function plainChoice(all: readonly Claim[]): readonly [Claim | undefined, string] {
  const open = all.filter(({ rank, value }) => rank !== 'deprecated' && value !== undefined)
  const key = ({ value }: Claim): string => termKey(value as Value)
  const authority = propertyOf(st('documentType'))!.in!
  const weight = ({ source }: Claim): number => (kinds[source] ? authority.indexOf(kinds[source]) : authority.length)
  const witnesses = (one: Claim): number =>
    new Set(open.filter((other) => agree(one, other)).map(({ source, citing = source }) => editions[citing] ?? citing)).size
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const sign = (a: Claim, b: Claim, some: typeof steps): number => some.map(([, compare]) => compare(a, b)).find((one) => one !== 0) ?? 0
  /** Whether all that no step before tells apart state how sure they are. */
  const areSure = remember((): boolean => {
    const before = steps.slice(0, 4)
    const first = open.reduce((a, b) => (sign(a, b, before) <= 0 ? a : b))
    return open.every((one) => sign(one, first, before) !== 0 || one.confidence !== undefined)
  })
  const steps: readonly [string, (a: Claim, b: Claim) => number][] = [
    ['ranked', (a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank)],
    ['outranks', (a, b) => weight(a) - weight(b)],
    ['about this thing', (a, b) => Number(about.has(b.source)) - Number(about.has(a.source))],
    ['more sources', (a, b) => witnesses(b) - witnesses(a)],
    ['more confidence', (a, b) => (areSure('') ? b.confidence! - a.confidence! : 0)],
    ['latest one', (a, b) => order(dates[b.source] ?? '', dates[a.source] ?? '')],
    ['order of their values', (a, b) => order(key(a), key(b)) || order(a.source, b.source)],
  ]
  if (open.length === 0) return [undefined, '']
  const compareAll = (a: Claim, b: Claim): number => sign(a, b, steps)
  const winner = open.reduce((a, b) => (compareAll(a, b) <= 0 ? a : b))
  // The step that decided is the one at which the last claim that disagrees with the winner went out.
  const wentOut = open.filter((one) => !agree(one, winner)).map((one) => steps.findIndex(([, compare]) => compare(winner, one) < 0))
  let because = steps[Math.max(-1, ...wentOut)]?.[0] ?? (open.length < all.length ? 'the others' : 'the only claim')
  const exact = all
    .filter((one) => one.value && agree(one, winner) && one.rank === winner.rank)
    .reduce((a, b) => (exactness(b) > exactness(a) ? b : a), winner)
  if (open.length > 1 && open.length === all.length && open.every((one) => agree(one, winner))) because = 'all sources agree'
  return [exact, because]
}

describe('of a few claims of any sort', () => {
  test('all agree when each two do', () => {
    fc.assert(
      fc.property(claims, (some) => {
        expect(allAgree(some)).toBe(some.every((a) => some.every((b) => agree(a, b))))
      }),
      { numRuns: 5_000 },
    )
  })
  test('those that agree with one are found, each once', () => {
    fc.assert(
      fc.property(claims, (some) => {
        const valued = some.filter(({ value }) => value)
        const agreeing = agreementAmong(valued)
        for (const one of valued) {
          const found = [...agreeing(one)].flat()
          expect(found).toHaveLength(new Set(found).size)
          expect(new Set(found)).toEqual(new Set(valued.filter((other) => agree(one, other))))
        }
      }),
      { numRuns: 2_000 },
    )
  })
  test('the one is stated that the rule names, for the reason that it names', () => {
    fc.assert(
      fc.property(claims, (some) => {
        const [best, because] = plainChoice(some)
        const choice = choose(some, sources)
        expect(choice?.claim).toEqual(best)
        if (best) expect(choice!.because.en).toContain(because)
      }),
      { numRuns: 5_000 },
    )
  })
})

test('twenty thousand values of one property are one conflict, found without comparing each with each', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => (index % 2 ? `${index + 1000}` : `${index + 1000}K`)).join(', ')
  const graph = graphOf(`id: m\nsource: article\nname: M\nparameterCount: [${values}]`)
  const claimsOfM = graph.claimsOf(`${graph.base}model/m`).filter(({ property }) => property === st('parameterCount'))
  expect(allAgree(claimsOfM)).toBe(false)
  expect(choose(claimsOfM, graph.sources)?.because.en).toContain('comes first in the order of their values')
})
