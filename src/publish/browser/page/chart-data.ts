/** What of an answer a chart can show. */
import type { QueryConfig } from '../config.ts'
import type { SentAnswer } from '../protocol.ts'
import { isLiteral, numberOf, textOf, yearOf } from './terms.ts'

/** The columns that a chart may have, by their places. */
export interface ChartColumns {
  readonly values: readonly number[]
  readonly names: readonly number[]
  readonly dates: readonly number[]
}

/** A value with its name, or its date. */
export interface Point {
  readonly label: string
  readonly value: number
  readonly year?: number
}

/** In so many rows a column shows what it is. */
const looked = 200

export function columnsOf({ variables, rows }: SentAnswer): ChartColumns {
  const some = rows.slice(0, looked)
  const columns = variables.map((_, column) => column)
  const all = (column: number, test: (cell: (typeof some)[number][number]) => boolean): boolean => {
    const cells = some.map((row) => row[column] ?? null).filter((cell) => cell !== null)
    return cells.length > 0 && cells.every(test)
  }
  const values = columns.filter((column) => all(column, (cell) => numberOf(cell) !== undefined))
  const dates = columns.filter((column) => all(column, (cell) => yearOf(cell) !== undefined))
  const names = columns.filter((column) => !values.includes(column) && !dates.includes(column) && all(column, () => true))
  // What is meant for reading comes before what is meant for machines.
  const isText = (column: number): boolean => all(column, isLiteral)
  return { values, dates, names: [...names.filter(isText), ...names.filter((column) => !isText(column))] }
}

export const canChart = ({ values, names, dates }: ChartColumns): boolean => dates.length > 0 || (values.length > 0 && names.length > 0)

/** @param value the column of numbers; without one, rows are counted */
export function pointsOf({ rows }: SentAnswer, label: number, value: number | undefined, config: QueryConfig): Point[] {
  const points = rows.flatMap((row): Point[] => {
    const term = row[label] ?? null
    const number = value === undefined ? 1 : numberOf(row[value]!)
    const year = yearOf(term)
    return term === null || number === undefined
      ? []
      : [{ label: textOf(term, config), value: number, ...(year !== undefined && { year }) }]
  })
  return value === undefined ? counted(points) : points
}

/** How many points there are of each year. */
function counted(points: readonly Point[]): Point[] {
  const years = new Map<number, number>()
  for (const { year } of points) if (year !== undefined) years.set(Math.floor(year), (years.get(Math.floor(year)) ?? 0) + 1)
  return [...years].sort(([a], [b]) => a - b).map(([year, value]) => ({ label: String(year), value, year }))
}
