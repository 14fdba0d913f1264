/**
 * Which claim the best view states, by a rule that is written down (docs/data-format.md), deterministic, and shown by
 * `stemma why`.
 */
import { choiceText } from '../model/choices.ts'
import { ranks, termKey, type Claim } from '../model/claim.ts'
import { classOf, labelOf, prefixes, propertyOf, st } from '../model/vocabulary.ts'
import { agree, exactness } from './agree.ts'
import { agreementAmong } from './agreement.ts'

/** What is known of the sources when claims are ranked. */
export interface Sources {
  /** The document type of a source, if it states one. */
  typeOf(source: string): string | undefined
  /** The date of a source, as exactly as it states one: `2025-04`. */
  dateOf(source: string): string | undefined
  /** The document of which a source is one edition, if it states one. */
  editionOf(source: string): string | undefined
  /** The documents that are about a thing (`describedBy`), and do not only mention it. */
  describing(subject: string): ReadonlySet<string>
}

/** The properties that tell it. */
export const toldBy: Readonly<Record<keyof Sources, string>> = {
  typeOf: st('documentType'),
  dateOf: `${prefixes.dct}issued`,
  editionOf: `${prefixes.dct}isVersionOf`,
  describing: st('describedBy'),
}

/** A text in each language. */
export type Texts = Readonly<Record<'en' | 'zh', string>>

/** The claim that was chosen, and why. */
export interface Choice {
  readonly claim: Claim
  /** The step of the rule that decided, in words. */
  readonly because: Texts
  /** The claims that say the same as the chosen one. */
  readonly agreeing: readonly Claim[]
}

/** Document types, the most authoritative first: the order of the ontology's list. */
const { typeOf: documentType } = toldBy
const authority: readonly string[] = propertyOf(documentType)!.in!

interface Step {
  readonly because: (winner: Claim, sources: Sources) => Texts
  /** What claims are compared by, the least being the best. */
  readonly by: (claim: Claim, sources: Sources, witnesses: (claim: Claim) => number) => number | string
  /** Whether it tells claims apart that are left. */
  readonly applies?: (left: readonly Claim[]) => boolean
}

const byOrder = (): Texts => ({
  en: 'it comes first in the order of their values, nothing else telling them apart',
  zh: '别无可区分之处，按值的顺序它在最前',
})

/** What a document says of another thing in passing does not speak for that thing. */
const about: Step = {
  because: () => ({ en: 'its source is about this thing, and does not only mention it', zh: '其来源专门描述此物，而非仅提及' }),
  by: ({ source, subject }, sources) => (sources.describing(subject).has(source) ? 0 : 1),
}

const steps: readonly Step[] = [
  {
    because: ({ rank, reason }) => ({
      en: `it is ranked ${rank}${reason ? `: ${reason}` : ''}`,
      zh: `其等级为${choiceText(st('rank'), rank, 'zh')}${reason ? `：${reason}` : ''}`,
    }),
    by: ({ rank }) => ranks.indexOf(rank),
  },
  { ...about, applies: ([first]) => propertyOf(first!.property)?.kind === 'text' },
  {
    because: ({ source }, sources) => {
      const type = sources.typeOf(source)
      return {
        en: `its source is ${/^[aeiou]/.test(type ?? '') ? 'an' : 'a'} ${type ?? 'document'}, which outranks the others' kind`,
        zh: `其来源是${type === undefined ? classOf('Document').label.zh : choiceText(documentType, type, 'zh')}，比其他来源的种类更权威`,
      }
    },
    by: weight,
  },
  about,
  { because: () => ({ en: 'more sources agree with it', zh: '与它一致的来源更多' }), by: (claim, _, witnesses) => -witnesses(claim) },
  {
    because: () => ({ en: 'it is the one that is held with more confidence', zh: '它的置信度更高' }),
    // How sure somebody is who does not say so, nobody knows.
    applies: (left) => left.every(({ confidence }) => confidence !== undefined),
    by: ({ confidence }) => -confidence!,
  },
  {
    because: ({ source }, sources) => {
      const date = sources.dateOf(source)
      return { en: `its source is the latest one of those that tell their date (${date})`, zh: `在注明日期的来源中，其来源最新（${date}）` }
    },
    by: ({ source }, sources) => -dayNumber(sources.dateOf(source)),
  },
  { because: byOrder, by: keyOf },
  { because: byOrder, by: ({ source }) => source },
]

