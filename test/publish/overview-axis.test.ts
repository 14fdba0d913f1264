/** The axis of time: it is the many for whom there is room. */
import { expect, test } from 'vitest'
import { axisOf } from '../../src/publish/overview/axis.ts'

const day = (date: string): number => Date.parse(date) / 86_400_000
const years = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => day(`${from + at}-01-01`))

test('reaches over all, where none are far from the others', () => {
  const axis = axisOf(Int32Array.from(years(2015, 10)), 0, 1000)!
  expect(axis.ticks.map(({ text }) => text)).toEqual(['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'])
  expect(axis.place(day('2015-01-01'))).toBeGreaterThan(0)
})

test('begins where nine of ten are later, if the oldest would have half of it; they stand at its beginning, which says so', () => {
  const recent = Array.from({ length: 200 }, (_, at) => day('2018-01-01') + at * 18)
  const axis = axisOf(Int32Array.from([...years(1950, 20), ...recent]), 10, 1010)!
  expect(axis.ticks.map(({ text }) => text)).toEqual([
    '≤ 2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
    '2027',
    '2028',
  ])
  expect(axis.ticks[0]!.x).toBe(10)
  expect([axis.place(day('1950-01-01')), axis.place(day('1969-01-01'))]).toEqual([10, 10])
  expect(axis.place(day('2027-07-01'))).toBeGreaterThan(950)
})
