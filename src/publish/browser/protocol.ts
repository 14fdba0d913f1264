/** What the page and its worker say to each other. */
import type { Problem } from '../../errors.ts'
import type { QueryConfig } from './config.ts'

/** A term as it is sent: an IRI is a text, all else says what it is. */
export type SentTerm = string | { readonly blank: string } | SentLiteral
export interface SentLiteral {
  readonly value: string
  readonly language?: string
  /** Left out for xsd:string. */
  readonly datatype?: string
}
/** What a row has in each column. */
export type SentRow = readonly (SentTerm | null)[]

/** Rows of an answer, or triples, whose columns are subject, predicate and object. */
export interface SentAnswer {
  readonly type: 'bindings' | 'quads'
  readonly variables: readonly string[]
  readonly rows: readonly SentRow[]
  /** The variable whose values are the IRIs of sources, where they were asked for. */
  readonly sources?: string | undefined
}

/** The formats that an answer is saved in. */
export type SavedFormat = 'csv' | 'tsv' | 'json' | 'turtle'

/** Where in a question something is wrong, and what. */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number
  /** What the parser found: `at }`, or that the question ends too early. */
  readonly why:
    | { readonly kind: 'at'; readonly token: string }
    | { readonly kind: 'early' | 'depth' }
    | { readonly kind: 'prefix'; readonly prefix: string }
    | { readonly kind: 'other'; readonly message: string }
}

/** A thing that is offered by its name. */
export interface Suggestion {
  readonly iri: string
  readonly label: string
}

/** What the page asks for, and what it gets in the end. */
export interface Requests {
  readonly ask: { readonly request: { readonly sparql: string; readonly most: number; readonly why: boolean }; readonly result: Asked }
  readonly check: { readonly request: { readonly sparql: string }; readonly result: Mark | undefined }
  readonly bind: {
    readonly request: { readonly question: string; readonly values: Readonly<Record<string, string>> }
    readonly result: Readonly<Record<string, SentTerm>>
  }
  readonly suggest: {
    readonly request: { readonly classes: readonly string[]; readonly typed: string }
    readonly result: readonly Suggestion[]
  }
  readonly write: { readonly request: { readonly format: SavedFormat; readonly answer: SentAnswer }; readonly result: string }
}
export type Kind = keyof Requests

/** How an answer ended. */
export interface Asked {
  /** Of a question of yes or no. */
  readonly yes?: boolean
  /** How long it took, in milliseconds, without loading the graph. */
  readonly took: number
  /** There is more than was asked for. */
  readonly cut: boolean
  /** What in the question is probably a slip. */
  readonly warnings: readonly Problem[]
}

export type ToWorker =
  | { readonly kind: 'start'; readonly config: QueryConfig; readonly page: string }
  | { readonly kind: 'stop'; readonly id: number }
  | { [K in Kind]: { readonly id: number; readonly kind: K } & Requests[K]['request'] }[Kind]

/** What comes of a request on the way. */
export type Event =
  | { readonly event: 'loading'; readonly loaded: number; readonly total: number }
  | ({ readonly event: 'head' } & Omit<SentAnswer, 'rows'>)
  | { readonly event: 'rows'; readonly rows: readonly SentRow[] }

/** What a request comes to. */
type Outcome =
  | { readonly event: 'done'; readonly result: Requests[Kind]['result'] }
  | { readonly event: 'failed'; readonly problems: readonly Problem[] }
  | { readonly event: 'stopped' }

export type FromWorker = { readonly id: number } & (Event | Outcome)
