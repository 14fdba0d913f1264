/** The static site: how long that of the shipped data takes, and how many things a second of a graph of 100,000 models. */
import { readdirSync, readFileSync, rmSync, statSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { barsTable, keepResults, machine, readResults, say, table, type Benchmark } from './benchmark.ts'
import { median, megabytes, seconds } from './figures.ts'
import { kept } from './hub-files.ts'
import { cli, hubGraph } from './ours.ts'
import { costOf, wall } from './processes.ts'

const runs = 3
const models = 100_000

interface Results {
  readonly machine: string
  /** Milliseconds of the shipped data. */
  readonly shipped: number
  /** The same files, written by a loop that does nothing else. */
  readonly floor: number
  readonly files: number
  readonly large: {
    readonly seconds: number
    readonly things: number
    readonly files: number
    readonly megabytes: number
    readonly peak: number
  }
}

async function run(): Promise<void> {
  const folder = kept('site')
  const clean = (): void => rmSync(folder, { recursive: true, force: true })
  const times: number[] = []
  for (let round = 0; round <= runs; round++) {
    clean()
    const ms = wall([cli, 'publish', folder])
    if (round > 0) times.push(ms)
    say(`shipped: ${Math.round(ms)} ms`)
  }
  const files = new Map(walk(folder).map((file) => [relative(folder, file), readFileSync(file)]))
  const floor = Array.from({ length: runs }, () => {
    clean()
    return writeAll(folder, files)
  })
  clean()
  say(`${models.toLocaleString('en')} models`)
  const { ms, peak } = await costOf([cli, 'publish', folder, '--graph', hubGraph(models)])
  const written = walk(folder)
  const bytes = written.reduce((sum, file) => sum + statSync(file).size, 0)
  const things = written.filter((file) => file.endsWith('.rdf') && !/^(?:about|class|ontology)\b/.test(relative(folder, file))).length
  clean()
  const large = { seconds: ms / 1000, things, files: written.length, megabytes: bytes / 1e6, peak }
  keepResults('publish', { machine, shipped: median(times), floor: median(floor), files: files.size, large } satisfies Results)
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )

function writeAll(folder: string, files: ReadonlyMap<string, Buffer>): number {
  const started = performance.now()
  for (const name of new Set([...files.keys()].map(dirname))) mkdirSync(join(folder, name), { recursive: true })
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  return performance.now() - started
}

function report(): string | undefined {
  const results = readResults('publish') as Results | undefined
  if (!results) return undefined
  const { shipped, floor, files, large } = results
  const rate = large.things / large.seconds
  return [
    `\`stemma publish\`, whole process, all formats of every thing included; medians of ${runs} runs. ${results.machine}.`,
    '',
    table(
      ['', 'things', 'files', 'time', 'things/s', 'peak memory'],
      [
        ['shipped data', '1,474', files.toLocaleString('en'), seconds(shipped), '', ''],
        ['the same files, written by a plain loop', '', files.toLocaleString('en'), seconds(floor), '', ''],
        [
          `hub-like records, ${models.toLocaleString('en')} models`,
          large.things.toLocaleString('en'),
          large.files.toLocaleString('en'),
          `${Math.round(large.seconds)} s`,
          String(Math.round(rate)),
          megabytes(large.peak),
        ],
      ],
    ),
    barsTable([
      { what: 'shipped data: under 3 s', figure: seconds(shipped), held: shipped < 3000 },
      { what: '100,000 models: at least 500 things a second', figure: String(Math.round(rate)), held: rate >= 500 },
    ]),
  ].join('\n')
}

export const publishBenchmark: Benchmark = { name: 'publish', title: 'The static site', run, report }
