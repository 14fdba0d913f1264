import { expect, test } from 'vitest'
import { readRows } from '../../../src/sources/table/csv.ts'

/** Each row with its line and cells, and what is told. */
function read(text: string): { readonly rows: unknown[]; readonly told: string[] } {
  const told: string[] = []
  const rows = readRows(Buffer.from(text), 'table.csv', ({ message, place }) => told.push(`${place!.line}: ${message}`))
  return { rows: rows.map(({ line, cells }) => [line, ...cells]), told }
}

const header = [1, 'a', 'b', 'c']

test('cells hold line breaks, commas and quotes; rows know the line on which they begin', () => {
  expect(read('\ufeffa,b,c\r\n1,"x\r\ny","z, ""w"""\r\n\r\n2,,\r\n')).toEqual({
    rows: [header, [2, '1', 'x\r\ny', 'z, "w"'], [5, '2', '', '']],
    told: [],
  })
})

test('a quote that is never closed costs its row alone', () => {
  expect(read('a,b,c\n1,x,y\n2,u,"v\n3,q,r\n4,"s, t",u\n')).toEqual({
    rows: [header, [2, '1', 'x', 'y'], [4, '3', 'q', 'r'], [5, '4', 's, t', 'u']],
    told: ['3: a quote closes a cell of the row, and more of the cell follows it'],
  })
  expect(read('a,b,c\n1,x,"y\n2,u,v').rows).toEqual([header, [3, '2', 'u', 'v']])
})

test('what such a quote swallowed, up to another of the kind, is read', () => {
  expect(read('a,b,c\n1,"x\n2,u,w\n3,q",r,s\n4,5,6\n')).toEqual({
    rows: [header, [3, '2', 'u', 'w'], [5, '4', '5', '6']],
    told: ['2: the row has 4 cells, where the header has 3', '4: a quote stands within a cell of the row that does not begin with one'],
  })
})

test('rows with more or fewer cells than the header are told', () => {
  expect(read('a,b,c\n1,x\n2,u,v,w\n3,q,r')).toEqual({
    rows: [header, [4, '3', 'q', 'r']],
    told: ['2: the row has 2 cells, where the header has 3', '3: the row has 4 cells, where the header has 3'],
  })
})

test.each([
  ['lines with an open quote', '"a\n'.repeat(1_000_000)],
  ['one cell without an end', `"${'x'.repeat(4_000_000)}`],
  ['a cell of lines', `"${'\n'.repeat(4_000_000)}`],
  ['rows of one cell', 'a\n'.repeat(2_000_000)],
])('%s: the rest is given up before long', (_, rest) => {
  const started = process.cpuUsage()
  const { rows, told } = read(`a,b,c\n1,x,y\n${rest}`)
  expect(rows).toEqual([header, [2, '1', 'x', 'y']])
  expect(told.at(-1)).toMatch(/not read|longer than any row/)
  expect(told.length).toBeLessThanOrEqual(1_001)
  expect(process.cpuUsage(started).user).toBeLessThan(20e6)
})
