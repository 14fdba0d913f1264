/** A YAML file in pieces, each made when it is asked for, so that no more than one document is held at once. */
import { Composer, Lexer, Parser, type CST, type Document, type LineCounter } from 'yaml'

/** Data has five levels at most. Parsing and composing are recursive, so what is deep is stopped before the stack is full. */
export const deepest = 32

/** What YAML is made of: words, marks, spaces, line ends. A file with as many takes up to 1.6 GB while it is read. */
export const mostTokens = 3_000_000

/** A document; or where a directive stands, a document goes too deep, or the file has more than can be held. */
export type Piece =
  | { readonly kind: 'document'; readonly document: Document.Parsed; readonly text: string }
  | { readonly kind: 'deep' | 'many'; readonly offset: number; readonly text: string }
  | { readonly kind: 'directive'; readonly offset: number }

/**
 * Takes a file apart. A document that goes too deep is left out, the others are read all the same.
 *
 * @param text the file
 * @param lines is told where lines begin
 */
export function* piecesOf(text: string, lines: LineCounter): Generator<Piece> {
  lines.addNewLine(0)
  const tokens = { left: mostTokens }
  let start: number | undefined = 0
  while (start !== undefined) {
    const stopped: Stopped | undefined = yield* documentsFrom(start, text, lines, tokens)
    if (!stopped) return
    const next: number = stopped.kind === 'many' ? -1 : text.indexOf('\n---', stopped.offset)
    yield { ...stopped, text: text.slice(stopped.start, next === -1 ? text.length : next) }
    for (let end = text.indexOf('\n', stopped.offset); end !== -1 && end <= next; end = text.indexOf('\n', end + 1))
      lines.addNewLine(end + 1)
    start = next === -1 ? undefined : next + 1
  }
}

interface Stopped {
  readonly kind: 'deep' | 'many'
  readonly offset: number
  /** Where the document begins in which reading stopped. */
  readonly start: number
}

/** The documents from some place on, until one cannot be read. */
function* documentsFrom(start: number, text: string, lines: LineCounter, tokens: { left: number }): Generator<Piece, Stopped | undefined> {
  const parser = new Parser(lines.addNewLine)
  parser.offset = start
  // Keys are compared each with each by the composer, which takes for ever with many; the reader of documents does it too.
  const composer = new Composer({ prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
  let begin = start
  const pieces = function* (documents: Iterable<unknown>): Generator<Piece> {
    for (const document of documents as Iterable<Document.Parsed>) {
      const end = document.range[2]
      yield { kind: 'document', document, text: text.slice(begin, end) }
      begin = end
    }
  }
  const compose = function* (made: Iterable<CST.Token>): Generator<Piece> {
    for (const token of made) {
      if (token.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(token.source)) yield { kind: 'directive', offset: token.offset }
      yield* pieces(composer.next(token))
    }
  }
  for (const lexeme of new Lexer().lex(start === 0 ? text : text.slice(start))) {
    yield* compose(parser.next(lexeme))
    const kind = parser.stack.length > deepest ? 'deep' : tokens.left-- === 0 ? 'many' : undefined
    if (!kind) continue
    yield* pieces(composer.end())
    return { kind, offset: parser.offset, start: begin }
  }
  yield* compose(parser.end())
  yield* pieces(composer.end())
  return undefined
}
