/** What the best view is made of. */
import type { Texts } from '../claims/rank.ts'
import type { Claim, Value } from '../model/claim.ts'

/** A triple of the best view. */
export interface Triple {
  readonly subject: string
  readonly property: string
  readonly value: Value
}

/** A triple of the best view, with the claims that it rests on. */
export interface Statement extends Triple {
  /** The claims that say so, or the same with less precision; the stated one first. */
  readonly claims: readonly Claim[]
  /** Why it is stated. */
  readonly because: Texts
  /** It follows from a statement with a sub-property, as `derivedFrom` does from `fineTunedFrom`. */
  readonly entailed?: true
}
