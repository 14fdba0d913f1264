/**
 * `npm run bench [-- NAME…] [--engine NAME]… [--models 1M]… [--seconds 20]`: runs the benchmarks that are named, or all, and writes
 * bench/RESULTS.md from the results of all that were ever run.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packageFile } from '../src/package-files.ts'
import type { Benchmark } from './benchmark.ts'
import { bulkBuild } from './bulk-build.ts'
import { endpointBenchmark } from './endpoint.ts'
import { firstAnswer } from './first-answer.ts'
import { graphFile } from './graph-file.ts'
import { growth } from './growth.ts'
import { sizeOf } from './hub-files.ts'
import { hubSampleBenchmark } from './hub-sample.ts'
import { publishBenchmark } from './publish.ts'
import { questionsBenchmark } from './questions.ts'
import { serverBenchmark } from './server.ts'

const benchmarks: readonly Benchmark[] = [
  firstAnswer,
  questionsBenchmark,
  bulkBuild,
  graphFile,
  growth,
  hubSampleBenchmark,
  publishBenchmark,
  serverBenchmark,
  endpointBenchmark,
]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true },
    models: { type: 'string', multiple: true },
    seconds: { type: 'string' },
    report: { type: 'boolean' },
  },
})
const unknown = positionals.filter((name) => benchmarks.every((benchmark) => benchmark.name !== name))
if (unknown.length > 0)
  throw new Error(`no such benchmark: ${unknown.join(', ')}; there are ${benchmarks.map(({ name }) => name).join(', ')}`)

const part = {
  ...(values.engine && { engines: values.engine }),
  ...(values.models && { models: values.models.map(sizeOf) }),
  ...(values.seconds !== undefined && { seconds: Number(values.seconds) }),
}
if (!values.report)
  for (const benchmark of benchmarks) if (positionals.length === 0 || positionals.includes(benchmark.name)) await benchmark.run(part)

const sections = benchmarks.flatMap((benchmark) => {
  const text = benchmark.report()
  return text === undefined ? [] : [`## ${benchmark.title}\n\n${text}`]
})
const results = `# Results\n\nWritten by \`npm run bench\`; the figures behind the tables are in \`bench/results\`.\n\n${sections.join('\n')}`
writeFileSync(packageFile('bench/RESULTS.md'), results)
process.stdout.write(results)
