/** What twenty times as many models change, taken from the benchmarks of building and of a graph in a file. */
import { barsTable, type Bar, type Benchmark } from './benchmark.ts'
import { bulkBuild, buildFigure } from './bulk-build.ts'
import { times } from './figures.ts'
import { graphFile, microsecondsPerAncestor } from './graph-file.ts'

const [small, large] = [100_000, 2_000_000] as const
const most = 1.5

/** Of each thing: what it costs per model, or per answer, at a size. */
const costs: Readonly<Record<string, (models: number) => number | undefined>> = {
  'time of a build per model': (models) => perModel(buildFigure(models)?.ms, models),
  'memory of a build per model': (models) => perModel(buildFigure(models)?.peak, models),
  'time of an ancestor': microsecondsPerAncestor,
}

const perModel = (cost: number | undefined, models: number): number | undefined => cost && cost / models

function barsOf(): Bar[] {
  return Object.entries(costs).map(([what, cost]) => {
    const [before, after] = [cost(small), cost(large)]
    const ratio = before && after && after / before
    return { what: `${what}: at most ${times(most)}`, figure: ratio ? times(ratio) : undefined, held: ratio !== undefined && ratio <= most }
  })
}

export const growth: Benchmark = {
  name: 'growth',
  title: 'Growth from 100k to 2M models',
  async run() {
    const part = { models: [small, large] }
    if (barsOf().every(({ figure }) => figure !== undefined)) return
    await bulkBuild.run({ ...part, engines: ['graph'] })
    await graphFile.run(part)
  },
  report: () => (buildFigure(large) ? barsTable(barsOf()) : undefined),
}
