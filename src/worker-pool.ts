/** Threads that do pieces of work of one kind, and their results in order. */
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { StemmaError, type Failure, type Problem } from './errors.ts'
import { Turns } from './worker-turns.ts'

/** So many results for each worker may wait to be used; more would make nothing faster. */
const waiting = 2

/** What a worker is given. */
interface Task<Work> {
  readonly work: Work
  /** The memory of the `Turns`. */
  readonly turns: SharedArrayBuffer
  /** How many pieces there are. */
  readonly total: number
}

/** What a worker tells: the result of a piece, or why it cannot go on. */
type Message<Result> =
  { readonly index: number; readonly result: Result } | { readonly problems: readonly Problem[]; readonly failure: Failure }

/** Megabytes of objects that a worker may have: of all, and of new ones before it is looked which of them are garbage. */
export interface Heap {
  readonly all: number
  readonly fresh: number
}

/** Pieces of work that are alike. */
export interface Pieces<Work> {
  /** The program of the workers, which calls `answerPieces`. */
  readonly program: string
  /** What all of them need to know; it is cloned for each. */
  readonly work: Work
  /** How many pieces there are, numbered from 0. */
  readonly total: number
  /** How many workers there are to be at most. */
  readonly workers: number
  /** Results are used as they come, where their order means nothing and some pieces take much longer than others. */
  readonly anyOrder?: boolean
  /** How many megabytes of objects each worker may keep, where that is not for V8 to decide, by the memory of the machine. */
  readonly heap?: Heap
  readonly signal?: AbortSignal | undefined
}

/**
 * Lets workers do all pieces.
 *
 * @param use is called with one result after the other, in order where nothing else is said; the next one waits until it is done
 * @returns when all is used and no worker is left
 * @throws StemmaError when a worker cannot go on; what `use` throws; the reason of the signal when that comes
 */
/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- what a program is told and answers only its caller knows */
export async function runWorkers<Work, Result>(
  { program, work, total, workers: most, anyOrder, heap, signal }: Pieces<Work>,
  use: (index: number, result: Result) => void | Promise<void>,
): Promise<void> {
  const count = Math.min(most, total)
  const turns = new Turns(waiting * count + 1)
  const task: Task<Work> = { work, turns: turns.memory, total }
  const results = new Map<number, Result>()
  const failures: unknown[] = []
  const workers: Worker[] = []
  let used = 0
  let using: Promise<void> | undefined
  const isGood = (): boolean => failures.length === 0

  const fail = (error: unknown): void => {
    failures.push(error)
    turns.stop()
    for (const worker of workers) void worker.terminate()
  }
  const next = (): number | undefined => (anyOrder ? results.keys().next().value : results.has(used) ? used : undefined)
  const useAll = async (): Promise<void> => {
    for (let index = next(); index !== undefined && isGood(); index = next()) {
      const result = results.get(index)!
      results.delete(index)
      await use(index, result)
      used += 1
      // After a failure nobody is to wait for a turn.
      if (isGood()) turns.use(used)
    }
  }
  const receive = (message: Message<Result>): void => {
    if ('problems' in message) return fail(new StemmaError(message.problems, message.failure))
    results.set(message.index, message.result)
    using ??= useAll()
      .catch(fail)
      .finally(() => (using = undefined))
  }
  const abort = (): void => fail(signal!.reason)
  const start = (): Promise<void> =>
    new Promise((ended) => {
      const worker = new Worker(program, {
        workerData: task,
        resourceLimits: { maxYoungGenerationSizeMb: heap?.fresh ?? fresh, ...(heap && { maxOldGenerationSizeMb: heap.all }) },
      })
      workers.push(worker)
      worker.on('message', receive)
      worker.on('error', (error) => fail(stopped(error.message)))
      worker.on('exit', (code) => {
        // Whoever ends as it should has found no piece any more.
        if (code !== 0 && isGood()) fail(stopped(`exit code ${code}`))
        ended()
      })
    })

  signal?.throwIfAborted()
  signal?.addEventListener('abort', abort)
  try {
    await Promise.all(Array.from({ length: count }, start))
    await using
  } finally {
    signal?.removeEventListener('abort', abort)
  }
  if (!isGood()) throw failures[0]
  if (used < total) throw stopped(`${total - used} pieces were not done`)
}

/** Nearly all that a worker makes is garbage at once, so it needs little room; what is more is there for a very long line. */
const fresh = 8

const stopped = (reason: string): StemmaError =>
  new StemmaError(
    { code: 'worker-failed', message: `a worker stopped: ${reason}`, hint: 'run it again, with fewer workers if memory is short' },
    'outside',
  )

/**
 * What the program of a worker does: pieces, as long as there are any.
 *
 * @param begin is told what all pieces have in common, and gives what does one of them, with the memory of its result that is
 *   handed over and not copied
 */
export function answerPieces<Work, Result>(
  begin: (work: Work) => (index: number) => { readonly result: Result; readonly memory: readonly ArrayBufferLike[] },
): void {
  const { work, turns: memory, total } = workerData as Task<Work>
  const turns = new Turns(memory)
  const tell = (message: Message<Result>, handed: readonly ArrayBufferLike[] = []): void =>
    parentPort!.postMessage(message, handed as ArrayBuffer[])
  try {
    const answer = begin(work)
    for (let index = turns.take(); index !== undefined && index < total; index = turns.take()) {
      const { result, memory: handed } = answer(index)
      tell({ index, result }, handed)
    }
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    tell({ problems: error.problems, failure: error.failure })
  }
}
