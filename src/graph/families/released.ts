/** When models were released, as days that can be put on an axis. */
import { prefixes } from '../../model/vocabulary.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { statedFrom } from '../index/stated-from.ts'

/** Stands where nobody gives a date. */
export const undated = -0x80000000

/** Where nobody says when a model was released, the day on which a hub got it is told. */
const properties = [`${prefixes.dct}issued`, `${prefixes.dct}created`] as const

/**
 * The day of release of each model of the best view, counted from 1970-01-01: of a year or a month its middle.
 *
 * @param models their numbers, ascending
 */
export function releasesOf(index: QuadIndex, models: Uint32Array): Int32Array {
  const days = new Int32Array(models.length).fill(undated)
  const inBest = index.mask(defaultGraph)
  /** Many models have one date. */
  const known = new Map<number, number>()
  for (const { forward, uniform } of properties.flatMap((iri) => index.relations.get(index.predicate(iri)) ?? []))
    for (let model = 0; model < models.length; model++) {
      if (days[model] !== undated) continue
      for (const date of statedFrom(forward, uniform, inBest, models[model]!)) {
        if (!known.has(date)) known.set(date, dayOf(index.terms.term(date).value))
        days[model] = known.get(date)!
        break
      }
    }
  return days
}

/** The day that stands for `2022`, `2022-11` or `2022-11-03`; `undated` for what is no date. */
function dayOf(text: string): number {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text) ?? []
  if (year === undefined) return undated
  const at = new Date(0).setUTCFullYear(
    Number(year),
    month === undefined ? 6 : Number(month) - 1,
    day === undefined ? (month ? 15 : 2) : Number(day),
  )
  return Math.floor(at / 86_400_000)
}

/** The order of models by date; those without one come last. */
export const byDate =
  (released: Int32Array) =>
  (a: number, b: number): number =>
    Number(released[a] === undated) - Number(released[b] === undated) || released[a]! - released[b]! || a - b
