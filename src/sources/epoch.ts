/** Tables of Epoch AI (https://epoch.ai/data): a row for each model, as CSV, with columns that change from snapshot to snapshot. */
import { mint } from '../model/iri.ts'
import type { Content } from './content.ts'
import type { DocumentFacts } from './document.ts'
import { columnsOf, isEpochHeader, type Column } from './epoch/columns.ts'
import { readRow } from './epoch/row.ts'
import { confidence, noConfidence, wrong } from './epoch/words.ts'
import { sourceNotes } from './notes.ts'
import { sheetWriter } from './sheet-writer.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import { firstRow, readRows, type Row } from './table/csv.ts'
import { namesOfColumn, plain } from './table/lists.ts'

/** How much of a file is looked at to see whether it is such a table. */
const beginning = 1 << 15

export const epoch: SourceFormat = {
  name: 'epoch',
  title: 'tables of Epoch AI',
  extensions: ['.csv'],
  recognises: ({ bytes }) => delimiterOf(bytes) !== undefined,
  read,
}

/** What may stand between cells: what is read, and what spreadsheets write where a comma stands before the decimals of a number. */
const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }

/** What stands between the cells of such a table; nothing where it is none. */
function delimiterOf(bytes: Uint8Array): string | undefined {
  // NUL bytes and marks go, so that a table in UTF-16 is known, and told what is wrong with it.
  const start = bytes.subarray(0, beginning).filter((byte) => byte !== 0 && byte < 0xfe)
  return Object.keys(delimiters).find((delimiter) => isEpochHeader(firstRow(start, delimiter) ?? []))
}

function read(content: Content, { base, source }: ReadOptions): Reading {
  const { file, text, bytes, problems } = content
  const notes = sourceNotes('epoch')
  if (text === undefined) return { ...nothing, noted: problems }
  const delimiter = delimiterOf(bytes) ?? ','
  if (delimiter !== ',') {
    notes.problem({
      code: 'bad-csv',
      message: `its cells are divided by ${delimiters[delimiter]}, and commas are read`,
      place: { file },
      hint: 'nothing of it was read, since 1,234 may be two numbers there; save it with commas, and with points before decimals',
    })
    return { ...nothing, ...notes.take() }
  }
  const [header, ...rows] = readRows(bytes, file, notes.problem)
  if (!header) return { ...nothing, ...notes.take() }
  const columns = columnsOf(header.cells)
  const cellOf = ({ cells }: Row, column: Column): string => cells[columns.get(column) ?? -1]?.trim() ?? ''
  const heading = (column: Column): string => plain(header.cells[columns.get(column) ?? -1] ?? column)
  const facts = documentOf(file, rows, (row) => cellOf(row, 'modified'), source)
  const writer = sheetWriter(mint(base, 'Document', facts.id), base, notes)
  const known = knownNames(rows, cellOf)
  for (const row of rows) {
    const place = { file, line: row.line }
    const name = plain(cellOf(row, 'model'))
    if (name === '') {
      notes.problem({ code: 'no-name', message: 'the row has no model', place, hint: 'it was not read' })
      continue
    }
    if (row.cells.every((cell, position) => cell === header.cells[position])) {
      notes.problem({ code: 'header-again', message: 'the row is the header once more', place, hint: 'it was not read' })
      continue
    }
    const sure = cellOf(row, 'confidence')
    if (sure !== '' && sure !== wrong && !noConfidence.has(sure) && !Object.hasOwn(confidence, sure))
      notes.dropped(heading('confidence'), place, { value: sure, why: 'no such word of confidence is known' })
    const used = new Set<number | undefined>()
    const use = (...all: readonly Column[]): void => all.forEach((column) => used.add(columns.get(column)))
    use('model', 'modified')
    readRow(name, { writer, notes, place, cell: (column) => cellOf(row, column), use, heading, known })
    row.cells.forEach((value, position) => {
      if (!used.has(position) && value.trim() !== '') notes.dropped(plain(header.cells[position]!) || `column ${position + 1}`, place)
    })
  }
  return { ...nothing, named: writer.sheets, ...notes.take(), document: facts }
}

/** The names that columns have; those of bases are the models that have a row. */
function knownNames(rows: readonly Row[], cellOf: (row: Row, column: Column) => string): (column: Column) => ReadonlySet<string> {
  const models = new Set(rows.map((row) => plain(cellOf(row, 'model'))))
  const byColumn = new Map<Column, ReadonlySet<string>>([['base', models]])
  return (column) => {
    const names = byColumn.get(column) ?? namesOfColumn(rows.map((row) => cellOf(row, column)))
    byColumn.set(column, names)
    return names
  }
}

/** What is known of the document: the month of the snapshot by the file's name, and when a row was last touched. */
function documentOf(file: string, rows: readonly Row[], modified: (row: Row) => string, source?: string): DocumentFacts {
  const [, year, month] =
    /(20\d\d)-(0[1-9]|1[0-2])(?!\d)/.exec(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)) ?? []
  const snapshot = year === undefined ? undefined : `${year}-${month}`
  const last = rows.reduce((latest, row) => (modified(row) > latest ? modified(row) : latest), '')
  return {
    id: source ?? ['epoch-ai', snapshot].filter(Boolean).join('-'),
    name: ['Epoch AI: data on AI models', snapshot].filter(Boolean).join(', '),
    type: 'table',
    editionOf: { id: 'epoch-ai-models', name: 'Epoch AI: data on AI models' },
    values: [
      ...(snapshot === undefined ? [] : [['released', snapshot, { note: "the month in the file's name" }] as const]),
      ...(last === '' ? [] : [['version', last.slice(0, 10), { field: 'Last modified', note: 'when a row was last modified' }] as const]),
    ],
  }
}
