/** Rows as a table for a terminal, or as tab-separated lines for a program. */
import { printable } from '../printable.ts'

/**
 * Columns lined up, by what characters take on a terminal (Chinese ones take two).
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
  const { default: width } = await import('string-width')
  const cells = [header, ...rows].map((row) => row.map((cell) => printable(cell).replace(/[\n\t]/g, ' ')))
  const widths = header.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat(widths[column]! - width(cell))))
      .join('  ')
      .trimEnd()
  const [top, ...body] = cells.map(line)
  return [paint(top!), widths.map((columns) => '─'.repeat(columns)).join('  '), ...body, ''].join('\n')
}

/** Tab-separated lines with a header; tabs and line breaks in a cell become spaces. */
export function tsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('')
}
