/** The same questions to Stemma and to three other engines, all with the same triples. */
import { loadavg } from 'node:os'
import { barsTable, keepResults, machine, readResults, say, table, type Bar, type Benchmark, type Part } from './benchmark.ts'
import { megabytes, milliseconds, seconds, timesOf, type Times } from './figures.ts'
import { hub, sizeName } from './hub-files.ts'
import { asked, questions, questionsOf, type Question } from './lineage-questions.ts'
import { hubGraph, hubTriples } from './ours.ts'
import { limit, TooSlow, type Engine, type Peer } from './peers/engine.ts'
import { oxigraph } from './peers/oxigraph.ts'
import { stemma } from './peers/stemma.ts'
import { tdb2 } from './peers/tdb2.ts'
import { virtuoso } from './peers/virtuoso.ts'

const engines: Readonly<Record<string, Peer>> = { stemma, oxigraph, tdb2, virtuoso }
const sizes = [100_000, 1_000_000, 2_000_000]
/** What an engine cannot hold. */
const tooMany: Readonly<Record<string, number>> = { oxigraph: 2_000_000 }

/** How often to ask: until it is warm, then for the figure. */
const warm = { runs: 20, ms: 4000 }
const counted = { least: 5, most: 25, ms: 1500 }

/** What came of a question: times and rows, or why there are none. */
type Outcome = (Times & { readonly cpu: number; readonly rows: number; readonly digest: number }) | { readonly failed: string }

/** What an engine answered about a hub of one size. */
interface Run {
  readonly engine: string
  readonly models: number
  readonly machine: string
  /** What else the machine had to do when it began: processes that wanted a core, on the average of a minute. */
  readonly load: number
  readonly version: string
  /** Nothing where the file had been loaded by an earlier run. */
  readonly loadMs?: number
  /** The largest memory of its processes, in bytes. */
  readonly peak: number
  readonly answers: Readonly<Partial<Record<Question, Outcome>>>
}

async function timed(engine: Engine, sparql: string): Promise<Outcome> {
  const started = performance.now()
  const passed = (): number => performance.now() - started
  try {
    // One that takes long is no faster for being asked again.
    for (let run = 0; run < warm.runs && (run === 0 || passed() < warm.ms); run++) await engine.ask(sparql)
    const times: number[] = []
    let [computed, reply] = [0, { rows: 0, digest: 0 }]
    const start = passed()
    while (times.length < counted.least || (times.length < counted.most && passed() - start < counted.ms)) {
      const { ms, cpu, ...answer } = await engine.ask(sparql)
      times.push(ms)
      computed += cpu
      reply = answer
    }
    // A mean, since some engines are told what they computed in ticks of 10 ms.
    return { ...timesOf(times), cpu: Math.round((computed / times.length) * 100) / 100, ...reply }
  } catch (error) {
    return { failed: error instanceof TooSlow ? `> ${limit} s` : (error as Error).message }
  }
}

async function runEngine(name: string, models: number): Promise<Run | undefined> {
  const peer = engines[name]!
  const load = (): Promise<Engine | undefined> => peer.load(peer === stemma ? hubGraph(models) : hubTriples(models))
  let engine = await load()
  if (!engine) {
    say(`  ${peer.name} is left out: ${peer.missing}`)
    return undefined
  }
  const loaded = engine
  const load1 = Math.round(loadavg()[0]! * 10) / 10
  const answers: Partial<Record<Question, Outcome>> = {}
  let peak = 0
  try {
    for (const [question, sparql] of Object.entries(questionsOf(hub(models).facts))) {
      if (!engine.running()) engine = (await load())!
      const outcome = await timed(engine, sparql)
      peak = Math.max(peak, engine.peak())
      answers[question as Question] = outcome
      say(`  ${question}: ${'failed' in outcome ? outcome.failed : `${milliseconds(outcome.ms)} ms, ${outcome.rows} rows`}`)
    }
  } finally {
    await engine.close()
  }
  const { version, loadMs } = loaded
  return { engine: name, models, machine, load: load1, version, ...(loadMs !== undefined && { loadMs: Math.round(loadMs) }), peak, answers }
}

const kept = (): Run[] => (readResults('questions') ?? []) as Run[]

/** Keeps a run in place of an earlier one of the same engine and size, whose loading it may have profited from. */
function keep(run: Run): void {
  const same = ({ engine, models }: Run): boolean => engine === run.engine && models === run.models
  const before = kept().find(same)
  const order = Object.keys(engines)
  const runs = [...kept().filter((other) => !same(other)), { ...(before?.loadMs !== undefined && { loadMs: before.loadMs }), ...run }]
  runs.sort((a, b) => a.models - b.models || order.indexOf(a.engine) - order.indexOf(b.engine))
  keepResults('questions', runs)
}

