/** The process that answers falls after the file of its graph was replaced: it answers out of no graph but the one that is served. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StemmaError } from '../../../src/errors.ts'
import { fingerprint } from '../../../src/graph/file/fingerprint.ts'
import { saveGraph } from '../../../src/graph/saved.ts'
import { packageFile } from '../../../src/package-files.ts'
import { openProcessPool } from '../../../src/publish/endpoint/process-pool.ts'
import { graphOf } from '../../graph-of.ts'
import { until } from '../server/served.ts'

const fall = 'FALL'
const limits = {
  ...{ workers: 2, timeMs: 10_000, slowMs: 1000, waitMs: 10_000, waiting: 9, shareMs: 0, atATime: 9 },
  ...{ rows: 9, bytes: 1e6, heapMb: 256, memoryMb: 2048 },
}

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stemma-other-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('another graph is refused, and tried again until it is the one that is served', { timeout: 30_000 }, async () => {
  const saved = (id: string): string => {
    const file = join(folder, `${id}.stemma`)
    saveGraph(graphOf(`id: ${id}\nsource: paper\nname: ${id}`), file)
    return file
  }
  const file = join(folder, 'graph.stemma')
  renameSync(saved('first'), file)
  const program = join(folder, 'process.cjs')
  const real = packageFile('dist/endpoint-process.cjs')
  writeFileSync(
    program,
    `process.on('message', ({ question }) => question?.sparql === '${fall}' && process.exit(1))\nrequire(${JSON.stringify(real)})`,
  )
  const told: unknown[] = []
  const pool = openProcessPool({
    file,
    fingerprint: fingerprint(file),
    programs: { process: program, worker: packageFile('dist/endpoint-worker.cjs') },
    limits,
    onError: (error) => told.push(error instanceof StemmaError ? error.problems[0]!.code : 'fallen'),
  })
  const ask = async (sparql: string): Promise<string> =>
    text((await pool.ask({ sparql, accept: 'text/csv' }, new AbortController().signal)).pieces)
  try {
    await pool.ready
    const names = 'SELECT ?name { ?m a st:Model ; rdfs:label ?name }'
    expect(await ask(names)).toBe('name\r\nfirst\r\n')
    renameSync(file, join(folder, 'kept.stemma'))
    renameSync(saved('second'), file)
    await expect(ask(fall)).rejects.toMatchObject({ refusal: { status: 503 } })
    await until(() => told.includes('graph-replaced'), 20_000)
    expect(pool.state.isUp).toBe(false)
    await expect(ask(names)).rejects.toMatchObject({ refusal: { status: 503 } })
    renameSync(join(folder, 'kept.stemma'), file)
    await until(() => pool.state.isUp, 20_000)
    expect(await ask(names)).toBe('name\r\nfirst\r\n')
  } finally {
    await pool.close()
  }
})
