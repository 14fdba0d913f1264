/**
 * `json-parse.ts FILE`: the least that a build of records can take. Two workers read the lines of a file and parse each as JSON, and
 * do nothing with it; says how many there were and how long it took in ms, the start of the workers aside.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { eachLine } from '../lines.ts'

const workers = 2

/** The bytes of a file whose lines a worker parses. */
interface Stretch {
  readonly file: string
  readonly start: number
  readonly end: number
}

const answer = async (worker: ChildProcess): Promise<unknown> => ((await once(worker, 'message')) as [unknown])[0]

async function parent(file: string): Promise<void> {
  const size = statSync(file).size
  const cut = (index: number): number => Math.floor((size * index) / workers)
  const forked = Array.from({ length: workers }, () => fork(import.meta.filename, ['worker']))
  await Promise.all(forked.map(answer))
  const started = performance.now()
  const counts = forked.map(answer)
  for (const [index, worker] of forked.entries()) worker.send({ file, start: cut(index), end: cut(index + 1) } satisfies Stretch)
  const records = ((await Promise.all(counts)) as number[]).reduce((sum, count) => sum + count)
  process.stdout.write(JSON.stringify({ records, ms: performance.now() - started }))
}

function worker(): void {
  process.once('message', ({ file, start, end }: Stretch) => {
    let records = 0
    const count = (line: string): void => {
      if (typeof JSON.parse(line) === 'object') records++
    }
    eachLine(file, count, start, end)
    process.send!(records)
    process.disconnect()
  })
  process.send!('ready')
}

if (process.argv[2] === 'worker') worker()
else await parent(process.argv[2]!)