async function run(part: Part): Promise<void> {
  for (const models of part.models ?? sizes)
    for (const name of part.engines ?? Object.keys(engines)) {
      if (models >= (tooMany[name] ?? Infinity) && !part.engines) continue
      say(`${engines[name]!.name}, ${sizeName(models)}`)
      try {
        const result = await runEngine(name, models)
        if (result) keep(result)
      } catch (error) {
        say(`  ${engines[name]!.name} is left out: ${(error as Error).message}`)
      }
    }
}

const answered = (outcome: Outcome | undefined): Exclude<Outcome, { failed: string }> | undefined =>
  outcome && !('failed' in outcome) ? outcome : undefined

/** The digest that most engines agree on; one alone is agreed with itself. */
function agreed(runs: readonly Run[], question: Question): number | undefined {
  const digests = runs.flatMap(({ answers }) => answered(answers[question])?.digest ?? [])
  const votes = (digest: number): number => digests.filter((other) => other === digest).length
  return digests.sort((a, b) => votes(b) - votes(a))[0]
}

function sizeTable(models: number): string {
  const runs = kept().filter((other) => other.models === models)
  const cell = (run: Run, question: Question): string => {
    const outcome = run.answers[question]
    if (!outcome) return ''
    if ('failed' in outcome) return outcome.failed
    const right = outcome.digest === agreed(runs, question)
    return `${milliseconds(outcome.ms)} (${milliseconds(outcome.cpu)})${right ? '' : ` wrong: ${outcome.rows} rows`}`
  }
  const rows = runs.map((run) => [
    `${engines[run.engine]!.name} ${run.version}`,
    ...questions.map((question) => cell(run, question)),
    run.loadMs === undefined ? '' : seconds(run.loadMs),
    megabytes(run.peak),
    String(run.load),
  ])
  const right = questions.map((question) => {
    const one = runs.map(({ answers }) => answered(answers[question])).find((outcome) => outcome?.digest === agreed(runs, question))
    return one ? String(one.rows) : ''
  })
  return table(['engine', ...questions, 'loading', 'peak memory', 'load'], [...rows, ['*rows*', ...right, '', '', '']])
}

/** Stemma's bars: faster than a peer, or within some times of it, question by question. */
function barsAgainst(peer: string, models: number, allowed: (question: Question, ours: number) => number): Bar[] {
  const runs = kept().filter((other) => other.models === models)
  const [ours, theirs] = ['stemma', peer].map((name) => runs.find(({ engine }) => engine === name))
  return questions
    .filter((question) => question !== 'q4c')
    .map((question) => {
      const [a, b] = [answered(ours?.answers[question]), answered(theirs?.answers[question])]
      const late = theirs?.answers[question] !== undefined && !b
      const factor = a ? allowed(question, a.ms) : 1
      const right = a?.digest === agreed(runs, question)
      return {
        what: `${question} at ${sizeName(models)}: ${factor === 1 ? 'faster than' : factor === Infinity ? 'may tie with' : `within ${factor} times of`} ${engines[peer]!.name}`,
        figure: a && theirs ? `${milliseconds(a.ms)} ms beside ${b ? `${milliseconds(b.ms)} ms` : 'no answer'}` : undefined,
        held: a && right && (late || a.ms < factor * b!.ms),
      }
    })
}

function absoluteBar(question: Question, models: number, bar: number): Bar {
  const ours = answered(kept().find((other) => other.engine === 'stemma' && other.models === models)?.answers[question])
  return {
    what: `${question} at ${sizeName(models)}: under ${bar} ms`,
    figure: ours && `${milliseconds(ours.ms)} ms`,
    held: ours && ours.ms < bar,
  }
}

function report(): string | undefined {
  const runs = kept()
  if (runs.length === 0) return undefined
  const embedded = (question: Question, ours: number): number => (question === 'q2' && ours < 5 ? Infinity : 1)
  const bars = [
    ...barsAgainst('oxigraph', 1_000_000, embedded),
    ...barsAgainst('tdb2', 1_000_000, embedded),
    ...barsAgainst('virtuoso', 1_000_000, (question) => (['q1', 'q3', 'q4'].includes(question) ? 1 : 3)),
    absoluteBar('q2', 2_000_000, 10),
    absoluteBar('q4', 2_000_000, 150),
  ]
  const measured = [...new Set(runs.map((other) => other.models))]
  return [
    `Medians of at least ${counted.least} warm runs in ms, until each value of each row has been read (of Virtuoso: until its text has come over`,
    `loopback); no question may take longer than ${limit} s. In parentheses what the engine's process computed for it on all its threads, which is`,
    'the surer figure where the machine had other work (load: how many processes wanted its cores). An answer is wrong when it is not what most',
    `engines say. ${[...new Set(runs.map((other) => other.machine))].join('; ')}.`,
    '',
    ...questions.map((question) => `- ${question}: ${asked[question]}`),
    '',
    ...measured.flatMap((models) => [`${sizeName(models)} models:`, '', sizeTable(models)]),
    barsTable(bars),
  ].join('\n')
}

export const questionsBenchmark: Benchmark = { name: 'questions', title: 'Questions of lineage in SPARQL', run, report }
