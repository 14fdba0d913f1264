/** The SPARQL endpoint under load, beside others: how soon light questions are answered while heavy ones run to their limit, and what breaks. */
import { loadavg } from 'node:os'
import { barsTable, keepResults, machine, readResults, say, table, type Benchmark, type Part } from './benchmark.ts'
import type { Load, Outcome, Side } from './endpoint-clients.ts'
import { heavy, light } from './endpoint-questions.ts'
import { megabytes, median, milliseconds } from './figures.ts'
import { sizeName } from './hub-files.ts'
import { askLineage, type Lineage } from './endpoint-lineage.ts'
import { heldMemory } from './memory.ts'
import { httpEndpoints } from './peers/http-endpoint.ts'
import { costOf, moduleArgs } from './processes.ts'

const [clients, heavyOneIn, questionSeconds] = [64, 10, 5]
const size = 20_000
const lineageSize = 1_000_000
const [longest, peersLongest] = [300, 60]
/** How many texts a kind of heavy question has. */
const heavyTexts = 1e9
/** Of the time, the first part is not looked at: then everything has been made that is made once. */
const warmShare = 0.2
const bars = { light: 250, growth: 1.1, lineage: 15 }
/** What a server may say to those whom it cannot serve; S1T00 is how Virtuoso says that the time is up. */
const stated = /^(?:429|503|504|500 Virtuoso S1T00)\b/

/** What came of the load on one server. */
interface Run extends Outcome {
  readonly engine: string
  readonly version: string
  readonly models: number
  readonly seconds: number
  readonly machine: string
  /** What else the machine had to do when it began: processes that wanted a core, on the average of a minute. */
  readonly load: number
  /** Memory of all processes of the server, medians in bytes: after it was warm, and at the end. */
  readonly warm: number
  readonly end: number
  /** How long `ASK {}` took when all clients had left, in ms; nothing where there was no answer. */
  readonly askMs?: number
}

interface Results {
  readonly runs: readonly Run[]
  readonly lineage?: Lineage
}

const kept = (): Results => (readResults('endpoint') ?? { runs: [] }) as Results

async function load(engine: string, models: number, seconds: number): Promise<Run | undefined> {
  const { name, missing, start } = httpEndpoints[engine]!
  const load1 = Math.round(loadavg()[0]! * 10) / 10
  const server = await start(models, questionSeconds, clients)
  if (!server) {
    say(`  ${name} is left out: ${missing}`)
    return undefined
  }
  const { version, pid, address, saved } = server
  const memory: number[] = []
  const watch = setInterval(() => memory.push(heldMemory(pid)), 250)
  try {
    const plan: Load = {
      ...{ address, ...(saved !== undefined && { saved }), models, clients, seconds, warm: seconds * warmShare },
      ...{ heavyOneIn, heavyTexts, patience: 30 },
    }
    const { out } = await costOf(moduleArgs('./endpoint-clients.ts', JSON.stringify(plan)))
    clearInterval(watch)
    const part = Math.max(1, Math.floor(memory.length * warmShare))
    const askMs = await stillAnswers(address)
    return {
      ...{ engine, version, models, seconds, machine, load: load1, ...(JSON.parse(out) as Outcome) },
      ...{ warm: median(memory.slice(part, 2 * part)), end: median(memory.slice(-part)), ...(askMs !== undefined && { askMs }) },
    }
  } finally {
    clearInterval(watch)
    await server.stop()
  }
}

async function stillAnswers(address: string): Promise<number | undefined> {
  const asked = performance.now()
  const url = new URL(address)
  url.searchParams.set('query', 'ASK {}')
  try {
    const response = await fetch(url, { headers: { Accept: 'application/sparql-results+json' }, signal: AbortSignal.timeout(10_000) })
    // Virtuoso answers it as rows.
    await response.json()
    return response.ok ? performance.now() - asked : undefined
  } catch {
    return undefined
  }
}

async function run(part: Part): Promise<void> {
  const names = part.engines ?? [...Object.keys(httpEndpoints), 'lineage']
  for (const models of part.models ?? [size])
    for (const name of names.filter((each) => each in httpEndpoints)) {
      const seconds = name === 'stemma' ? (part.seconds ?? longest) : Math.min(part.seconds ?? longest, peersLongest)
      say(`${httpEndpoints[name]!.name}, ${sizeName(models)}, ${seconds} s`)
      try {
        const result = await load(name, models, seconds)
        if (!result) continue
        keepResults('endpoint', { ...kept(), runs: replaced(result) } satisfies Results)
        say(told(result).join('\n'))
      } catch (error) {
        say(`  ${httpEndpoints[name]!.name} is left out: ${(error as Error).message}`)
      }
    }
  if (!names.includes('lineage')) return
  say(`lineage over HTTP, ${sizeName(lineageSize)}`)
  const lineage = await askLineage(lineageSize, questionSeconds)
  keepResults('endpoint', { ...kept(), lineage } satisfies Results)
}

