/** Workers that read stretches, and their batches in order. */
import { Worker } from 'node:worker_threads'
import { StemmaError } from '../../errors.ts'
import { stretchCount, type Plan } from './plan.ts'
import type { StretchResult } from './stretch.ts'
import type { WorkerMessage, WorkerTask } from './task.ts'
import { Turns } from './turns.ts'

/** So many batches for each worker may wait to be used; more would make nothing faster and only take memory. */
const waiting = 2

/** Uses the result of the stretch of a number. */
export type Use = (index: number, result: StretchResult) => void | Promise<void>

/**
 * Lets workers read all stretches of a plan.
 *
 * @param workerFile their program
 * @param count how many there are to be
 * @param use is called for one stretch after the other, whichever worker read it
 * @returns when all is used and no worker is left
 * @throws StemmaError when a worker cannot go on; what `use` throws; the reason of the signal when that comes
 */
export async function runWorkers(workerFile: string, count: number, plan: Plan, use: Use, signal?: AbortSignal): Promise<void> {
  const total = stretchCount(plan)
  const turns = new Turns(waiting * count + 1)
  const workerData: WorkerTask = { plan, turns: turns.memory }
  const results = new Map<number, StretchResult>()
  const failures: unknown[] = []
  const workers: Worker[] = []
  let used = 0
  let work: Promise<void> | undefined
  const isGood = (): boolean => failures.length === 0

  const fail = (error: unknown): void => {
    failures.push(error)
    turns.stop()
    for (const worker of workers) void worker.terminate()
  }
  const useAll = async (): Promise<void> => {
    for (let result = results.get(used); result && isGood(); result = results.get(used)) {
      results.delete(used)
      await use(used, result)
      used += 1
      // After a failure nobody is to wait for a turn.
      if (isGood()) turns.use(used)
    }
  }
  const receive = (message: WorkerMessage): void => {
    if ('problems' in message) return fail(new StemmaError(message.problems, message.failure))
    results.set(message.index, message.result)
    work ??= useAll()
      .catch(fail)
      .finally(() => (work = undefined))
  }
  const abort = (): void => fail(signal!.reason)
  const start = (): Promise<void> =>
    new Promise((ended) => {
      const worker = new Worker(workerFile, { workerData, resourceLimits })
      workers.push(worker)
      worker.on('message', receive)
      worker.on('error', (error) => fail(stopped(error.message)))
      worker.on('exit', (code) => {
        // Whoever ends as it should has found no stretch any more.
        if (code !== 0 && isGood()) fail(stopped(`exit code ${code}`))
        ended()
      })
    })

  signal?.throwIfAborted()
  signal?.addEventListener('abort', abort)
  try {
    await Promise.all(Array.from({ length: count }, start))
    await work
  } finally {
    signal?.removeEventListener('abort', abort)
  }
  if (!isGood()) throw failures[0]
  if (used < total) throw stopped(`${total - used} stretches were not read`)
}

/** Nearly all that a worker makes is garbage at once, so it needs little room; what is more is there for a very long line. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

const stopped = (reason: string): StemmaError =>
  new StemmaError(
    { code: 'worker-failed', message: `a worker stopped: ${reason}`, hint: 'run it again, with fewer workers if memory is short' },
    'outside',
  )
