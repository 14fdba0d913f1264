/** Questions that take long, and how they end: with their client, with the server, and while the file of the graph is another. */
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveGraph } from '../../../src/graph/saved.ts'
import { packageFile } from '../../../src/package-files.ts'
import { graphOf } from '../../graph-of.ts'
import { yaml } from '../server/served.ts'
import { running, takenBy, tells, type RunningServer } from './running.ts'

const cross = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }'

let folder: string
let file: string
let server: RunningServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-hostile-'))
  file = join(folder, 'graph.stemma')
  copyFileSync(packageFile('dist/graph.stemma'), file)
  server = await running(file, '--threads', '2', '--timeout', '600')
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** Resolves when the endpoint has at least so many questions that run or wait. */
async function untilBusy(least: number): Promise<void> {
  for (;;) {
    const { questions } = (await (await server.get('health')).json()) as { questions: { running: number; waiting: number } }
    if (questions.running + questions.waiting >= least) return
  }
}

test.skipIf(!tells)('hostile 9: who leaves in the middle of a cross product leaves the processors idle', async () => {
  const leaving = new AbortController()
  const left = server.ask(cross, { signal: leaving.signal })
  await untilBusy(1)
  leaving.abort()
  await expect(left).rejects.toThrow()
  // Of a tenth of a second a process that counts on takes all.
  let last = takenBy(server).processors
  for (const end = Date.now() + 10_000; ;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const now = takenBy(server).processors
    if (now - last <= 2) break
    if (Date.now() > end) throw new Error('the question goes on')
    last = now
  }
  expect((await server.ask('ASK {}', { signal: AbortSignal.timeout(1000) })).status).toBe(200)
})

test('hostile 29: while the file of the graph is replaced each question sees one graph', async () => {
  const question = 'SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s ?p ?o }'
  const ask = async (of: RunningServer): Promise<string> => (await of.ask(question, { headers: { accept: 'text/csv' } })).text()
  const other = join(folder, 'other.stemma')
  saveGraph(graphOf(yaml), other)
  const beside = await running(other)
  const graphs = [await ask(server), await ask(beside)]
  await beside.stop()
  expect(graphs[0]).not.toBe(graphs[1])
  const some = (): Promise<string>[] => Array.from({ length: 10 }, () => ask(server))
  const asking = some()
  renameSync(other, file)
  for (const answer of await Promise.all([...asking, ...some()])) expect(graphs).toContain(answer)
})

test('hostile 30: fifty questions, and the server is told to end', async () => {
  const all = Array.from({ length: 50 }, (_, number) =>
    server.ask(cross.replace('?n', `?n${number}`)).then(
      ({ status }) => status,
      () => 'no answer',
    ),
  )
  await untilBusy(50)
  const exit = once(server.child, 'exit')
  server.child.kill('SIGTERM')
  expect((await exit)[0]).toBe(0)
  for (const end of await Promise.all(all)) expect([503, 504, 'no answer']).toContain(end)
  expect(server.complaints()).toBe('')
})
