/** Virtuoso (Debian: `virtuoso-opensource`): a server on loopback with a database of its own, asked over HTTP. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { computed, peakMemory } from '../memory.ts'
import { freePort } from '../processes.ts'
import { limit, TooSlow, type Peer, type Reply } from './engine.ts'
import { digestOf, rowText } from './rows.ts'

const graph = 'urn:stemma:bench'
const isqlNames = ['isql-vt', 'isql']

const runs = (command: string): boolean => spawnSync(command, ['-?'], { stdio: 'ignore' }).error === undefined

/** What is said of questions: after how many seconds one is ended, and how many clients there may be. */
export interface VirtuosoLimits {
  readonly seconds: number
  readonly clients: number
}

/** Enough buffers for the whole database (340,000 pages of 8 KiB are 2.7 GiB), and no limit on rows. */
const settings = (folder: string, data: string, { sql, http }: Ports, { seconds, clients }: VirtuosoLimits): string => `
[Database]
DatabaseFile = ${folder}/virtuoso.db
ErrorLogFile = ${folder}/virtuoso.log
LockFile = ${folder}/virtuoso.lck
TransactionFile = ${folder}/virtuoso.trx
xa_persistent_file = ${folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = ${folder}/virtuoso-temp.db
TransactionFile = ${folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sql}
DisableUnixSocket = 1
DirsAllowed = ${data}
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
MaxQueryMem = 2G
ThreadsPerQuery = 2
CheckpointInterval = 0
TransactionAfterImageLimit = 500000000
[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerThreads = ${clients}
MaxClientConnections = ${clients}
MaxKeepAlives = ${clients}
EnabledGzipContent = 0
[SPARQL]
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = ${seconds}
ResultSetMaxRows = 100000000
`

/** Runs commands of SQL. */
function isql(port: number, commands: string): string {
  const { stdout, stderr, status } = spawnSync(isqlNames.find(runs)!, [`127.0.0.1:${port}`, 'dba', 'dba', `exec=${commands}`], {
    encoding: 'utf8',
  })
  if (status !== 0 || /^\*\*\* Error/m.test(stderr)) throw new Error(`isql: ${stderr}`)
  return stdout
}

interface Ports {
  readonly sql: number
  readonly http: number
}

async function start(folder: string, data: string, limits: VirtuosoLimits): Promise<{ server: ChildProcess } & Ports> {
  const [sql, http] = [await freePort(), await freePort()]
  const file = join(folder, 'virtuoso.ini')
  writeFileSync(file, settings(folder, data, { sql, http }, limits))
  const server = spawn('virtuoso-t', ['+foreground', '+configfile', file], { cwd: folder, stdio: 'ignore' })
  // Nothing else ends it when the benchmark is cut short.
  process.once('exit', () => server.kill('SIGKILL'))
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break
    const up = await fetch(`http://127.0.0.1:${http}/sparql`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return { server, sql, http }
    await wait(100)
  }
  server.kill('SIGKILL')
  throw new Error(`Virtuoso did not start; see ${folder}/virtuoso.log`)
}

/** Loads a file into a database that is there for the first time. */
function loadGraph(port: number, file: string): void {
  isql(port, `ld_dir('${dirname(file)}', '${basename(file)}', '${graph}'); rdf_loader_run(); checkpoint;`)
  const failed = isql(port, 'select count(*) from DB.DBA.load_list where ll_error is not null or ll_state <> 2;')
  if (!/^0 *$/m.test(failed)) throw new Error(`Virtuoso could not load ${file}`)
}

/** Rows of tab-separated values. */
function rowsOf(text: string): string[] {
  const [head, ...lines] = text.trimEnd().split('\n')
  const value = (cell: string): string => cell.replace(/^"(.*)"$/, '$1')
  const names = head!.split('\t').map(value)
  return lines.map((line) => rowText(line.split('\t').map((cell, index) => [names[index]!, { value: value(cell) }])))
}

async function ask(http: number, pid: number, sparql: string): Promise<Reply> {
  const body = new URLSearchParams({ query: sparql, 'default-graph-uri': graph, format: 'text/tab-separated-values' })
  const [asked, before] = [performance.now(), computed(pid)]
  try {
    const response = await fetch(`http://127.0.0.1:${http}/sparql`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout((limit + 5) * 1000),
    })
    const text = await response.text()
    const [ms, cpu] = [performance.now() - asked, computed(pid) - before]
    if (ms > limit * 1000) throw new TooSlow()
    if (!response.ok) throw new Error(text.split('\n')[0])
    const rows = rowsOf(text)
    return { rows: rows.length, ms, cpu, digest: digestOf(rows) }
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') throw new TooSlow()
    throw error
  }
}

const version = (): string => {
  const { stdout, stderr } = spawnSync('virtuoso-t', ['-?'], { encoding: 'utf8' })
  return /Version ([\w.+-]+)/.exec(stdout + stderr)?.[1] ?? 'unknown'
}

/** A server that holds a file. */
interface Virtuoso {
  readonly version: string
  /** Nothing where an earlier run had loaded the file. */
  readonly loadMs?: number
  readonly pid: number
  readonly http: number
  running(): boolean
  stop(): Promise<void>
}

export const missing = 'install virtuoso-opensource (Debian)'

/** Where questions are asked, about the graph that was loaded. */
export const addressOf = (http: number): string => `http://127.0.0.1:${http}/sparql?default-graph-uri=${graph}`

/** Starts a server with the triples of a file; undefined where the machine has no Virtuoso. */
export async function startVirtuoso(file: string, limits: VirtuosoLimits): Promise<Virtuoso | undefined> {
  if (!runs('virtuoso-t') || !isqlNames.some(runs)) return undefined
  const folder = `${file}.virtuoso`
  const whole = join(folder, 'loaded')
  if (!existsSync(whole)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { server, sql, http } = await start(folder, dirname(file), limits)
  let loadMs: number | undefined
  if (!existsSync(whole)) {
    const started = performance.now()
    try {
      loadGraph(sql, file)
    } catch (error) {
      server.kill('SIGKILL')
      throw error
    }
    loadMs = performance.now() - started
    writeFileSync(whole, '')
  }
  return {
    version: version(),
    ...(loadMs !== undefined && { loadMs }),
    pid: server.pid!,
    http,
    running: () => server.exitCode === null,
    async stop() {
      if (server.exitCode !== null) return
      const exit = once(server, 'exit')
      server.kill('SIGTERM')
      await exit
    },
  }
}

export const virtuoso: Peer = {
  name: 'Virtuoso',
  missing,
  async load(file) {
    const server = await startVirtuoso(file, { seconds: limit, clients: 4 })
    if (!server) return undefined
    const { pid, http, stop, ...about } = server
    let peak = 0
    const seen = (): number => (peak = Math.max(peak, peakMemory(pid)))
    return {
      ...about,
      ask: (sparql) => ask(http, pid, sparql),
      peak: seen,
      async close() {
        seen()
        await stop()
      },
    }
  },
}
