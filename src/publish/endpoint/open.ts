/** The endpoint of a graph, with the process that answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { StemmaError } from '../../errors.ts'
import { savedEnding } from '../../graph/file/ending.ts'
import { fingerprint } from '../../graph/file/fingerprint.ts'
import type { Graph } from '../../graph/graph.ts'
import { saveGraph } from '../../graph/saved.ts'
import { endpointProcess, endpointWorker } from '../../package-files.ts'
import { pagePath } from '../address.ts'
import type { Handler } from '../server/answer.ts'
import type { PoolState } from './answering.ts'
import { graphStore } from './graph-store.ts'
import { endpoint } from './handler.ts'
import { health } from './health.ts'
import type { PoolLimits } from './limits.ts'
import { endpointPath } from './path.ts'
import { openProcessPool, type ProcessWork } from './process-pool.ts'
import { savedQuestions } from './saved-handler.ts'
import { describer } from './service-description.ts'

/** What a question may cost where nothing else is said. */
const defaultLimits: PoolLimits = {
  workers: Math.max(2, availableParallelism()),
  timeMs: 30_000,
  slowMs: 500,
  waitMs: 10_000,
  waiting: 200,
  rows: 1_000_000,
  bytes: 256 * 2 ** 20,
  heapMb: 512,
  memoryMb: 4096,
  shareMs: 60_000,
  atATime: 8,
}

/** How an endpoint is opened. */
export interface EndpointOptions {
  /** The file of the graph, if it has one. */
  readonly file?: string | undefined
  readonly limits?: Partial<PoolLimits>
  readonly onError?: (error: unknown) => void
  /** They come with the built code. */
  readonly programs?: ProcessWork['programs'] | undefined
}

/** An endpoint that answers. */
export interface Endpoint {
  /** Its path. */
  readonly path: string
  readonly handlers: readonly Handler[]
  /** Resolves when questions can be put; rejects with a StemmaError where the graph cannot be read. */
  readonly ready: Promise<void>
  readonly state: PoolState
  close(): Promise<void>
}

const built =
  endpointProcess !== undefined && endpointWorker !== undefined ? { process: endpointProcess, worker: endpointWorker } : undefined

/**
 * Opens the endpoint of a graph. A graph that has no file is saved for as long as the endpoint is open.
 *
 * @throws StemmaError `not-built` where the programs are not there; `file-…` where the graph cannot be saved
 */
export function openEndpoint(graph: Graph, { file, limits, onError = () => {}, programs = built }: EndpointOptions = {}): Endpoint {
  if (!programs)
    throw new StemmaError(
      { code: 'not-built', message: 'the process that answers questions has no program', hint: 'build it first: npm run build' },
      'outside',
    )
  const folder = file === undefined ? mkdtempSync(join(tmpdir(), 'stemma-graph-')) : undefined
  const saved = file ?? join(folder!, `graph${savedEnding}`)
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (folder !== undefined) saveGraph(graph, saved)
  } catch (error) {
    remove()
    throw error
  }
  const mark = fingerprint(saved)
  const pool = openProcessPool({ file: saved, fingerprint: mark, programs, limits: { ...defaultLimits, ...limits }, onError })
  const page = pagePath('query', 'en')
  return {
    path: endpointPath,
    handlers: [
      endpoint(pool, describer(graph, endpointPath, page)),
      savedQuestions(graph, pool, mark, page),
      graphStore(graph, pool),
      health(pool),
    ],
    ready: pool.ready,
    get state() {
      return pool.state
    },
    async close() {
      await pool.close()
      remove()
    },
  }
}
