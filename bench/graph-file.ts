/** A graph in a file: what opening it, holding it and asking it for one model costs, in the library and as whole processes. */
import { barsTable, keepResults, machine, readResults, say, table, type Bar, type Benchmark, type Part } from './benchmark.ts'
import { megabytes, milliseconds, times, timesOf, type Times } from './figures.ts'
import { hub, sizeName } from './hub-files.ts'
import { modelIri } from './hub-triples.ts'
import { questionsOf } from './lineage-questions.ts'
import { ancestorsArgs, hubGraph, lineageArgs } from './ours.ts'
import { costOf, inTurn, moduleArgs } from './processes.ts'

const sizes = [100_000, 2_000_000]
const runs = 10
const largest = 2_000_000

interface SizeResults {
  readonly models: number
  readonly machine: string
  readonly fileBytes: number
  readonly read: Times
  readonly open: Times
  readonly triples: number
  /** Memory of the program and the graph after all questions, in bytes. */
  readonly held: number
  readonly ancestors: number
  readonly microseconds: number
  readonly processes: { readonly bare: Times; readonly lineage: Times; readonly query: Times }
}

const child = async <T>(...args: string[]): Promise<T> =>
  JSON.parse((await costOf(['--expose-gc', ...moduleArgs('./graph-file-process.ts', ...args)])).out) as T

async function measure(models: number): Promise<SizeResults> {
  const { facts } = hub(models)
  const file = hubGraph(models)
  const iri = modelIri(facts.deepest)
  const [read, open]: [number[], number[]] = [[], []]
  let fileBytes = 0
  for (let run = 0; run < runs; run++) {
    const { ms, bytes } = await child<{ ms: number; bytes: number }>('read', file)
    read.push(ms)
    fileBytes = bytes
    open.push((await child<{ ms: number }>('open', file, iri)).ms)
  }
  const used = await child<{ triples: number; ancestors: number; microseconds: number; bytes: number }>(
    ...['use', file, iri, ...Object.values(questionsOf(facts))],
  )
  const [bare, lineage, query] = inTurn([['-e', '0'], lineageArgs(facts.deepest, file), ancestorsArgs(facts.deepest, file)], runs)
  const { bytes: held, ...rest } = used
  return {
    ...{ models, machine, fileBytes, read: timesOf(read), open: timesOf(open), held, ...rest },
    processes: { bare: bare!, lineage: lineage!, query: query! },
  }
}

const results = (): SizeResults[] => (readResults('graph-file') ?? []) as SizeResults[]

async function run(part: Part): Promise<void> {
  for (const models of part.models ?? sizes) {
    say(`a graph in a file, ${sizeName(models)}`)
    try {
      const result = await measure(models)
      keepResults(
        'graph-file',
        [...results().filter((other) => other.models !== models), result].sort((a, b) => a.models - b.models),
      )
    } catch (error) {
      say(`  is left out: ${(error as Error).message}`)
    }
  }
}

/** What one answer of a question for ancestors costs at a size, in microseconds; for the benchmark of growth. */
export function microsecondsPerAncestor(models: number): number | undefined {
  const result = results().find((other) => other.models === models)
  return result && result.microseconds / result.ancestors
}

/** What each further triple takes in memory: two sizes tell it apart from what the program itself takes. */
function bytesPerTriple(all: readonly SizeResults[]): number | undefined {
  const [small, large] = [all[0], all.at(-1)]
  return small && large && large.triples > small.triples ? (large.held - small.held) / (large.triples - small.triples) : undefined
}

function barsOf(all: readonly SizeResults[]): Bar[] {
  const large = all.find(({ models }) => models === largest)
  const perTriple = bytesPerTriple(all)
  const bar = (what: string, value: number | undefined, most: number, text: (value: number) => string): Bar => ({
    what: `${what}: at most ${text(most)}`,
    figure: value === undefined ? undefined : text(value),
    held: value !== undefined && value <= most,
  })
  return [
    bar('open and one question, beside reading the whole file', large && large.open.ms / large.read.ms, 0.5, times),
    bar('memory of a triple, terms included', perTriple, 40, (value) => `${value.toFixed(1)} bytes`),
    bar('ancestors of the deepest model, library call', large?.microseconds, 50, (value) => `${value.toFixed(1)} µs`),
    bar('`stemma lineage X --graph`, beside bare Node', large && large.processes.lineage.ms / large.processes.bare.ms, 3, times),
    bar('`stemma query ancestors --graph`, beside bare Node', large && large.processes.query.ms / large.processes.bare.ms, 5, times),
  ]
}

function report(): string | undefined {
  const all = results()
  if (all.length === 0) return undefined
  const rows = all.map(({ models, fileBytes, read, open, held, ancestors, microseconds, processes }) => [
    ...[sizeName(models), megabytes(fileBytes), milliseconds(read.ms), milliseconds(open.ms), megabytes(held)],
    `${microseconds.toFixed(1)} for ${ancestors}`,
    ...[processes.bare, processes.lineage, processes.query].map(({ ms }) => milliseconds(ms)),
  ])
  const head = [
    'models',
    'file',
    'read whole, ms',
    'open and ask, ms',
    'memory',
    'ancestors, µs',
    '`node -e 0`, ms',
    '`lineage`, ms',
    '`query`, ms',
  ]
  return [
    `Medians of ${runs} fresh processes in turn; the file is in the system's cache for both. Bars are of two million models. ${[...new Set(all.map((other) => other.machine))].join('; ')}.`,
    '',
    table(head, rows),
    barsTable(barsOf(all)),
  ].join('\n')
}

export const graphFile: Benchmark = { name: 'graph-file', title: 'A graph in a file', run, report }
