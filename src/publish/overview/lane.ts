/**
 * One lane: its models along the axis of time. Those that most others come from stand in rows with their names; the others in a
 * strip below, where those that fall together become one mark with their number. Nothing lies on anything else.
 */
import type { Families } from '../../graph/families/families.ts'
import { none } from '../../graph/families/none.ts'
import { byDate } from '../../graph/families/released.ts'
import { groupBy } from '../../group.ts'

/** A model with its name. */
export interface NamedMark {
  readonly model: number
  readonly x: number
  /** From 0, at the top. */
  readonly row: number
  readonly width: number
  /** The name stands at the left of the mark, since at the right the picture ends. */
  readonly turned: boolean
}

/** Models of the strip: one, or some that fall together. */
export interface Heap {
  readonly x: number
  readonly models: readonly number[]
  /** The earliest of them. */
  readonly first: number
}

/** Where the models of a lane lie. */
export interface Lane {
  readonly named: readonly NamedMark[]
  readonly rows: number
  readonly heaps: readonly Heap[]
}

/** How a lane is measured. */
export interface Measure {
  /** Where a model lies. */
  x(model: number): number
  /** How wide its name is. */
  width(model: number): number
  /** The field of a model: where what has no date is kept apart, or the axis. */
  field(model: number): readonly [from: number, to: number]
}

export const mark = 5
/** From the middle of a mark to its name. */
export const gap = 8

/** What a mark and its name take of a row. */
function extent(measure: Measure, model: number): { x: number; from: number; to: number; turned: boolean; width: number } {
  const [x, width] = [measure.x(model), measure.width(model)]
  const turned = x + gap + width > measure.field(model)[1]
  return turned ? { x, width, turned, from: x - gap - width, to: x + mark } : { x, width, turned, from: x - mark, to: x + gap + width }
}

/** What something takes of a row. */
interface Room {
  readonly from: number
  readonly to: number
}

/** The line to a model from the one that it came from. */
interface Line {
  readonly parent: number
  /** Where it turns into the model's row. */
  readonly x: number
}

/** So far beside its mark the lines from a model run down, so that they go by the marks below. */
export const trunk = 9

/** Rows that fill with marks. */
class Rows {
  readonly #taken: { model: number; from: number; to: number }[][] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get count(): number {
    return this.#taken.length
  }

  /**
   * Takes room for a model in the row that is nearest to a wanted one, those below it before those above; undefined when all are full.
   *
   * @param line where the line that leads to it comes from: nothing may stand on it, lest it look like a step of the way
   */
  take(model: number, { from, to }: Room, wanted: number, line: Line | undefined): number | undefined {
    const rows = Math.min(this.#most, this.#taken.length + 1)
    const order = [...Array(rows).keys()].sort(
      (a, b) => (a < wanted ? 1 : 0) - (b < wanted ? 1 : 0) || Math.abs(a - wanted) - Math.abs(b - wanted),
    )
    const [start, end] = [Math.min(from, line?.x ?? from), Math.max(to, line?.x ?? to)]
    const row = order.find((one) =>
      (this.#taken[one] ?? []).every((other) => {
        // The way from the parent goes by the parent and its name, and by nothing else.
        const isParent = other.model === line?.parent
        return isParent ? to + 6 < other.from || from - 6 > other.to : end + 6 < other.from || start - 6 > other.to
      }),
    )
    if (row === undefined) return undefined
    ;(this.#taken[row] ??= []).push({ model, from: start, to: end })
    return row
  }
}

/** Of so many models at most it is tried whether they have room for a name. */
const mostTried = 400

/** The models of a lane from which most others come, those first, equal ones by date. */
export function important({ descendants, released }: Families, members: Int32Array): Int32Array {
  const dates = byDate(released)
  const order = (a: number, b: number): number => descendants[b]! - descendants[a]! || dates(a, b)
  // Of hundreds of thousands nearly all are left out at once, without sorting them.
  let best = members.slice(0, 0)
  for (let at = 0; at < members.length; at += mostTried * 8) {
    const last = best[mostTried - 1]
    const better = members.subarray(at, at + mostTried * 8).filter((model) => last === undefined || order(model, last) < 0)
    if (better.length > 0)
      best = Int32Array.from([...best, ...better])
        .sort(order)
        .subarray(0, mostTried)
  }
  return best
}

/**
 * Lays out a lane.
 *
 * @param members all its models
 * @param candidates those that may have a name, the most important first
 * @param most how many rows with names there may be
 * @param coarse models of the strip become one mark although they have a little room
 */
