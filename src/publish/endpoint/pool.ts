/** The threads that answer questions, and who waits for them. */
import { Worker } from 'node:worker_threads'
import type { SharedIndex } from '../../graph/file/share.ts'
import { Flow } from './flow.ts'
import { Lanes } from './lanes.ts'
import type { Ask, Begin, Told } from './messages.ts'
import type { Pool } from './answering.ts'
import type { Job } from './job.ts'
import type { PoolLimits } from './limits.ts'
import { PieceStream } from './piece-stream.ts'
import { Refused, type Refusal } from './question.ts'
import { refusals } from './refusals.ts'
import { Spending } from './spending.ts'

/** What a thread is given at its beginning. */
interface PoolWork {
  readonly index: SharedIndex
  /** The program of the threads. */
  readonly program: string
  readonly limits: PoolLimits
  /** Is told of what was not foreseen. */
  readonly onError?: (error: unknown) => void
}

/** A thread, and the question that it answers. */
interface Seat {
  worker: Worker
  job?: Job | undefined
  flow?: Flow | undefined
  since: number
}

/** A thread that is told that nobody wants its answer any more has so long to say that it is done, in ms; then it is ended. */
const graceMs = 100

const watchMs = 250
/** A thread that has never begun to listen would fail again at once: another is tried after so long. */
const pauseMs = 1000

