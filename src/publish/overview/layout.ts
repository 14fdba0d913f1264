/** Where everything of an overview lies: lanes one below the other, and time from left to right. */
import type { Families } from '../../graph/families/families.ts'
import { undated } from '../../graph/families/released.ts'
import { axisOf, type Axis } from './axis.ts'
import { gap, important, laneOf, namedIn, rowsOf, type Lane, type Measure } from './lane.ts'
import type { Group } from './lanes.ts'

/** The measures of the picture. */
export const size = { width: 1136, undated: 224, top: 26, title: 26, row: 25, strip: 24, bottom: 6, margin: 12 } as const

/** So many rows with names all lanes have together, and so many names; of few models all have one. */
const most = { rows: 44, names: 100, few: 200 } as const

/** A lane in its place. */
export interface PlacedLane extends Lane {
  readonly group: Group
  /** Its upper edge. */
  readonly y: number
  readonly height: number
}

/** An overview in its place. */
export interface OverviewLayout {
  readonly lanes: readonly PlacedLane[]
  readonly height: number
  readonly axis: Axis | undefined
  /** Where the field begins for what has no date; undefined where all have one. */
  readonly undated: number | undefined
}

/** The middle of the marks of a row, and of the strip below all rows. */
export const rowY = ({ y }: PlacedLane, row: number): number => y + size.title + row * size.row + 17
export const stripY = ({ y, rows }: PlacedLane): number => y + size.title + rows * size.row + size.strip / 2

/**
 * Lays out an overview.
 *
 * @param widthOf how wide the name of a model is
 */
export function layoutOf(families: Families, groups: readonly Group[], widthOf: (model: number) => number): OverviewLayout {
  const days = daysOf(families, groups)
  const apart = days.includes(undated)
  const end = apart ? size.width - size.undated : size.width
  const axis = axisOf(days, size.margin, end - size.margin)
  const begin = axis ? end : 0
  const measure: Measure = {
    x: (model) => (families.released[model] === undated ? begin + size.margin : axis!.place(families.released[model]!)),
    field: (model) => (families.released[model] === undated ? [begin, size.width] : [0, end - gap]),
    width: widthOf,
  }
  const candidates = groups.map(({ members }) => important(families, members))
  const place = ({ members }: Group, index: number, rows: number, names: number): Lane =>
    laneOf(families, members, candidates[index]!.subarray(0, names), measure, rows, days.length > most.few)
  const names = shared(
    candidates.map(({ length }) => length),
    days.length > most.few ? most.names : most.few,
  )
  const wanted = candidates.map((own, index) => rowsOf(namedIn(families, own.subarray(0, names[index]), measure, most.rows)))
  const rows = shared(wanted, most.rows)
  let y: number = size.top
  const lanes = groups.map((group, index): PlacedLane => {
    const lane = place(group, index, rows[index]!, names[index]!)
    const height = size.title + lane.rows * size.row + (lane.heaps.length > 0 ? size.strip : 0) + size.bottom
    y += height
    return { ...lane, group, y: y - height, height }
  })
  return { lanes, height: y + 4, axis, undated: apart ? begin : undefined }
}

function daysOf({ released }: Families, groups: readonly Group[]): Int32Array {
  const days = new Int32Array(groups.reduce((sum, { members }) => sum + members.length, 0))
  let at = 0
  for (const { members } of groups) for (const model of members) days[at++] = released[model]!
  return days
}

/** Shares rows or names among lanes, one each in turn, the first lanes first, as long as one wants more. */
function shared(wanted: readonly number[], all: number): number[] {
  const given = wanted.map(() => 0)
  for (let left = all, before = -1; left > 0 && left !== before;) {
    before = left
    wanted.forEach((want, index) => {
      if (left > 0 && given[index]! < want) {
        given[index]! += 1
        left -= 1
      }
    })
  }
  return given
}
