/** Reads RDF/XML. A document type declaration is refused: it may define entities, and name files. */
import type { Quad } from '@rdfjs/types'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { brokenSyntax, checkCount, type Reader, type Statement } from './statement.ts'

const declaration = /^(?:\s+|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*<!DOCTYPE/i

const deepest = 1_000

/** The parser is a stream; driven by hand it reads at once. */
class Collector extends RdfXmlParser {
  readonly statements: Statement[] = []

  override push(quad: Quad | null): boolean {
    const { line } = (this as unknown as { saxParser: { line?: number } }).saxParser
    checkCount(this.statements)
    // Every element looks through all that are open.
    if (this.#open.length > deepest) throw new Error(`elements are more than ${deepest.toLocaleString('en')} deep`)
    if (quad) this.statements.push({ quad, ...(line !== undefined && { line }) })
    return true
  }

  /** Whether elements are open that nothing closes. */
  get isOpen(): boolean {
    return this.#open.length > 0
  }

  get #open(): readonly unknown[] {
    return (this as unknown as { activeTagStack: readonly unknown[] }).activeTagStack
  }
}

export const readRdfxml: Reader = (text, file, base) => {
  const found = declaration.exec(text)
  if (found) {
    const problem = {
      code: 'refused-declaration',
      message: 'the file has a document type declaration, which may define entities and name other files; nothing of it was read',
      place: { file, line: found[0].split('\n').length },
      hint: 'write the file without <!DOCTYPE …>, its entities spelt out',
    }
    return { statements: [], problems: [problem], meaningless: new Map() }
  }
  const parser = new Collector({ baseIRI: base, trackPosition: true })
  let problem: unknown
  parser.on('error', (error: Error) => {
    problem ??= error
    // What would stand in an element that does not end is not known.
    throw error
  })
  try {
    parser._transform(text, 'utf8', (error) => (problem ??= error ?? undefined))
  } catch (error) {
    problem ??= error
  }
  problem ??= parser.isOpen ? new Error('The file ends within an element') : undefined
  const { statements } = parser
  if (!(problem instanceof Error)) return { statements, problems: [], meaningless: new Map() }
  const [, line, column, message] =
    /^(?:[^:]*:)?(\d+):(\d+): (.*)/s.exec(problem.message) ?? /^Line (\d+) column (\d+): (.*)/s.exec(problem.message) ?? []
  return {
    statements,
    problems: [
      brokenSyntax(
        message ?? problem.message,
        file,
        line === undefined ? undefined : Number(line),
        column === undefined ? undefined : Number(column),
      ),
    ],
    meaningless: new Map(),
  }
}
