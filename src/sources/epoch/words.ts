/** What the words of Epoch AI's tables mean; docs/sources.md says the same. */

/** `Model accessibility`: the ontology's word. Weights that all may have, under whatever terms, are open. */
export const access: Readonly<Record<string, string>> = {
  'Open weights (unrestricted)': 'open',
  'Open weights (restricted use)': 'open',
  'Open source': 'open',
  'Open access (restricted use)': 'open',
  'API access': 'api',
  Unreleased: 'withheld',
}

const byRequest = 'such weights are open to all or given on request, which the table does not part'

/** Words of `Model accessibility` that are none of the ontology's, and why. */
export const unclearAccess: Readonly<Record<string, string>> = {
  'Open weights (non-commercial)': byRequest,
  'Open access (non-commercial)': byRequest,
  'Hosted access (no API)': 'what can be used on a page only is neither open nor behind an interface',
}

/** `Confidence` in a row's parameters, compute and size of data: the table's words, in their order, as numbers. */
export const confidence: Readonly<Record<string, number>> = { Confident: 0.9, Likely: 0.7, Speculative: 0.4 }

/** Words of confidence that say how sure nobody is. */
export const noConfidence: ReadonlySet<string> = new Set(['Unknown', 'Unverified'])

/** The word for rows whose figures the table itself does not believe. */
export const wrong = 'Wrong'

/** Stands among the datasets where what a model was trained on is not told. */
export const untold = 'Unspecified unreleased'
