/** The checks of the ontology, by catalogue: what `docs/ontology.md` lists and the test runs. */
import type { Check } from './check.ts'
import { foops } from './foops.ts'
import { oopsOfStructure } from './oops-structure.ts'
import { oopsOfTerms } from './oops-terms.ts'

export const oops: readonly Check[] = [...oopsOfTerms, ...oopsOfStructure].sort((a, b) => (a.id < b.id ? -1 : 1))
export { foops }
