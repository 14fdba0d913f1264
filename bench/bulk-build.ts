/** A hub of records built into a graph, beside the least that it can take and beside a writer of triples alone. */
import { rmSync } from 'node:fs'
import { barsTable, keepResults, machine, readResults, say, table, type Bar, type Benchmark, type Part } from './benchmark.ts'
import { median, megabytes, seconds, times } from './figures.ts'
import { hub, kept, sizeName } from './hub-files.ts'
import { buildArgs } from './ours.ts'
import { costOf, moduleArgs } from './processes.ts'

const sizes = [100_000, 1_000_000, 2_000_000]
const runs = 3
/** The bars: times the floor and MB at two millions, and how much faster than n3's Writer at one. */
const bars = { floor: 7, memory: 900, writer: 3 }

/** What was taken of one program, its run with the middle time. */
interface Figure {
  readonly ms: number
  readonly peak: number
  readonly note?: string
}

type Program = 'floor' | 'n3' | 'graph' | 'triples'

interface SizeResults {
  readonly models: number
  readonly machine: string
  readonly figures: Partial<Record<Program, Figure>>
}

const out = (name: string): string => kept(`built-${name}`)

/** What is run, by what it is called in results; those of peers say of themselves what they took. */
const programs: Readonly<Record<Program, { readonly title: string; readonly args: (records: string) => string[] }>> = {
  floor: { title: 'read and JSON.parse the lines on two workers', args: (records) => moduleArgs('./peers/json-parse.ts', records) },
  n3: {
    title: "n3's Writer: read, parse, map, write N-Triples",
    args: (records) => moduleArgs('./peers/n3-writer.ts', records, out('n3.nt')),
  },
  graph: { title: 'Stemma: `.stemma` and Turtle', args: (records) => buildArgs([records], out('graph.stemma'), out('graph.ttl')) },
  triples: { title: 'Stemma: N-Triples', args: (records) => buildArgs([records], out('graph.nt')) },
}
const order = Object.keys(programs) as Program[]
/** Where a figure is not asked for. */
const limits: Partial<Record<Program, number>> = { n3: 1_000_000, triples: 1_000_000 }

async function figureOf(program: Program, records: string): Promise<Figure> {
  const costs: Figure[] = []
  for (let run = 0; run < runs; run++) {
    const { ms, peak, out: said } = await costOf(programs[program].args(records))
    const own =
      program === 'floor' || program === 'n3'
        ? (JSON.parse(said) as { ms: number; version?: string; triples?: number; writingMs?: number })
        : undefined
    costs.push({
      ms: Math.round(own?.ms ?? ms),
      peak,
      ...(own?.version !== undefined && {
        note: `n3 ${own.version}, ${own.triples} triples, ${seconds(own.writingMs!)} of it in the Writer`,
      }),
    })
  }
  const middle = median(costs.map(({ ms }) => ms))
  return costs.find(({ ms }) => ms === middle)!
}

const results = (): SizeResults[] => (readResults('bulk-build') ?? []) as SizeResults[]

async function run(part: Part): Promise<void> {
  for (const models of part.models ?? sizes) {
    const { records } = hub(models)
    const before = results().find((other) => other.models === models)
    const figures: Partial<Record<Program, Figure>> = { ...before?.figures }
    for (const program of order) {
      if (models > (limits[program] ?? Infinity) || !(part.engines?.includes(program) ?? true)) continue
      say(`${programs[program].title}, ${sizeName(models)}`)
      try {
        figures[program] = await figureOf(program, records)
        say(`  ${seconds(figures[program].ms)}, ${megabytes(figures[program].peak)}`)
      } catch (error) {
        say(`  is left out: ${(error as Error).message}`)
      }
    }
    for (const file of ['n3.nt', 'graph.stemma', 'graph.ttl', 'graph.nt']) rmSync(out(file), { force: true })
    const others = results().filter((other) => other.models !== models)
    keepResults(
      'bulk-build',
      [...others, { models, machine, figures }].sort((a, b) => a.models - b.models),
    )
  }
}

/** What a build took at a size, for the benchmark of growth. */
export const buildFigure = (models: number): Figure | undefined => results().find((other) => other.models === models)?.figures.graph

function barsOf(all: readonly SizeResults[]): Bar[] {
  const at = (models: number): Partial<Record<Program, Figure>> => all.find((other) => other.models === models)?.figures ?? {}
  const [one, two] = [at(1_000_000), at(2_000_000)]
  const ratio = (above: Figure | undefined, below: Figure | undefined): number | undefined =>
    above && below ? above.ms / below.ms : undefined
  const [toFloor, toWriter] = [ratio(two.graph, two.floor), ratio(one.n3, one.triples)]
  const memory = two.graph && two.graph.peak / 2 ** 20
  return [
    {
      what: `2M to \`.stemma\` and Turtle: at most ${bars.floor} times the parsing alone`,
      figure: toFloor && times(toFloor),
      held: toFloor && toFloor <= bars.floor,
    },
    {
      what: `the same: at most ${bars.memory} MB`,
      figure: memory && `${memory.toFixed(0)} MB`,
      held: memory && memory <= bars.memory,
    },
    {
      what: `1M to N-Triples: at least ${bars.writer} times faster than n3's Writer`,
      figure: toWriter && times(toWriter),
      held: toWriter && toWriter >= bars.writer,
    },
  ].map(({ what, figure, held }) => ({ what, figure: figure || undefined, held: typeof held === 'boolean' ? held : undefined }))
}

function report(): string | undefined {
  const all = results()
  if (all.length === 0) return undefined
  const rows = all.flatMap(({ models, figures }) =>
    order.flatMap((program) => {
      const figure = figures[program]
      return figure ? [[sizeName(models), programs[program].title, seconds(figure.ms), megabytes(figure.peak), figure.note ?? '']] : []
    }),
  )
  return [
    `The middle of ${runs} runs. Stemma's are whole processes, claims and checks included; the peers' times leave their start out. ${[...new Set(all.map((other) => other.machine))].join('; ')}.`,
    '',
    table(['models', 'program', 'time', 'peak memory', ''], rows),
    barsTable(barsOf(all)),
  ].join('\n')
}

export const bulkBuild: Benchmark = { name: 'bulk-build', title: 'Building from millions of records', run, report }
