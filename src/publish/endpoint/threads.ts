/** The threads of a pool: one is started ahead, and what ends by itself is started again. What they do is for the pool to say. */
import { Worker } from 'node:worker_threads'
import type { SharedIndex } from '../../graph/file/share.ts'
import type { PoolLimits } from './limits.ts'
import type { Begin, Told } from './messages.ts'

/** What a thread is given at its beginning. */
export interface ThreadWork {
  readonly index: SharedIndex
  /** The program of the threads. */
  readonly program: string
  readonly limits: PoolLimits
  /** Is told of what was not foreseen. */
  readonly onError?: (error: unknown) => void
}

/** What a pool is told of its threads. */
interface ThreadEvents {
  /** A thread says something, that it listens first of all. */
  heard(worker: Worker, told: Told): void
  /** A thread that listened has ended by itself: it ran out of memory, or worse. */
  gone(worker: Worker): void
  /** Threads that have never begun to listen may be tried again: those that are dead are to be replaced. */
  revived(): void
}

/** Threads. */
export interface Threads {
  start(): Worker
  /** The thread that was started ahead, so that nobody waits for that; another one is. */
  takeSpare(): Worker
  /** Whether it has begun to listen. What is given to one before would be slow by no fault of its own. */
  isReady(worker: Worker): boolean
  isDead(worker: Worker): boolean
  /** Ends one, whatever it is doing. */
  end(worker: Worker): void
  /** Ends the spare one and these. */
  close(workers: readonly Worker[]): Promise<void>
}

/** A thread that has never begun to listen would fail again at once: another is tried after so long. */
const pauseMs = 1000

/** Starts threads. */
export function openThreads({ index, program, limits, onError = () => {} }: ThreadWork, events: ThreadEvents): Threads {
  const [ready, dead] = [new WeakSet<Worker>(), new WeakSet<Worker>()]
  let pause: NodeJS.Timeout | undefined
  let closed = false

  const start = (): Worker => {
    const worker = new Worker(program, {
      workerData: { index, limits: { rows: limits.rows, bytes: limits.bytes, services: limits.services } } satisfies Begin,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    })
    worker.on('message', (told: Told) => {
      if (told.told === 'ready') ready.add(worker)
      events.heard(worker, told)
    })
    worker.on('error', (error) => gone(worker, error))
    worker.on('exit', () => gone(worker))
    worker.unref()
    return worker
  }
  let spare = start()

  function gone(worker: Worker, error?: Error & { code?: string }): void {
    if (closed || dead.has(worker)) return
    dead.add(worker)
    if (error && error.code !== 'ERR_WORKER_OUT_OF_MEMORY') onError(error)
    if (!ready.has(worker)) return void (pause ??= setTimeout(revive, pauseMs).unref())
    if (worker === spare) spare = start()
    events.gone(worker)
  }

  function revive(): void {
    pause = undefined
    if (dead.has(spare)) spare = start()
    events.revived()
  }

  return {
    start,
    takeSpare() {
      const taken = spare
      spare = start()
      return taken
    },
    isReady: (worker) => ready.has(worker),
    isDead: (worker) => dead.has(worker),
    end(worker) {
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate()
    },
    async close(workers) {
      closed = true
      clearTimeout(pause)
      await Promise.all([spare, ...workers].map((worker) => worker.removeAllListeners('exit').terminate()))
    },
  }
}