/** All runs, the new one in place of an earlier one of the same server and size. */
function replaced(run: Run): Run[] {
  const order = Object.keys(httpEndpoints)
  return [...kept().runs.filter(({ engine, models }) => engine !== run.engine || models !== run.models), run].sort(
    (a, b) => a.models - b.models || order.indexOf(a.engine) - order.indexOf(b.engine),
  )
}

const total = ({ outcomes }: Side, fits: (how: string) => boolean): number =>
  Object.entries(outcomes).reduce((sum, [how, count]) => (fits(how) ? sum + count : sum), 0)

const errorsOf = (run: Run): number => total(run.light, isError) + total(run.heavy, isError)
const isError = (how: string): boolean => how !== '200' && !stated.test(how)

/** How the questions ended, most frequent first. */
const told = (run: Run): string[] =>
  (['light', 'heavy'] as const).map((side) => {
    const outcomes = Object.entries(run[side].outcomes).sort(([, a], [, b]) => b - a)
    const texts = outcomes.map(([how, count]) => `${count.toLocaleString('en')} × \`${how}\``)
    return `- ${httpEndpoints[run.engine]!.name}, ${sizeName(run.models)}, ${side}: ${texts.join(', ')}`
  })

function report(): string | undefined {
  const { runs, lineage } = kept()
  if (runs.length === 0) return undefined
  const rows = runs.map((run) => [
    `${httpEndpoints[run.engine]!.name} ${run.version}`,
    ...[sizeName(run.models), `${run.seconds} s`, run.perSecond.toFixed(1)],
    ...[run.light.p50, run.light.p99, run.light.max].map(milliseconds),
    ...[total(run.heavy, () => true), errorsOf(run)].map((count) => count.toLocaleString('en')),
    ...[megabytes(run.warm), megabytes(run.end), run.askMs === undefined ? 'no answer' : `${milliseconds(run.askMs)} ms`, String(run.load)],
  ])
  const ours = runs.findLast(({ engine }) => engine === 'stemma')
  return [
    `${clients} clients on loopback, each of which asks again as soon as it has its answer, from a process beside the server on the same machine. One`,
    `question in ${heavyOneIn} is heavy (${Object.keys(heavy).join('; ')}), each text another; the others are light`,
    `(${Object.keys(light).join('; ')}; of Stemma the saved question for ancestors too), about models at random. A question may take`,
    `${questionSeconds} s. Times are in ms, until the last byte, of all light questions that were answered or refused, after the first fifth; memory is that`,
    'of all processes of the server, medians of the second and of the last fifth. An error is all but an answer, 429, 503 and 504.',
    `${[...new Set(runs.map((each) => each.machine))].join('; ')}.`,
    '',
    table(
      [
        ...['server', 'models', 'time', 'requests/s', 'light p50', 'light p99', 'light longest', 'heavy', 'errors'],
        ...['memory when warm', 'at the end', '`ASK {}` after', 'load'],
      ],
      rows,
    ),
    ...runs.flatMap(told),
    '',
    ...(lineage ? [lineageText(lineage), ''] : []),
    barsTable([
      {
        what: `${clients} clients for ${longest / 60} minutes: no error but 429, 503 and 504, and answers afterwards`,
        figure: ours && `${errorsOf(ours)} errors in ${ours.seconds} s`,
        held: ours && errorsOf(ours) === 0 && ours.askMs !== undefined && ours.seconds >= longest,
      },
      {
        what: `light questions meanwhile: p99 under ${bars.light} ms, none refused`,
        figure: ours && `${milliseconds(ours.light.p99)} ms, ${total(ours.light, (how) => how !== '200')} refused`,
        held: ours && ours.light.p99 < bars.light && total(ours.light, (how) => how !== '200') === 0,
      },
      {
        what: `memory after warming up: at most ${bars.growth.toFixed(2)} times at the end`,
        figure: ours && `${(ours.end / ours.warm).toFixed(2)} times`,
        held: ours && ours.end <= bars.growth * ours.warm,
      },
      {
        what: `a lineage question over HTTP at ${sizeName(lineageSize)}: p50 under ${bars.lineage} ms`,
        figure: lineage && `${milliseconds(lineage.sparql.p50)} ms`,
        held: lineage && lineage.sparql.p50 < bars.lineage,
      },
    ]),
  ].join('\n')
}

const lineageText = ({ models, asked, sparql, saved }: Lineage): string =>
  `One client, ${asked.toLocaleString('en')} ancestors of models at random in turn, ${sizeName(models)} models: p50 ${milliseconds(sparql.p50)} ms, p99 ${milliseconds(sparql.p99)} ms; by the saved question p50 ${milliseconds(saved.p50)} ms, p99 ${milliseconds(saved.p99)} ms.`

export const endpointBenchmark: Benchmark = { name: 'endpoint', title: 'The SPARQL endpoint under load', run, report }
