/** Curated YAML (docs/data-format.md): each document says what one source says of one thing. */
import { isScalar, LineCounter } from 'yaml'
import type { Problem } from '../errors.ts'
import type { FactSheet } from '../model/sheet.ts'
import { salvage } from './yaml/salvage.ts'
import type { Content } from './content.ts'
import { nothing, type Lost, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import { DocumentReader } from './yaml/document.ts'
import { deepest, mostTokens, piecesOf } from './yaml/pieces.ts'

export const yaml: SourceFormat = {
  name: 'curated',
  title: "facts in Stemma's own YAML",
  extensions: ['.yaml', '.yml'],
  recognises: () => true,
  read,
}

/** What stops the reading of a document or of the rest of a file. */
const stops = {
  deep: {
    code: 'too-deep',
    message: `this document is nested more than ${deepest} levels deep`,
    hint: 'data has at most a handful of levels',
  },
  many: {
    code: 'too-many-values',
    message: `the file holds more than ${mostTokens.toLocaleString('en')} words and marks; from here on it was not read`,
    hint: 'split it: one file a thing',
  },
} as const

function read({ file, text, problems: before }: Content, { base }: ReadOptions): Reading {
  const problems: Problem[] = [...before]
  if (text === undefined) return { ...nothing, problems, lost: [{}] }
  const sheets: FactSheet[] = []
  const broken: FactSheet[] = []
  const lost: Lost[] = []
  const lines = new LineCounter()
  const report = (problem: Omit<Problem, 'place'>, offset: number): void => {
    const { line, col } = lines.linePos(offset)
    problems.push({ ...problem, place: { file, line, column: col } })
  }
  for (const piece of piecesOf(text, lines)) {
    if (piece.kind === 'directive') {
      const hint = 'data needs no directives: leave it out'
      report({ code: 'bad-yaml', message: 'this is a directive, which data does not use', hint }, piece.offset)
    } else if (piece.kind === 'document') {
      const { contents, errors } = piece.document
      if (errors.length === 0 && (contents === null || (isScalar(contents) && contents.value === null))) continue
      const { sheet, whole } = new DocumentReader(file, lines, problems).read(piece.document, base)
      if (!sheet) lost.push(salvage(piece.text))
      else if (whole) sheets.push(sheet)
      else broken.push(sheet)
    } else {
      report(stops[piece.kind], piece.offset)
      lost.push(piece.kind === 'many' ? {} : salvage(piece.text))
    }
  }
  if (sheets.length + broken.length + lost.length === 0 && problems.length === 0)
    report({ code: 'empty-file', message: 'the file holds no document', hint: 'write at least id, source and name' }, 0)
  return { ...nothing, sheets, broken, problems, lost }
}
