/** Dates as precise as their source: a year, a year and a month, or a day (xsd:gYear, xsd:gYearMonth, xsd:date). */
import { quote } from '../quote.ts'
import { prefixes } from './vocabulary.ts'

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The datatype of a date by its precision, or what is wrong with it. */
export function readDate(text: string): { datatype: string } | { problem: string } {
  const match = shape.exec(text)
  if (!match) return { problem: `${quote(text)} is not a date` }
  const [, year, month, day] = match
  if (Number(year) < 1000) return { problem: `${text} has no year that is known` }
  if (month === undefined) return { datatype: `${prefixes.xsd}gYear` }
  if (Number(month) < 1 || Number(month) > 12) return { problem: `${text} has no month ${month}` }
  if (day === undefined) return { datatype: `${prefixes.xsd}gYearMonth` }
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > days) return { problem: `${year}-${month} has no day ${day}` }
  return { datatype: `${prefixes.xsd}date` }
}
