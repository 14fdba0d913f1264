/** The questions that threads answer, and those that wait for one. */
import type { Worker } from 'node:worker_threads'
import { Flow } from './flow.ts'
import { Lanes } from './lanes.ts'
import type { Ask, Told } from './messages.ts'
import type { Pool } from './answering.ts'
import type { Job } from './job.ts'
import { PieceStream } from './piece-stream.ts'
import { Refused, type Refusal } from './question.ts'
import { refusals } from './refusals.ts'
import { Spending } from './spending.ts'
import { openThreads, type ThreadWork } from './threads.ts'

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

/** Starts the threads. */
export function openPool(work: ThreadWork): Pool {
  const { limits, onError = () => {} } = work
  const { workers, timeMs, slowMs, waitMs, waiting, memoryMb, shareMs, atATime } = limits
  const lanes = new Lanes(workers)
  const spending = new Spending(shareMs)
  let replaced = 0
  let closed = false
  const seats: Seat[] = []
  const threads = openThreads(work, {
    heard: hear,
    gone,
    revived() {
      for (const seat of seats) if (threads.isDead(seat.worker)) seat.worker = threads.start()
    },
  })
  const seatOf = (worker: Worker): Seat | undefined => seats.find((seat) => seat.worker === worker)

  /** Gives a seat another thread; the old one ends with whatever it is doing. */
  const replace = (seat: Seat): void => {
    replaced += 1
    threads.end(seat.worker)
    seat.worker = threads.takeSpare()
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
    if (told.told === 'ready') return next()
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

  /** A thread has ended by itself, and what it answered is lost. */
  function gone(worker: Worker): void {
    const seat = seatOf(worker)
    if (!seat) return
    const { job } = seat
    leave(seat)
    replace(seat)
    if (job) fail(job, new Refused(refusals.memory))
    next()
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
      if (seat.job || closed || !threads.isReady(seat.worker)) continue
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

  for (let number = 0; number < workers; number++) seats.push({ worker: threads.start(), since: 0 })

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
      for (const seat of seats) {
        const { job } = seat
        leave(seat)
        if (job) fail(job, new Refused(refusals.full))
      }
      await threads.close(seats.map(({ worker }) => worker))
    },
  }
}
