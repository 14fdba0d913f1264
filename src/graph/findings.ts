/** What a check finds. */

/** A violation makes the graph wrong; a warning is worth a look. */
type Severity = 'violation' | 'warning'

/** One finding about one thing. */
export interface Finding {
  /** The rule or SHACL constraint, by name. */
  readonly rule: string
  readonly severity: Severity
  /** IRI of the thing that is concerned. */
  readonly subject: string
  /** IRI of the predicate that is concerned, if one is. */
  readonly property?: string
  /** The offending value, as text. */
  readonly value?: string
  readonly message: string
}