export function laneOf(
  families: Families,
  members: Int32Array,
  candidates: Int32Array,
  measure: Measure,
  most: number,
  coarse: boolean,
): Lane {
  const named = namedIn(families, candidates, measure, most)
  const apart = new Set(named.map(({ model }) => model))
  return {
    named,
    rows: rowsOf(named),
    heaps: heapsOf(
      families,
      members.filter((model) => !apart.has(model)),
      measure,
      coarse ? cells.slice(2) : cells,
    ),
  }
}

/** The candidates for whose names there is room. */
export function namedIn(families: Families, candidates: Int32Array, measure: Measure, most: number): NamedMark[] {
  let fitting = fit([...candidates], measure, most, () => undefined)
  for (;;) {
    // Parents before children, so that each can stand near its own. Whoever finds no room leaves its children to those above it.
    const above = nearestIn(families, new Set(fitting.map(({ model }) => model)))
    const fitted = fit(byAncestry(families, above), measure, most, (model) => above.get(model))
    if (fitted.length === fitting.length) return fitted
    fitting = fitted
  }
}

/** How many rows some names take. */
export const rowsOf = (named: readonly NamedMark[]): number => named.reduce((rows, { row }) => Math.max(rows, row + 1), 0)

/** Those of some models, in turn, for whose names there is room; each as near to the row of its parent as can be. */
function fit(models: readonly number[], measure: Measure, most: number, parentOf: (model: number) => number | undefined): NamedMark[] {
  const rows = new Rows(most)
  const rowOf = new Map<number, number>()
  return models.flatMap((model) => {
    const { from, to, ...place } = extent(measure, model)
    const parent = parentOf(model)
    // No line leads to or from the field of what has no date.
    const isDrawn = parent !== undefined && rowOf.has(parent) && measure.field(parent)[0] === measure.field(model)[0]
    const line = isDrawn ? { parent, x: measure.x(parent) - trunk } : undefined
    const row = rows.take(model, { from, to }, rowOf.get(parent ?? none) ?? 0, line)
    if (row === undefined) return []
    rowOf.set(model, row)
    return [{ model, row, ...place }]
  })
}

/** Of each of some models, the nearest of them that it comes from. */
export function nearestIn({ parent }: Families, models: ReadonlySet<number>): Map<number, number | undefined> {
  return new Map(
    [...models].map((model) => {
      let above = parent[model]!
      while (above !== none && !models.has(above)) above = parent[above]!
      return [model, above === none ? undefined : above]
    }),
  )
}

/** Models so that each is followed by those that come from it, by date. */
function byAncestry({ released }: Families, above: ReadonlyMap<number, number | undefined>): number[] {
  const order = byDate(released)
  const below = groupBy([...above.keys()], (model) => above.get(model))
  for (const siblings of below.values()) siblings.sort((a, b) => order(b, a))
  const sorted: number[] = []
  const open = [...(below.get(undefined) ?? [])]
  for (let model = open.pop(); model !== undefined; model = open.pop()) {
    sorted.push(model)
    open.push(...(below.get(model) ?? []))
  }
  return sorted
}

/** How wide the mark of so many is. */
export const heapWidth = (count: number): number => (count === 1 ? 2 * mark : 12 + 6.4 * count.toLocaleString('en').length)

/** Models that fall together, cell by cell; cells are as wide as the widest mark needs. */
function heapsOf(families: Families, models: Int32Array, measure: Measure, widths: readonly number[]): Heap[] {
  for (const cell of widths) {
    const heaps = [...groupBy(models, (model) => cellOf(measure, model, cell)).values()]
    if (cell !== widths.at(-1) && heaps.some(({ length }) => heapWidth(length) + 4 > cell)) continue
    return heaps.map((own) => {
      const [from, to] = boundsOf(measure, own[0]!, cell)
      const half = heapWidth(own.length) / 2 + 1
      const middle = own.reduce((sum, model) => sum + measure.x(model), 0) / own.length
      return { x: Math.max(from + half, Math.min(to - half, middle)), models: own, first: firstOf(families, own) }
    })
  }
  return []
}

function firstOf({ released }: Families, models: readonly number[]): number {
  const order = byDate(released)
  return models.reduce((first, model) => (order(model, first) < 0 ? model : first))
}

const cells = [24, 36, 48, 72]

function cellOf(measure: Measure, model: number, cell: number): number {
  const [from] = measure.field(model)
  return from + Math.floor((measure.x(model) - from) / cell) * cell
}

function boundsOf(measure: Measure, model: number, cell: number): [from: number, to: number] {
  const from = cellOf(measure, model, cell)
  return [from, from + cell]
}
