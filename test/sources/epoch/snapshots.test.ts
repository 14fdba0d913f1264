/** The real tables, with the shipped data: what is read of them, and what the names of base models lead to (labelled by hand). */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildAndTell, type Built } from '../../../src/graph/build.ts'
import { packageFile } from '../../../src/package-files.ts'

const folder = new URL('../../../../shared/data/epoch/', import.meta.url).pathname
const haveTables = existsSync(folder)
if (!haveTables) console.warn('The tables of Epoch AI are not here (../shared/data/epoch), so their tests are skipped.')

interface Label {
  readonly snapshot: string
  readonly row: string
  readonly name: string
  /** The thing that is meant, or `stub` where nothing is said of it. */
  readonly is: string
}
const labels: readonly Label[] = parse(readFileSync(new URL('../labels/epoch-base-models.csv', import.meta.url)), { columns: true })

describe.skipIf(!haveTables)('the tables of July 2024 and April 2025', () => {
  let built: Built
  beforeAll(() => {
    built = buildAndTell([packageFile('data'), folder])
  })

  const models = (snapshot: string): Set<string> =>
    new Set(
      built.gathered.decisions.flatMap(({ called, described, source, iri }) =>
        described && called.kinds[0] === 'Model' && source.endsWith(snapshot) ? [iri] : [],
      ),
    )

  test('all named rows are read, and the others told', () => {
    const rows = built.gathered.decisions.filter(({ called, described }) => described && called.kinds[0] === 'Model')
    expect(rows.filter(({ source }) => source.endsWith('2025-04'))).toHaveLength(2_225)
    expect(rows.filter(({ source }) => source.endsWith('2024-07'))).toHaveLength(825)
    // Two names stand in two rows, each time of one model.
    expect([models('2025-04').size, models('2024-07').size]).toEqual([2_223, 825])
    expect(built.gathered.noted.map(({ code, place }) => [code, place!.line])).toEqual([
      ['described-twice', 1_346],
      ['described-twice', 6_753],
      ['no-name', 13_859],
      ['no-name', 13_863],
      ['no-name', 13_864],
    ])
  })

  test('both tables speak of the same models, but where the later one has other names or no row', () => {
    const later = models('2025-04')
    expect([...models('2024-07')].filter((iri) => !later.has(iri)).length).toBeLessThanOrEqual(35)
  })

  test('what the names of base models lead to, by hand and by rule', () => {
    const describedIris = new Set(built.gathered.decisions.flatMap(({ described, iri }) => (described ? [iri] : [])))
    const found = new Map(
      built.gathered.decisions.flatMap(({ called, described, source, at, iri }) =>
        described || called.kinds[0] !== 'Model'
          ? []
          : [[`${source.slice(-7)} ${at} ${called.name}`, describedIris.has(iri) ? iri.slice(built.graph.base.length) : 'stub'] as const],
      ),
    )
    const decided = labels.map((label) => ({ ...label, found: found.get(`${label.snapshot} row ${label.row} ${label.name}`) }))
    const right = decided.filter((one) => one.found === one.is && one.is !== 'stub').length
    const precision = right / decided.filter((one) => one.found !== 'stub').length
    const recall = right / decided.filter(({ is }) => is !== 'stub').length
    expect(found.size).toBe(labels.length)
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.97)
  })
})