/** Starts the threads. */
export function openPool({ index, program, limits, onError = () => {} }: PoolWork): Pool {
  const { workers, timeMs, slowMs, waitMs, waiting, heapMb, memoryMb, shareMs, atATime } = limits
  const lanes = new Lanes(workers)
  const spending = new Spending(shareMs)
  let replaced = 0
  /** Threads that have begun to listen. What is given to one before would be slow by no fault of its own. */
  const ready = new WeakSet<Worker>()
  const dead = new WeakSet<Worker>()
  let pause: NodeJS.Timeout | undefined
  let closed = false

  const start = (): Worker => {
    const worker = new Worker(program, {
      workerData: { index, limits: { rows: limits.rows, bytes: limits.bytes, services: limits.services } } satisfies Begin,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    worker.on('message', (told: Told) => hear(worker, told))
    worker.on('error', (error) => gone(worker, error))
    worker.on('exit', () => gone(worker))
    worker.unref()
    return worker
  }
  const seats: Seat[] = []
  /** A thread that is started ahead, so that nobody waits for that when another was ended. */
  let spare = start()
  const seatOf = (worker: Worker): Seat | undefined => seats.find((seat) => seat.worker === worker)

  /** Gives a seat another thread; the old one ends with whatever it is doing. */
  const replace = (seat: Seat): void => {
    const { worker } = seat
    replaced += 1
    worker.removeAllListeners()
    worker.on('error', () => {})
    void worker.terminate()
    seat.worker = spare
    spare = start()
  }

  const fail = (job: Job, error: unknown): void => {
    if (job.stream) job.stream.fail(error)
    else job.reject(error)
  }

  /** Takes the question from a seat. */
  const leave = (seat: Seat): void => {
    const { job } = seat
    if (!job) return
    for (const timer of job.timers) clearTimeout(timer)
    job.timers.clear()
    lanes.left(job)
    if (job.client !== undefined) spending.add(job.client, performance.now() - seat.since, performance.now())
    seat.job = undefined
    seat.flow = undefined
  }

  function hear(worker: Worker, told: Told): void {
    if (told.told === 'ready') {
      ready.add(worker)
      return next()
    }
    const seat = seatOf(worker)
    const job = seat?.job
    if (!seat || !job) return
    switch (told.told) {
      case 'begun': {
        const flow = seat.flow!
        job.stream = new PieceStream(
          () => flow.take(),
          () => end(job),
        )
        job.resolve({ mediaType: told.mediaType, slow: job.slow, pieces: job.stream })
        return
      }
      case 'piece':
        job.stream!.push(told.bytes)
        return
      case 'done':
        if (performance.now() - seat.since < slowMs) lanes.wasQuick(job)
        job.stream?.end()
        break
      case 'refused':
        fail(job, new Refused(told.refusal))
        break
      case 'failed':
        onError(new Error(told.message))
        fail(job, new Refused(refusals.failed(told.message)))
    }
    leave(seat)
    next()
  }

  /** A thread has ended by itself: it ran out of memory, or worse. */
  function gone(worker: Worker, error?: Error & { code?: string }): void {
    const seat = seatOf(worker)
    if (closed || dead.has(worker)) return
    dead.add(worker)
    if (error && error.code !== 'ERR_WORKER_OUT_OF_MEMORY') onError(error)
    if (!ready.has(worker)) return void (pause ??= setTimeout(revive, pauseMs).unref())
    if (worker === spare) spare = start()
    if (!seat) return
    const { job } = seat
    leave(seat)
    replace(seat)
    if (job) fail(job, new Refused(refusals.memory))
    next()
  }

  function revive(): void {
    pause = undefined
    for (const seat of seats) if (dead.has(seat.worker)) seat.worker = start()
    if (dead.has(spare)) spare = start()
  }

  /** Ends a question that runs, whatever its thread is doing. */
  function stop(seat: Seat, error?: unknown): void {
    const { job } = seat
    leave(seat)
    replace(seat)
    if (job && error !== undefined) fail(job, error)
    next()
  }

  /** The client has left: the thread may end by itself, which costs less than a new one. */
  function end(job: Job): void {
    if (lanes.drop(job)) return clear(job)
    const seat = seats.find((one) => one.job === job)
    if (!seat) return
    seat.flow!.cancel()
    later(job, graceMs, () => stop(seat))
  }

  const clear = (job: Job): void => {
    for (const timer of job.timers) clearTimeout(timer)
    job.timers.clear()
  }

  const later = (job: Job, ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      job.timers.delete(timer)
      run()
    }, ms)
    job.timers.add(timer)
  }

  /** Gives those who wait to threads that are ready and free. */
  function next(): void {
    for (const seat of seats) {
      if (seat.job || closed || !ready.has(seat.worker)) continue
      const job = lanes.next()
      if (!job) return
      run(seat, job)
    }
  }

  function run(seat: Seat, job: Job): void {
    clear(job)
    const flow = new Flow()
    Object.assign(seat, { job, flow, since: performance.now() })
    seat.worker.postMessage({ question: job.question, flow: flow.memory } satisfies Ask)
    later(job, timeMs, () => stop(seat, new Refused(refusals.time(timeMs))))
    if (!job.slow) later(job, slowMs, () => slowDown(seat, job))
  }

  /** A question turns out to be slow: it may go on where there is room for it, or begins anew when there is. */
  function slowDown(seat: Seat, job: Job): void {
    if (lanes.slows(job) || job.stream) return
    leave(seat)
    replace(seat)
    wait(job)
  }

  /** Lets one wait until a thread is free; where too many wait, one has to go. */
  function wait(job: Job): void {
    lanes.push(job)
    later(job, waitMs, () => {
      if (lanes.drop(job)) fail(job, new Refused(refusals.full))
    })
    next()
    if (lanes.waiting <= waiting) return
    const last = lanes.evict()
    clear(last)
    fail(last, new Refused(refusals.full))
  }

  /** Why a client may not ask now. */
  function refusalOf(client: string): Refusal | undefined {
    if (seats.filter(({ job }) => job?.client === client).length + lanes.waitingOf(client) >= atATime) return refusals.many(atATime)
    const wait = spending.wait(client, performance.now())
    return wait > 0 ? refusals.share(Math.ceil(wait / 1000)) : undefined
  }

  const watch = setInterval(() => {
    if (process.memoryUsage.rss() < memoryMb * 2 ** 20) return
    const [longest] = seats.filter(({ job }) => job).sort((a, b) => a.since - b.since)
    if (longest) stop(longest, new Refused(refusals.memory))
  }, watchMs)
  watch.unref()

  for (let number = 0; number < workers; number++) seats.push({ worker: start(), since: 0 })

  return {
    ask: (question, signal, asking) =>
      new Promise((resolve, reject) => {
        const client = shareMs > 0 ? asking : undefined
        const refusal = client === undefined ? undefined : refusalOf(client)
        if (refusal) return reject(new Refused(refusal))
        const job: Job = { question, client, resolve, reject, timers: new Set(), slow: lanes.isKnown(question) }
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error)
          end(job)
        })
        wait(job)
      }),
    get state() {
      return {
        isUp: !closed,
        running: seats.filter(({ job }) => job).length,
        slow: lanes.slow,
        waiting: lanes.waiting,
        replaced,
        restarts: 0,
        memory: process.memoryUsage.rss(),
      }
    },
    async close() {
      closed = true
      clearInterval(watch)
      clearTimeout(pause)
      for (const seat of seats) {
        const { job } = seat
        leave(seat)
        if (job) fail(job, new Refused(refusals.full))
      }
      await Promise.all([spare, ...seats.map(({ worker }) => worker)].map((worker) => worker.removeAllListeners('exit').terminate()))
    },
  }
}
