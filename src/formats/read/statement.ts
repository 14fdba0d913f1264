/** What readers of RDF give: statements, with the lines where they stand, and what is wrong. */
import type { Quad } from '@rdfjs/types'
import type { Problem } from '../../errors.ts'

/** A statement of a file. */
export interface Statement {
  readonly quad: Quad
  /** The line on which it ends, where the reader knows it. */
  readonly line?: number
}

/** What was read of a file. */
export interface Read {
  /** As far as the file could be read. */
  readonly statements: readonly Statement[]
  /** What is wrong: what follows in the file was not read. */
  readonly problems: readonly Problem[]
  /** Keys and values that the serialisation gives no meaning, so that no statement was made of them, each with how often it comes. */
  readonly meaningless: ReadonlyMap<string, number>
}

/** Reads a text; `base` is what its relative IRIs are relative to. */
export type Reader = (text: string, file: string, base: string) => Read

/** A text that breaks off, and where. */
export const brokenSyntax = (message: string, file: string, line?: number, column?: number): Problem => ({
  code: 'bad-rdf',
  message,
  place: { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) },
  hint: 'mend it: what stands before it was read, what follows was not',
})

/** So many statements of a file are read: more, of short ones, take gigabytes, and none of the size that is read has as many. */
const mostStatements = 500_000

/** @throws Error where a statement would be one too many */
export function checkCount(statements: readonly Statement[]): void {
  if (statements.length >= mostStatements)
    throw new Error(`there are more than ${mostStatements.toLocaleString('en')} statements in one file`)
}
