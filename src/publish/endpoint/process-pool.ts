/** The pool in a process of its own, which is started anew when it falls. */
import { fork, type ChildProcess } from 'node:child_process'
import { StemmaError } from '../../errors.ts'
import { PieceStream } from './piece-stream.ts'
import type { Pool, PoolState, Reply } from './answering.ts'
import type { PoolLimits } from './limits.ts'
import type { FromProcess, ToProcess } from './pool-messages.ts'
import { Refused } from './question.ts'
import { refusals } from './refusals.ts'

/** What the process is started with. */
export interface ProcessWork {
  /** The saved graph, and its fingerprint: no other graph is asked. */
  readonly file: string
  readonly fingerprint: string
  /** The programs of the process and of its threads. */
  readonly programs: { readonly process: string; readonly worker: string }
  readonly limits: PoolLimits
  /** Is told of what was not foreseen. */
  readonly onError: (error: unknown) => void
}

/** A question that the process has. */
interface Open {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
  stream?: PieceStream
}

/** A process that falls soon after its start is not started again at once, in ms. */
const restMs = 1000

/** A pool that may take a while to be ready. */
interface ProcessPool extends Pool {
  /** Resolves when questions can be put; rejects with a StemmaError where the graph cannot be read. */
  readonly ready: Promise<void>
}

/** What is known of a process that has just been started. */
const atStart: PoolState = { isUp: false, running: 0, slow: 0, waiting: 0, replaced: 0, restarts: 0, memory: 0 }

/** Starts the process. */
export function openProcessPool({ file, fingerprint, programs, limits, onError }: ProcessWork): ProcessPool {
  const open = new Map<number, Open>()
  let state = atStart
  /** Of the processes that have ended. */
  let before = { replaced: 0, restarts: 0 }
  let closed = false
  let wasOpen = false
  let last = 0
  let child: ChildProcess | undefined
  let isReady: (() => void) | undefined
  let isBroken: ((error: StemmaError) => void) | undefined
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve
    isBroken = reject
  })
  // Who waits for it is told; where nobody does, it is nobody's failure.
  ready.catch(() => {})

  const send = (message: ToProcess): void => {
    if (child?.connected) child.send(message)
  }

  const fail = (id: number, error: unknown): void => {
    const one = open.get(id)
    open.delete(id)
    if (one?.stream) one.stream.fail(error)
    else one?.reject(error)
  }

  function start(): void {
    const started = performance.now()
    const begun = fork(programs.process, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child = begun
    begun.on('message', (message: FromProcess) => hear(message))
    begun.on('error', onError)
    begun.once('exit', (code, signal) => {
      if (child !== begun) return
      child = undefined
      before = { replaced: before.replaced + state.replaced, restarts: before.restarts + 1 }
      state = atStart
      for (const id of [...open.keys()]) fail(id, new Refused(refusals.memory))
      if (closed) return
      onError(new Error(`the process that answers questions ended (${signal ?? code}), and is started again`))
      if (performance.now() - started > restMs) start()
      else setTimeout(() => closed || start(), restMs)
    })
    send({ to: 'open', file, fingerprint, worker: programs.worker, limits })
  }

  function hear(message: FromProcess): void {
    switch (message.from) {
      case 'open':
        state = { ...state, isUp: true }
        wasOpen = true
        return isReady!()
      case 'not-open':
        // Where it could be read before, someone is about to replace it: it is tried again.
        if (wasOpen) return onError(new StemmaError(message.problems, message.failure))
        closed = true
        return isBroken!(new StemmaError(message.problems, message.failure))
      case 'state':
        state = message.state
        return
      case 'unforeseen':
        return onError(new Error(message.message))
      case 'begun': {
        const { id, mediaType, slow } = message
        const one = open.get(id)
        if (!one) return
        one.stream = new PieceStream(
          () => send({ to: 'take', id }),
          () => send({ to: 'leave', id }),
        )
        return one.resolve({ mediaType, slow, pieces: one.stream })
      }
      case 'piece':
        return open.get(message.id)?.stream!.push(message.bytes)
      case 'done':
        open.get(message.id)?.stream?.end()
        open.delete(message.id)
        return
      case 'refused':
        return fail(message.id, new Refused(message.refusal))
    }
  }

  start()
  return {
    ask: (question, signal, client) =>
      new Promise((resolve, reject) => {
        if (!child) return reject(new Refused(refusals.full))
        const id = (last += 1)
        open.set(id, { resolve, reject })
        signal.addEventListener('abort', () => {
          send({ to: 'leave', id })
          fail(id, signal.reason)
        })
        send({ to: 'ask', id, question, client })
      }),
    get state() {
      return { ...state, replaced: before.replaced + state.replaced, restarts: before.restarts }
    },
    ready,
    async close() {
      closed = true
      const ending = child
      if (!ending) return
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.kill('SIGKILL')
      await ended
    },
  }
}
