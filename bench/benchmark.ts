/** What a benchmark is, and where its results are kept. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { packageFile } from '../src/package-files.ts'

/** What of a benchmark to run; all of it where nothing is named. */
export interface Part {
  readonly engines?: readonly string[]
  readonly models?: readonly number[]
  readonly seconds?: number
}

/** One benchmark: its results are kept as JSON, so that any part can be run again by itself. */
export interface Benchmark {
  readonly name: string
  readonly title: string
  run(part: Part): Promise<void>
  /** Its section of bench/RESULTS.md, from what is kept; undefined while nothing is. */
  report(): string | undefined
}

const fileOf = (name: string): string => packageFile(`bench/results/${name}.json`)

/** The results of a benchmark that were kept last. */
export function readResults(name: string): unknown {
  const file = fileOf(name)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined
}

/** Keeps the results of a benchmark. */
export function keepResults(name: string, results: unknown): void {
  mkdirSync(packageFile('bench/results'), { recursive: true })
  writeFileSync(fileOf(name), `${JSON.stringify(results, null, 2)}\n`)
}

/** On what, and with which Node, something was measured. */
export const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]!.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`

/** Says what is going on. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** A bar and whether it holds. */
export interface Bar {
  readonly what: string
  /** What was measured; undefined while that is not known. */
  readonly figure: string | undefined
  readonly held: boolean | undefined
}

const verdicts = new Map<boolean | undefined, string>([
  [true, 'held'],
  [false, '**missed**'],
  [undefined, 'not measured'],
])

/** Bars as a table. */
export const barsTable = (bars: readonly Bar[]): string =>
  table(
    ['bar', 'measured', ''],
    bars.map(({ what, figure, held }) => [what, figure ?? '', verdicts.get(figure === undefined ? undefined : held)!]),
  )

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