/**
 * The best of the claims of one single-valued property of one thing.
 *
 * The rule: deprecated claims are out. Then, step by step: the better rank; of a text, the source that is about the thing (`describedBy`); the
 * more authoritative kind of source (`documentType`, in the ontology's order); the source that is about the thing; more independent sources
 * that agree; more confidence; the later source; the order of values.
 * At last, among the claims that agree with the winner, the most exact one is stated.
 *
 * @returns undefined when no claim is left or none has a value
 */
export function choose(claims: readonly Claim[], sources: Sources): Choice | undefined {
  const open = claims.filter(({ rank, value }) => rank !== 'deprecated' && value !== undefined)
  if (open.length === 0) return undefined
  const witnesses = witnessesAmong(open, sources)
  let left = open
  const before: { readonly step: Step; readonly left: readonly Claim[] }[] = []
  for (const step of steps) {
    if (left.length === 1) break
    if (step.applies && !step.applies(left)) continue
    const marked = left.map((claim) => ({ claim, mark: step.by(claim, sources, witnesses) }))
    const best = marked.reduce((a, b) => (b.mark < a.mark ? b : a)).mark
    before.push({ step, left })
    left = marked.flatMap(({ claim, mark }) => (mark === best ? [claim] : []))
  }
  const winner = left[0]!
  const contested = before.findLast((stage) => stage.left.some((claim) => !agree(claim, winner)))
  let because: Texts =
    contested?.step.because(winner, sources) ??
    (open.length < claims.length
      ? { en: 'the others are deprecated or have no value', zh: '其他的已弃用或没有值' }
      : { en: 'it is the only claim', zh: '它是唯一的断言' })
  const agreeing = claims.filter((claim) => claim.value && agree(claim, winner))
  const candidates = agreeing.filter(({ rank }) => rank === winner.rank)
  const exact = candidates.reduce((a, b) => (exactness(b) > exactness(a) ? b : a), winner)
  const more = exact !== winner && keyOf(exact) !== keyOf(winner)
  if (open.length > 1 && open.every((claim) => agree(claim, winner)) && open.length === claims.length)
    because = { en: 'all sources agree', zh: '所有来源一致' }
  if (more) because = { en: `${because.en}; it is the most exact`, zh: `${because.zh}；它最精确` }
  return { claim: exact, because, agreeing }
}

/** The documents that are about a thing, by the claims about it. */
export const describingIn = (claims: Iterable<Claim>): ReadonlySet<string> =>
  new Set(
    [...claims].flatMap(({ property, value, rank }) =>
      property === toldBy.describing && value && rank !== 'deprecated' ? [value.value] : [],
    ),
  )

/** Why a claim of a many-valued property is stated or not. */
export function standing({ rank, reason, property }: Claim): Texts {
  return rank === 'deprecated'
    ? { en: `deprecated: ${reason ?? 'no reason given'}`, zh: `弃用：${reason ?? '未给出理由'}` }
    : {
        en: `${labelOf(property)} may have many values, and it is not deprecated`,
        zh: `${labelOf(property, 'zh')}可以有多个值，而它未被弃用`,
      }
}

function weight({ source }: Claim, sources: Sources): number {
  const index = authority.indexOf(sources.typeOf(source) ?? '')
  return index < 0 ? authority.length : index
}

/** A date as a number by which dates are ordered; of `2025-04` the day is nought, and what has no date comes before all. */
function dayNumber(date = ''): number {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  return Number(year) * 10_000 + Number(month) * 100 + Number(day)
}

/** How many sources agree with a claim; those that cite one document for it are one witness, and so are the editions of one. */
function witnessesAmong(claims: readonly Claim[], sources: Sources): (claim: Claim) => number {
  const witnessOf = ({ source, citing = source }: Claim): string => sources.editionOf(citing) ?? citing
  const total = new Set(claims.map(witnessOf)).size
  let agreeing: ReturnType<typeof agreementAmong> | undefined
  const counts = new Map<string, number>()
  return (claim) => {
    const key = `${keyOf(claim)} ${claim.range?.join(' ')}`
    const known = counts.get(key)
    if (known !== undefined) return known
    agreeing ??= agreementAmong(claims)
    const found = new Set<string>()
    for (const same of agreeing(claim)) {
      for (const other of same) found.add(witnessOf(other))
      if (found.size === total) break
    }
    counts.set(key, found.size)
    return found.size
  }
}

function keyOf({ value }: Claim): string {
  return value ? termKey(value) : ''
}
