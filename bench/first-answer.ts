/** What the first answer costs: whole processes over the shipped data beside a bare Node, and a build of that data inside its process. */
import { spawnSync } from 'node:child_process'
import { packageFile } from '../src/package-files.ts'
import { barsTable, keepResults, machine, readResults, say, table, type Benchmark } from './benchmark.ts'
import { timesOf, type Times } from './figures.ts'
import { ancestorsArgs, cli, lineageArgs } from './ours.ts'
import { inTurn } from './processes.ts'

const runs = 10
const data = packageFile('data')
const buildBar = 250

/** What is run, and at most how many times as long as bare Node it may take. */
const commands: readonly (readonly [name: string, args: readonly string[], bar?: number])[] = [
  ['node -e 0', ['-e', '0']],
  ['stemma lineage sparrow', lineageArgs('sparrow'), 1.6],
  ['stemma show chinchilla', [cli, 'show', 'chinchilla']],
  ['stemma why mt-nlg', [cli, 'why', 'mt-nlg']],
  ['stemma conflicts', [cli, 'conflicts']],
  ['stemma query ancestors model=sparrow', ancestorsArgs('sparrow'), 4],
  ['stemma query scores benchmark=mmlu', [cli, 'query', 'scores', 'benchmark=mmlu']],
  ['stemma export', [cli, 'export']],
]

interface Results {
  readonly machine: string
  readonly processes: Readonly<Record<string, Times>>
  readonly build: Times
}

/** `stemma build data`, in milliseconds as it counts them itself: start-up aside, reading, parsing, checking, collecting. */
function insideBuild(): number {
  const { stderr } = spawnSync(process.execPath, [cli, 'build', data], { encoding: 'utf8' })
  return Number(/time\s+([\d.]+) s/.exec(stderr)![1]) * 1000
}

async function run(): Promise<void> {
  say('whole processes over the shipped data')
  const times = inTurn(
    commands.map(([, args]) => args),
    runs,
  )
  const processes = Object.fromEntries(commands.map(([name], index) => [name, times[index]!]))
  say('builds of the shipped data')
  const build = timesOf(Array.from({ length: runs }, insideBuild))
  keepResults('first-answer', { machine, processes, build } satisfies Results)
}

const range = ({ min, max }: Times): string => `${min.toFixed(0)} – ${max.toFixed(0)}`

function report(): string | undefined {
  const results = readResults('first-answer') as Results | undefined
  if (!results) return undefined
  const { processes, build } = results
  const ratio = (name: string): number => processes[name]!.ms / processes[commands[0]![0]]!.ms
  const measured = commands.filter(([name]) => processes[name])
  const rows = measured.map(([name]) => [`\`${name}\``, processes[name]!.ms.toFixed(0), range(processes[name]!), ratio(name).toFixed(2)])
  const bars = measured.flatMap(([name, , bar]) =>
    bar === undefined
      ? []
      : [{ what: `\`${name}\`: at most ${bar} times bare Node`, figure: ratio(name).toFixed(2), held: ratio(name) <= bar }],
  )
  return [
    `${runs} runs of each in turn after one that is not counted, medians. ${results.machine}.`,
    '',
    table(['whole process', 'median ms', 'min – max', 'times bare Node'], rows),
    table(['inside the process', 'median ms', 'min – max'], [['build of `data/`, start-up aside', build.ms.toFixed(0), range(build)]]),
    barsTable([
      ...bars,
      { what: `build of \`data/\`: at most ${buildBar} ms`, figure: `${build.ms.toFixed(0)} ms`, held: build.ms <= buildBar },
    ]),
  ].join('\n')
}

export const firstAnswer: Benchmark = { name: 'first-answer', title: 'The first answer', run, report }
