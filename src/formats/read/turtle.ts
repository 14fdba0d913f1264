/** Reads Turtle, TriG, N-Triples and N-Quads with n3; what stands before a mistake is kept. */
import type { DataFactory, Quad, Quad_Graph, Quad_Object, Quad_Predicate, Quad_Subject, Term } from '@rdfjs/types'
import { DataFactory as Terms, Lexer, Parser } from 'n3'
import { brokenSyntax, checkCount, type Reader, type Statement } from './statement.ts'

/** The interface that all RDF/JS libraries share. */
const { quad: makeQuad } = Terms as DataFactory

/** n3 counts lines and does not tell them of a statement. */
interface CountingLexer {
  readonly _line?: number
}

/** A reader of one of the four. */
export const turtleReader =
  (format: 'Turtle' | 'TriG' | 'N-Triples' | 'N-Quads'): Reader =>
  (text, file, base) => {
    const made: Statement[] = []
    const lexer = new Lexer()
    // The parser hands over statements only when all is well; the factory sees them one by one.
    const factory = {
      ...Terms,
      quad: (...[subject, predicate, object, graph]: [Quad_Subject, Quad_Predicate, Quad_Object, Quad_Graph?]) => {
        checkCount(made)
        const quad = makeQuad(subject, predicate, object, graph)
        const line = (lexer as CountingLexer)._line
        made.push({ quad, ...(line !== undefined && { line }) })
        return quad
      },
    }
    try {
      new Parser({ format, baseIRI: base, blankNodePrefix: '_:', factory, lexer } as ConstructorParameters<typeof Parser>[0]).parse(text)
      return { statements: withoutTerms(made), problems: [], meaningless: new Map() }
    } catch (error) {
      const { message, context } = error as Error & { context?: { line?: number } }
      const said = message.replace(/ on line \d+\.$/, '.')
      return { statements: withoutTerms(made), problems: [brokenSyntax(said, file, context?.line)], meaningless: new Map() }
    }
  }

/** Without statements that are only spoken of, in triple terms, and those that speak of them, which RDF 1.1 does not have. */
function withoutTerms(made: readonly Statement[]): readonly Statement[] {
  const isTerm = ({ termType }: Term): boolean => termType === 'Quad'
  if (!made.some(({ quad }) => isTerm(quad.subject) || isTerm(quad.object))) return made
  const spokenOf = new Set<Quad>(made.flatMap(({ quad: { subject, object } }) => [subject, object].filter(isTerm) as unknown as Quad[]))
  return made.filter(({ quad }) => !spokenOf.has(quad) && !isTerm(quad.subject) && !isTerm(quad.object))
}
