/**
 * Which claim the best view states, by a rule that is written down (docs/data-format.md), deterministic, and shown by
 * `stemma why`.
 */
import { ranks, termKey, type Claim } from '../model/claim.ts'
import { labelOf, propertyOf, st } from '../model/vocabulary.ts'
import { agree, exactness } from './agree.ts'
import { agreementAmong } from './agreement.ts'

/** What is known of the sources when claims are ranked. */
export interface Sources {
  /** The document type of a source, if it states one. */
  typeOf(source: string): string | undefined
}

/** The claim that was chosen, and why. */
export interface Choice {
  readonly claim: Claim
  /** The step of the rule that decided, in words. */
  readonly because: string
  /** The claims that say the same as the chosen one. */
  readonly agreeing: readonly Claim[]
}

/** Document types, the most authoritative first: the order of the ontology's list. */
const authority: readonly string[] = propertyOf(st('documentType'))!.in!

interface Step {
  readonly because: (winner: Claim, sources: Sources) => string
  /** What claims are compared by, the least being the best. */
  readonly by: (claim: Claim, sources: Sources, witnesses: (claim: Claim) => number) => number | string
}

const byOrder = (): string => 'it comes first in the order of their values, nothing else telling them apart'

const steps: readonly Step[] = [
  {
    because: ({ rank, reason }) => `it is ranked ${rank}${reason ? `: ${reason}` : ''}`,
    by: ({ rank }) => ranks.indexOf(rank),
  },
  {
    because: ({ source }, sources) => `its source is a ${sources.typeOf(source) ?? 'document'}, which outranks the others' kind`,
    by: weight,
  },
  { because: () => 'more sources agree with it', by: (claim, _, witnesses) => -witnesses(claim) },
  { because: () => 'it is the one that is held with more confidence', by: ({ confidence }) => -(confidence ?? 1) },
  { because: byOrder, by: keyOf },
  { because: byOrder, by: ({ source }) => source },
]

/**
 * The best of the claims of one single-valued property of one thing.
 *
 * The rule: deprecated claims are out. Then, step by step: the better rank; the more authoritative kind of source
 * (`documentType`, in the ontology's order); more independent sources that agree; more confidence; the order of values.
 * At last, among the claims that agree with the winner, the most exact one is stated.
 *
 * @returns undefined when no claim is left or none has a value
 */
export function choose(claims: readonly Claim[], sources: Sources): Choice | undefined {
  const open = claims.filter(({ rank, value }) => rank !== 'deprecated' && value !== undefined)
  if (open.length === 0) return undefined
  const witnesses = witnessesAmong(open)
  let left = open
  const before: { readonly step: Step; readonly left: readonly Claim[] }[] = []
  for (const step of steps) {
    if (left.length === 1) break
    const marked = left.map((claim) => ({ claim, mark: step.by(claim, sources, witnesses) }))
    const best = marked.reduce((a, b) => (b.mark < a.mark ? b : a)).mark
    before.push({ step, left })
    left = marked.flatMap(({ claim, mark }) => (mark === best ? [claim] : []))
  }
  const winner = left[0]!
  const contested = before.findLast((stage) => stage.left.some((claim) => !agree(claim, winner)))
  let because =
    contested?.step.because(winner, sources) ??
    (open.length < claims.length ? 'the others are deprecated or have no value' : 'it is the only claim')
  const agreeing = claims.filter((claim) => claim.value && agree(claim, winner))
  const candidates = agreeing.filter(({ rank }) => rank === winner.rank)
  const exact = candidates.reduce((a, b) => (exactness(b) > exactness(a) ? b : a), winner)
  const more = exact !== winner && keyOf(exact) !== keyOf(winner)
  if (open.length > 1 && open.every((claim) => agree(claim, winner)) && open.length === claims.length) because = 'all sources agree'
  return { claim: exact, because: more ? `${because}; it is the most exact` : because, agreeing }
}

/** Why a claim of a many-valued property is stated or not. */
export function standing({ rank, reason, property }: Claim): string {
  return rank === 'deprecated'
    ? `deprecated: ${reason ?? 'no reason given'}`
    : `${labelOf(property)} may have many values, and it is not deprecated`
}

function weight({ source }: Claim, sources: Sources): number {
  const index = authority.indexOf(sources.typeOf(source) ?? '')
  return index < 0 ? authority.length : index
}

/** How many sources agree with a claim; those that cite one document for it are one witness. */
function witnessesAmong(claims: readonly Claim[]): (claim: Claim) => number {
  const witnessOf = ({ source, citing }: Claim): string => citing ?? source
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
