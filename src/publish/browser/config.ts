/** What the query page tells its script, as JSON in the page. */
import type { SavedQuery } from '../../query/question.ts'

export type Language = 'en' | 'zh'

/** A class or property of the ontology, as the editor offers it. */
export interface OfferedTerm {
  readonly curie: string
  readonly iri: string
  readonly kind: 'class' | 'property'
  /** In the page's language. */
  readonly label: string
  readonly comment: string
}

/** The settings of a query page. */
export interface QueryConfig {
  readonly language: Language
  /** Base IRI of instances. */
  readonly base: string
  /** Where the site's root is from the page: `` or `../`. */
  readonly root: string
  /** The address of the worker's script, from the page. */
  readonly worker: string
  /** The graph's saved file, by its path from the root. */
  readonly graph: { readonly path: string; readonly bytes: number; readonly sha256: string }
  /** The endpoint that is asked in place of the file, by its address from the page. */
  readonly endpoint?: string
  /** Namespaces by prefix that a question need not declare. */
  readonly prefixes: Readonly<Record<string, string>>
  readonly terms: readonly OfferedTerm[]
  readonly questions: readonly Question[]
}

/** A saved question. */
export type Question = Omit<SavedQuery, 'file'>
