/**
 * The figures of README and docs: whole processes beside a bare Node, and a build inside its process, each the median of
 * ten runs in turn. Writes bench/RESULTS.md.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { packageFile } from '../src/package-files.ts'

const runs = 10
const cli = packageFile('dist/stemma.cjs')
const data = packageFile('data')

/** What is run, and at most how many times as long as bare Node it may take. */
const commands: readonly (readonly [name: string, args: readonly string[], bar?: number])[] = [
  ['node -e 0', ['-e', '0']],
  ['stemma lineage sparrow', [cli, 'lineage', 'sparrow'], 1.6],
  ['stemma show chinchilla', [cli, 'show', 'chinchilla']],
  ['stemma why mt-nlg', [cli, 'why', 'mt-nlg']],
  ['stemma conflicts', [cli, 'conflicts']],
  ['stemma query ancestors model=sparrow', [cli, 'query', 'ancestors', 'model=sparrow'], 7],
  ['stemma query scores benchmark=mmlu', [cli, 'query', 'scores', 'benchmark=mmlu']],
  ['stemma export', [cli, 'export']],
]

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

function wall(args: readonly string[]): number {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.toString()}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** `stemma build data`, in milliseconds as it counts them itself: start-up aside, reading, parsing, checking, collecting. */
function insideBuild(): number {
  const { stderr } = spawnSync(process.execPath, [cli, 'build', data], { encoding: 'utf8' })
  return Number(/time\s+([\d.]+) s/.exec(stderr)![1]) * 1000
}

for (const [, args] of commands) wall(args)
const times = commands.map((): number[] => [])
for (let run = 0; run < runs; run++) for (const [index, [, args]] of commands.entries()) times[index]!.push(wall(args))
const builds = Array.from({ length: runs }, insideBuild)
const bare = median(times[0]!)

const rows = commands.map(([name, , bar], index) => {
  const time = median(times[index]!)
  const ratio = time / bare
  return `| \`${name}\` | ${time.toFixed(0)} | ${Math.min(...times[index]!).toFixed(0)} – ${Math.max(...times[index]!).toFixed(0)} | ${ratio.toFixed(2)} | ${bar === undefined ? '' : `${bar} ${ratio <= bar ? '(held)' : '(missed)'}`} |`
})
const buildTime = median(builds)
const report = `# Results

Made by \`npm run bench\`: ${runs} runs of each in turn after one that is not counted, medians; Node ${process.versions.node} on ${cpus().length} cores
(${cpus()[0]!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB). The peer of each whole process is \`node -e 0\` of the same run.

| whole process | median ms | min – max | times bare Node | bar |
|---|---|---|---|---|
${rows.join('\n')}

| inside the process | median ms | min – max | bar |
|---|---|---|---|
| build of \`data/\` from YAML, start-up aside | ${buildTime.toFixed(0)} | ${Math.min(...builds).toFixed(0)} – ${Math.max(...builds).toFixed(0)} | 250 ${buildTime <= 250 ? '(held)' : '(missed)'} |
`
writeFileSync(packageFile('bench/RESULTS.md'), report)
process.stdout.write(report)
