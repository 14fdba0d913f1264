/** Every saved question about the shipped data and a sample of a real hub: Stemma, Oxigraph and rdflib give the same answers. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { prefixesFor } from '../src/model/iri.ts'
import type { Answer } from '../src/query/answer.ts'
import type { SavedQuery } from '../src/query/question.ts'
import { difference, jsonTerm, rowTexts, spelling, tripleRows, yesOrNo, type Rows } from './answers.ts'
import { barsTable, keepResults, machine, readResults, say, table, type Benchmark } from './benchmark.ts'
import { milliseconds } from './figures.ts'
import { hubSample } from './hub-dumps.ts'
import { kept } from './hub-files.ts'
import type { HubRecord } from './hub-records.ts'
import { buildArgs, graphOf, loadLibrary } from './ours.ts'
import { limit, TooSlow } from './peers/engine.ts'
import { startOxigraph } from './peers/oxigraph.ts'
import type { Answering } from './peers/process.ts'
import { startRdflib } from './peers/rdflib.ts'
import { hash } from './peers/rows.ts'
import { startJena } from './peers/tdb2.ts'
import { substituted } from './substitute.ts'

/** What a peer said to a question. */
interface Verdict {
  readonly ms?: number
  /** How it differs from Stemma's answer, or why there is none. */
  readonly trouble?: string
  /** Of an answer that differs: what others may have in common with it. */
  readonly digest?: number
}

interface Outcome {
  readonly question: string
  readonly args: string
  readonly rows: number
  readonly ms: number
  readonly peers: Readonly<Record<string, Verdict>>
}

interface Results {
  readonly machine: string
  readonly records: number
  readonly note?: string
  readonly versions: Readonly<Record<string, string>>
  readonly outcomes: readonly Outcome[]
}

/** Names to ask for, by the type of a parameter: of the sample, those that lead far. */
type Names = Readonly<Partial<Record<string, readonly string[]>>>

/** The models with most children and with the longest way up, and the most used dataset. */
function namesIn(records: readonly HubRecord[]): Names {
  const byId = new Map(records.map((record) => [record.id, record]))
  const depth = ({ base_model = [] }: HubRecord, steps = 0): number =>
    steps > 50 ? steps : Math.max(0, ...base_model.map((id) => 1 + (byId.has(id) ? depth(byId.get(id)!, steps + 1) : 0)))
  const deepest = records.reduce((best, record) => (depth(record) > depth(best) ? record : best))
  return {
    Model: [deepest.id, mostOften(records.flatMap(({ base_model }) => base_model ?? []))],
    Dataset: [mostOften(records.flatMap(({ datasets }) => datasets ?? []))],
  }
}

function mostOften(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** The arguments to ask a question with: its examples, and names of the sample where there are some of each needed type. */
function callsOf({ examples, parameters }: SavedQuery, names: Names): string[] {
  const used: string[] = []
  const own = parameters.flatMap(({ name, default: fallback, type }) => {
    const candidates = (fallback === undefined && type.kind === 'thing' && names[type.classes?.[0] ?? '']) || []
    const next = candidates.find((candidate) => !used.includes(candidate)) ?? candidates[0]
    if (next === undefined) return []
    used.push(next)
    return [`${name}=${next}`]
  })
  const given = (name: string): boolean => own.some((part) => part.startsWith(`${name}=`))
  const whole = parameters.every(({ name, default: fallback, optional }) => fallback !== undefined || optional || given(name))
  return [...new Set([...(examples.length > 0 ? examples : ['']), ...(whole && own.length > 0 ? [own.join(' ')] : [])])]
}

const argumentsOf = (call: string): Record<string, string> =>
  Object.fromEntries(
    call
      .split(' ')
      .filter(Boolean)
      .map((part) => part.split(/=(.*)/s).slice(0, 2)),
  )

function rowsOf(answer: Answer): Rows {
  if (answer.type === 'boolean') return yesOrNo(answer.value)
  if (answer.type === 'quads') return tripleRows(answer.quads)
  return answer.rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, jsonTerm(term)])))
}

/** A question without the order of its rows, which is not compared, and which rdflib cannot make where values are missing. */
const unordered = (sparql: string): string =>
  /\b(?:LIMIT|OFFSET)\b[^{}]*$/i.test(sparql) ? sparql : sparql.replace(/\bORDER\s+BY\b[^{}]*$/i, '')

/** Builds what there is: the shipped data, and the sample where there is one that can be read. */
function sources(): {
  readonly quads: string
  readonly saved: string
  readonly records: readonly HubRecord[]
  readonly note?: string
} {
  const [quads, saved] = [kept('hub-sample.nq'), kept('hub-sample.stemma')]
  const build = (named: readonly string[]) => spawnSync(process.execPath, buildArgs(named, quads, saved), { encoding: 'utf8' })
  const sample = hubSample()
  const whole = sample === undefined ? undefined : build(['shipped', sample])
  if (sample !== undefined && whole?.status === 0) {
    const lines = readFileSync(sample, 'utf8').trim().split('\n')
    return { quads, saved, records: lines.map((line) => JSON.parse(line) as HubRecord) }
  }
  const { status, stderr } = build(['shipped'])
  if (status !== 0) throw new Error(stderr)
  const note = whole
    ? `the sample cannot be read: ${whole.stderr.trim().split('\n')[0]}`
    : 'there is no sample; STEMMA_HUB_DUMPS says where its dumps are'
  return { quads, saved, records: [], note }
}

