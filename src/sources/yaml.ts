/** Curated YAML (docs/data-format.md): each document says what one source says of one thing. */
import { Composer, isScalar, Lexer, LineCounter, Parser, type CST, type Document } from 'yaml'
import type { Problem } from '../errors.ts'
import type { FactSheet } from '../model/sheet.ts'
import { textOf } from './text.ts'
import { DocumentReader } from './yaml-document.ts'
import type { Reading, SourceFormat } from './source.ts'

export const yaml: SourceFormat = { name: 'yaml', extensions: ['.yaml', '.yml'], read }

/** Data has five levels at most. Parsing and composing are recursive, so what is deep is stopped before the stack is full. */
const deepest = 32

function read(bytes: Uint8Array, file: string, base: string): Reading {
  const problems: Problem[] = []
  const text = textOf(bytes, file, problems)
  if (text === undefined) return { sheets: [], broken: [], problems, partial: true }
  const lines = new LineCounter()
  const { documents, deep } = parse(text, lines)
  for (const offset of deep) {
    const { line, col } = lines.linePos(offset)
    problems.push({
      code: 'too-deep',
      message: `this document is nested more than ${deepest} levels deep`,
      place: { file, line, column: col },
      hint: 'data has at most a handful of levels',
    })
  }
  const filled = documents.filter(
    ({ contents, errors }) => errors.length > 0 || !(contents === null || (isScalar(contents) && contents.value === null)),
  )
  if (filled.length === 0 && deep.length === 0)
    problems.push({
      code: 'empty-file',
      message: 'the file holds no document',
      place: { file, line: 1, column: 1 },
      hint: 'write at least id, source and name',
    })
  const sheets: FactSheet[] = []
  const broken: FactSheet[] = []
  let partial = deep.length > 0
  for (const document of filled) {
    const { sheet, whole } = new DocumentReader(file, lines, problems).read(document, base)
    if (sheet) (whole ? sheets : broken).push(sheet)
    partial ||= !sheet
  }
  return { sheets, broken, problems, partial }
}

/** The documents of a file, and where one goes too deep; such a document is left out, the others are read all the same. */
function parse(text: string, lines: LineCounter): { documents: Document.Parsed[]; deep: number[] } {
  const deep: number[] = []
  let rest = text
  for (let tokens = parseTokens(rest, lines); ; tokens = parseTokens(rest, lines)) {
    // Keys are compared each with each by the composer, which takes for ever with many; the reader of documents does it too.
    if (Array.isArray(tokens))
      return {
        documents: [...new Composer({ prettyErrors: false, logLevel: 'silent', uniqueKeys: false }).compose(tokens)] as Document.Parsed[],
        deep,
      }
    deep.push(tokens.deep)
    rest = blanked(rest, tokens.deep, deep.length < most)
  }
}

/** After so many documents that are too deep, nobody wants to hear of more. */
const most = 10

/** A text without the document at a place, everything else where it was; or without all that follows too. */
function blanked(text: string, offset: number, rest: boolean): string {
  const start = text.lastIndexOf('\n---', offset) + 1
  const next = rest ? text.indexOf('\n---', offset) : -1
  const end = next === -1 ? text.length : next
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

function parseTokens(text: string, lines: LineCounter): CST.Token[] | { deep: number } {
  lines.lineStarts.length = 0
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > deepest) return { deep: parser.offset }
  }
  return [...tokens, ...parser.end()]
}
