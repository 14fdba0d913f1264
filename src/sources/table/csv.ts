/** Tables as comma-separated values (RFC 4180), read as far as they can be told where quotes do not pair. */
import { parse } from 'csv-parse/sync'
import type { Problem } from '../../errors.ts'

/** A row: its cells by position, and the line on which it begins. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/** No cell that anybody writes makes a row so long; a quote that is never closed does. */
const longestRow = 1 << 18
/** Broken rows after which the rest is given up: such a file is no table. */
const mostBroken = 1_000
/** Lines that are tried as the beginning of a row where reading goes on. */
const mostTried = 20_000

const lineFeed = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = '\ufeff'
const options = { info: true, relax_column_count: true, max_record_size: longestRow, record_delimiter: ['\r\n', '\n'] }
const hint = 'mend the row: it was left out, and the rest read'

/**
 * The first row of a table, wherever the beginning of it is cut off; undefined where it is none.
 *
 * @param beginning of the file, some thousand bytes
 * @param delimiter what stands between its cells
 */
export function firstRow(beginning: Uint8Array, delimiter = ','): readonly string[] | undefined {
  let first: readonly string[] | undefined
  beginning = withLineFeeds(beginning)
  const visit = (cells: readonly string[]): boolean => {
    first = cells
    return false
  }
  eachRecord(beginning.subarray(markLength(beginning)), visit, delimiter)
  return first
}

/**
 * The rows of a table, the header first.
 *
 * A row is broken where its quotes do not pair or where it has more or fewer cells than the header. It is told and left out, and
 * reading goes on at the next line from which a row with as many cells can be read.
 *
 * @param bytes of the file, in UTF-8
 * @param problem is told of each broken row
 */
export function readRows(bytes: Uint8Array, file: string, problem: (problem: Problem) => void): Row[] {
  const rows: Row[] = []
  bytes = withLineFeeds(bytes)
  let [offset, line] = [markLength(bytes), 1]
  let [broken, tried, width] = [0, 0, 0]
  const isGivenUp = (): boolean => broken >= mostBroken || tried >= mostTried
  const nextLine = (from: number): number => {
    const end = bytes.indexOf(lineFeed, from)
    return end < 0 ? bytes.length : end + 1
  }
  const advance = (to: number): void => {
    for (; offset < to; line += 1) offset = Math.min(nextLine(offset), to)
  }
  /** Leaves a broken row out: on to the first of its own lines from which a row can be read, or behind its end. */
  const leave = (message: string, end: number): void => {
    broken += 1
    problem({ code: 'bad-csv', message, place: { file, line }, hint })
    let from = nextLine(offset)
    for (; from < end && !isGivenUp(); from = nextLine(from)) {
      tried += 1
      if (firstRow(bytes.subarray(from, from + longestRow))?.length === width) break
    }
    advance(from)
  }
  while (offset < bytes.length && !isGivenUp()) {
    const start = offset
    const trouble = eachRecord(bytes.subarray(start), (cells, length) => {
      const end = start + length
      if (cells.length === 1 && cells[0]!.trim() === '') {
        advance(end)
        return true
      }
      width ||= cells.length
      if (cells.length !== width) {
        leave(`the row has ${cells.length} cells, where the header has ${width}`, end)
        return offset === end && !isGivenUp()
      }
      rows.push({ cells, line })
      advance(end)
      return true
    })
    if (trouble === 'none') break
    if (trouble !== undefined) leave(trouble, bytes.length)
  }
  if (offset < bytes.length && isGivenUp())
    problem({ code: 'bad-csv', message: 'the rows from here on were not read: too many are broken', place: { file, line } })
  return rows
}

/** A file of lines that end in carriage returns alone, as old programs of the Macintosh write them, with line feeds in their place. */
const withLineFeeds = (bytes: Uint8Array): Uint8Array =>
  bytes.includes(lineFeed) || !bytes.includes(carriageReturn) ? bytes : bytes.map((byte) => (byte === carriageReturn ? lineFeed : byte))

const markLength = (bytes: Uint8Array): number =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 3)) === byteOrderMark ? 3 : 0

/** Thrown to stop reading: csv-parse itself stops only after a number of records that is known before. */
const stopped = new Error('stopped')

/**
 * Reads records until one whose quotes do not pair.
 *
 * @param visit is given each, and where it ends; false when it is the last one that is wanted
 * @returns what is wrong with the record behind the last one, `none` at the end, nothing where it was stopped
 */
function eachRecord(bytes: Uint8Array, visit: (cells: readonly string[], end: number) => boolean, delimiter = ','): string | undefined {
  try {
    parse(bytes, {
      ...options,
      delimiter,
      on_record: (row) => {
        const { record, info } = row as unknown as { readonly record: string[]; readonly info: { readonly bytes: number } }
        if (!visit(record, info.bytes)) throw stopped
        return null
      },
    })
    return 'none'
  } catch (error) {
    if (error === stopped) return undefined
    const { code = '' } = error as { readonly code?: string }
    if (!Object.hasOwn(troubles, code)) throw error
    return troubles[code]
  }
}

const troubles: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote opens in the row, and none closes it',
  CSV_INVALID_CLOSING_QUOTE: 'a quote closes a cell of the row, and more of the cell follows it',
  INVALID_OPENING_QUOTE: 'a quote stands within a cell of the row that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'the row is longer than any row is: a quote of it may not be closed',
}
