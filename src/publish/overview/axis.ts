/** The axis of time of an overview: from days to places, and the dates that are written on it. */
import { undated } from '../../graph/families/released.ts'

/** Where times lie. */
export interface Axis {
  /** Where a day lies; days far from all others lie at the ends. */
  place(day: number): number
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
}

/** Dates that one model of so many has are as good as a slip: the axis need not reach them. */
const stray = 1000
/** Nor need it reach back to the oldest of so many, if half of it would be theirs alone. */
const oldest = 10

/** A tick needs so much room to be written. */
const room = 50

const dayOfMonth = (year: number, month: number): number => Date.UTC(year, month, 1) / 86_400_000
const monthOf = (day: number): { year: number; month: number } => {
  const date = new Date(day * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() }
}

/**
 * An axis for some days.
 *
 * @param days those of all models, `undated` among them
 * @param from where it begins
 * @param to where it ends
 * @returns undefined where no model has a date
 */
export function axisOf(days: Int32Array, from: number, to: number): Axis | undefined {
  const dated = days.filter((day) => day !== undated).sort()
  if (dated.length === 0) return undefined
  const beyond = Math.floor(dated.length / stray)
  const [whole, last] = [dated[beyond]!, dated[dated.length - 1 - beyond]!]
  const most = dated[Math.floor(dated.length / oldest)]!
  const isCut = (last - most) * 2 < last - whole
  const first = isCut ? most : whole
  const slack = Math.max(20, (last - first) * 0.02)
  const [start, end] = [first - slack, last + slack]
  const place = (day: number): number => from + ((Math.min(end, Math.max(start, day)) - start) / (end - start)) * (to - from)
  const ticks = ticksOf(start, end).map(({ day, text }) => ({ x: place(day), text }))
  const { year } = monthOf(first)
  return { place, ticks: isCut ? [{ x: from, text: `≤ ${year}` }, ...ticks.filter(({ x }) => x > from + room)] : ticks }
}

/** The beginnings of years, half-years, quarters or months: as many as have room to be written. */
function ticksOf(start: number, end: number): { day: number; text: string }[] {
  const months = (end - start) / 30.4
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((size) => months / size <= 14) ?? 1200
  const { year, month } = monthOf(start)
  const ticks = []
  for (let at = Math.ceil((year * 12 + month) / step) * step; ; at += step) {
    const day = dayOfMonth(Math.floor(at / 12), at % 12)
    if (day > end) return ticks
    if (day >= start)
      ticks.push({ day, text: step < 12 ? `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` : String(at / 12) })
  }
}
