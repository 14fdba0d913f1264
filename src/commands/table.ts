/** Rows as columns for a person, or as tab-separated lines for a program. */
import { printable } from '../printable.ts'

/** A cell on one line, nothing in it that steers a terminal. */
const cellText = (cell: string): string => printable(cell.replace(/[\n\t]/g, ' '))

/**
 * Columns lined up, by what characters take on a terminal (Chinese ones take two); columns of numbers by their points.
 *
 * @param header names of the columns
 * @param rows cells as text
 * @param paint how the header is coloured
 */
export async function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  paint: (text: string) => string = (text) => text,
): Promise<string> {
  const numeric = header.map((_, column) => numbersIn(rows.map((row) => row[column] ?? '')))
  const cells = rows.map((row) => row.map((cell, column) => numeric[column]?.(cell) ?? cell))
  const { rows: lined, widths } = await columns([header, ...cells], (column) => numeric[column] !== undefined)
  const [top, ...body] = lined.map((row) => row.join('  ').trimEnd())
  return [paint(top!), widths.map((width) => '─'.repeat(width)).join('  '), ...body, ''].join('\n')
}

/**
 * Rows with their cells made as wide as the widest of the column.
 *
 * @param right which columns have their cells at the right
 */
export async function columns(
  rows: readonly (readonly string[])[],
  right: (column: number) => boolean = () => false,
): Promise<{ rows: string[][]; widths: number[] }> {
  const { default: width } = await import('string-width')
  const cells = rows.map((row) => row.map(cellText))
  const count = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: count }, (_, column) => cells.reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0))
  const wide = (cell: string, column: number): string => {
    const space = ' '.repeat(widths[column]! - width(cell))
    return right(column) ? space + cell : cell + space
  }
  return { rows: cells.map((row) => row.map(wide)), widths }
}

const number = /^(-?)(\d+)(?:\.(\d+))?$/

/** How the cells of a column of numbers are written: thousands apart where there are five digits somewhere (years have four), points below each other. */
function numbersIn(cells: readonly string[]): ((cell: string) => string) | undefined {
  const parts = cells.filter((cell) => cell !== '').map((cell) => number.exec(cell))
  if (parts.length === 0 || parts.includes(null)) return undefined
  const apart = parts.some((part) => part![2]!.length > 4)
  const fraction = (digits: string | undefined): string => (digits === undefined || /^0+$/.test(digits) ? '' : `.${digits}`)
  const longest = parts.reduce((most, part) => Math.max(most, fraction(part![3]).length), 0)
  return (cell) => {
    const [, sign = '', digits = '', after] = number.exec(cell) ?? []
    return sign + (apart ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits) + fraction(after).padEnd(longest)
  }
}

/** Tab-separated lines with a header; tabs and line breaks in a cell become spaces, and control characters show as what they are. */
export function tsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => printable(cell.replace(/[\t\r\n]+/g, ' '))).join('\t')}\n`).join('')
}