type Comparable = Answering<{ readonly ms: number; readonly rows: Rows }>
const starters: Readonly<Record<string, (file: string) => Promise<Comparable | undefined>>> = {
  oxigraph: startOxigraph,
  jena: startJena,
  rdflib: startRdflib,
}

/** The peers that the machine has, started again when one had to be ended. */
async function startPeers(quads: string) {
  const peers = new Map<string, Comparable>()
  for (const [name, start] of Object.entries(starters)) {
    const peer = await start(quads)
    if (peer) peers.set(name, peer)
    else say(`${name} is left out: there is none`)
  }
  return {
    names: [...peers.keys()],
    versions: Object.fromEntries([...peers].map(([name, { version }]) => [name, version])),
    async ask(name: string, sparql: string) {
      if (!peers.get(name)!.running()) peers.set(name, (await starters[name]!(quads))!)
      return peers.get(name)!.ask(sparql)
    },
    close: () => Promise.all([...peers.values()].map((peer) => peer.close())),
  }
}

async function run(): Promise<void> {
  const { quads, saved, records, note } = sources()
  if (note !== undefined) say(note)
  const { ask, bind, savedQueries } = await loadLibrary()
  const graph = await graphOf(saved)
  const peers = await startPeers(quads)
  const head = Object.entries(prefixesFor(graph.base)).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`)
  const names = records.length > 0 ? namesIn(records) : {}
  const outcomes: Outcome[] = []
  try {
    for (const query of savedQueries())
      for (const args of callsOf(query, names)) {
        const terms = bind(graph, query, argumentsOf(args))
        const started = performance.now()
        const ours = rowTexts(rowsOf(await ask(graph, query.sparql, terms)))
        const ms = performance.now() - started
        const text = head.join('') + unordered(substituted(query.sparql, terms))
        const verdicts: Record<string, Verdict> = {}
        for (const name of peers.names)
          try {
            const answer = await peers.ask(name, text)
            const theirs = rowTexts(answer.rows)
            const trouble = difference(ours, theirs)
            verdicts[name] = {
              ms: Math.round(answer.ms * 10) / 10,
              ...(trouble !== undefined && { trouble, digest: hash(spelling(theirs)) }),
            }
          } catch (error) {
            verdicts[name] = { trouble: error instanceof TooSlow ? `> ${limit} s` : (error as Error).message.split('\n')[0]! }
          }
        for (const [name, { trouble }] of Object.entries(verdicts))
          if (trouble !== undefined) say(`${query.name} ${args}: ${name}: ${trouble}`)
        outcomes.push({ question: query.name, args, rows: ours.length, ms: Math.round(ms * 10) / 10, peers: verdicts })
      }
  } finally {
    await peers.close()
  }
  keepResults('hub-sample', {
    machine,
    records: records.length,
    ...(note !== undefined && { note }),
    versions: peers.versions,
    outcomes,
  } satisfies Results)
}

const same = ({ trouble }: Verdict): boolean => trouble === undefined

/** Engines have faults of their own; two that share one are not expected. */
function isConfirmed(verdicts: readonly Verdict[]): boolean {
  const others = verdicts.flatMap(({ digest }) => digest ?? [])
  return verdicts.some(same) && new Set(others).size === others.length
}

function report(): string | undefined {
  const results = readResults('hub-sample') as Results | undefined
  if (!results) return undefined
  const { outcomes, versions, records, note } = results
  const names = Object.keys(versions)
  const total = (values: readonly (number | undefined)[]): string =>
    milliseconds(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  const rows = [
    ['Stemma', String(outcomes.length), '', '', '', total(outcomes.map(({ ms }) => ms))],
    ...names.map((name) => {
      const verdicts = outcomes.map(({ peers }) => peers[name] ?? { trouble: 'not asked' })
      const count = (fits: (verdict: Verdict) => boolean): string => String(verdicts.filter(fits).length)
      return [
        ...[`${name} ${versions[name]}`, String(verdicts.length), count(same), count((verdict) => verdict.digest !== undefined)],
        ...[count((verdict) => !same(verdict) && verdict.digest === undefined), total(verdicts.map((verdict) => verdict.ms))],
      ]
    }),
  ]
  const troubled = outcomes.flatMap(({ question, args, peers }) =>
    Object.entries(peers).flatMap(([name, { trouble }]) =>
      trouble === undefined ? [] : [`- \`${question} ${args}\`, ${name}: ${trouble.slice(0, 300)}`],
    ),
  )
  const confirmed = outcomes.filter(({ peers }) => isConfirmed(Object.values(peers))).length
  const bars = [
    {
      what: 'each answer is that of another engine too, and no two engines agree on another answer',
      figure: `${confirmed} of ${outcomes.length}`,
      held: confirmed === outcomes.length,
    },
  ]
  return [
    `${new Set(outcomes.map(({ question }) => question)).size} saved questions with their examples, about the shipped data${records > 0 ? ` and ${records} records of a real hub` : ''}.`,
    ...(note === undefined ? [] : [`Left out: ${note}.`]),
    results.machine + '.',
    '',
    table(['engine', 'asked', 'same answer', 'another', 'none', 'ms in all'], rows),
    ...(troubled.length > 0 ? [...troubled, ''] : []),
    barsTable(bars),
  ].join('\n')
}

export const hubSampleBenchmark: Benchmark = { name: 'hub-sample', title: 'The same answers', run, report }
