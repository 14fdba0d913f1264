/** Files of records in a folder of their own, and what is read of them as text. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, expect } from 'vitest'
import { StemmaError } from '../../../src/errors.ts'
import { nquads } from '../../../src/formats/nquads.ts'
import { quad } from '../../../src/model/claim.ts'
import { termOfKey, type StoredTerm } from '../../../src/model/term-key.ts'
import type { Batch } from '../../../src/sources/bulk/batch.ts'
import type { Summary } from '../../../src/sources/bulk/tally.ts'
import { readBatches, type BulkOptions } from '../../../src/sources/bulk.ts'
import { packageFile } from '../../../src/package-files.ts'

export const folder = mkdtempSync(join(tmpdir(), 'stemma-bulk-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The program of the workers as it is now, not as it was when the package was built. */
export const workerFile = join(folder, 'bulk-worker.cjs')
buildSync({
  entryPoints: [packageFile('src/sources/bulk/worker.ts')],
  outfile: workerFile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  define: { 'import.meta.dirname': '__dirname' },
  logLevel: 'error',
})

/** Writes a file into the folder. */
export function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Records as lines. */
export const lines = (...records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** What was read. */
export interface Read {
  readonly batches: readonly Batch[]
  readonly files: readonly string[]
  readonly summary: Summary
}

/** Reads files, in this thread unless it is said otherwise. */
export async function read(files: string | readonly string[], options: Partial<BulkOptions> = {}): Promise<Read> {
  const batches: Batch[] = []
  const of: string[] = []
  const summary = await readBatches(typeof files === 'string' ? [files] : files, {
    workers: 0,
    workerFile,
    onBatch: (batch, file) => {
      batches.push(batch)
      of.push(file)
    },
    ...options,
  })
  return { batches, files: of, summary }
}

/** The terms of a batch. */
export function termsOf({ heads, termHeads, bytes, ends }: Batch): StoredTerm[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return Array.from(termHeads, (head, number) =>
    termOfKey(heads[head]!, decoder.decode(bytes.subarray(number === 0 ? 0 : ends[number - 1], ends[number]))),
  )
}

/** The statements of batches as N-Quads, in the order in which they stand, each where it stands first. */
export function statements(batches: readonly Batch[]): string[] {
  const all = batches.flatMap((batch) => {
    const terms = termsOf(batch)
    return Array.from({ length: batch.rows.length / 4 }, (_, row) => {
      const [subject, predicate, object, graph] = Array.from(batch.rows.subarray(4 * row, 4 * row + 4), (number) => terms[number]!)
      return nquads.write([quad(subject as never, predicate as never, object as never, graph as never)], { prefixes: {} }).trimEnd()
    })
  })
  return [...new Set(all)]
}

/** The problems of batches: code, line and column, key, message. */
export const problemsIn = (batches: readonly Batch[]): unknown[][] =>
  batches.flatMap(({ problems }) =>
    problems.map(({ code, place, key, message }) => [
      code,
      [place?.line, place?.column].filter((part) => part !== undefined).join(':'),
      ...(key === undefined ? [] : [key]),
      message,
    ]),
  )

/** The codes of the problems that reading ends with, and whose failure it is. */
export async function refusal(reading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StemmaError)
  const { problems, failure } = error as StemmaError
  return [failure, ...problems.map(({ code }) => code)]
}
