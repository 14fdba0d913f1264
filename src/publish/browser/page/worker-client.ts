/** The worker, as the page calls it: requests with an answer each, and events on the way. */
import { StemmaError } from '../../../errors.ts'
import type { QueryConfig } from '../config.ts'
import type { Event, FromWorker, Kind, Requests, ToWorker } from '../protocol.ts'

/** Thrown where a request was stopped. */
export class Stopped extends Error {}

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
  readonly hear: (event: Event) => void
}

export interface WorkerClient {
  /**
   * @param signal stops the request, and if need be the worker: a search that gives way to nobody
   * @throws StemmaError, Stopped
   */
  request<K extends Kind>(
    kind: K,
    request: Requests[K]['request'],
    hear?: (event: Event) => void,
    signal?: AbortSignal,
  ): Promise<Requests[K]['result']>
  /** Whether the worker has begun on a question, and so has the graph or gets it. */
  readonly hasAsked: boolean
}

/** So long a stopped worker may take to say so. */
const patience = 250

/** @param url where the worker's script is */
export function workerClient(url: string, config: QueryConfig): WorkerClient {
  let worker: Worker | undefined
  let next = 0
  let hasAsked = false
  const waiting = new Map<number, Waiting>()

  function started(): Worker {
    if (worker) return worker
    worker = new Worker(url)
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => take(data)
    worker.onerror = (event) => end(new StemmaError({ code: 'unexpected', message: event.message || url }))
    post({ kind: 'start', config, page: location.href })
    return worker
  }

  const post = (message: ToWorker): void => started().postMessage(message)

  function take(message: FromWorker): void {
    const request = waiting.get(message.id)
    if (!request) return
    if (message.event === 'loading' || message.event === 'head' || message.event === 'rows') return request.hear(message)
    waiting.delete(message.id)
    if (message.event === 'done') request.resolve(message.result as never)
    else request.reject(message.event === 'failed' ? new StemmaError(message.problems) : new Stopped())
  }

  /** Ends the worker; the next request starts another. */
  function end(error: Error): void {
    worker?.terminate()
    worker = undefined
    hasAsked = false
    const all = [...waiting.values()]
    waiting.clear()
    for (const { reject } of all) reject(error)
  }

  return {
    get hasAsked() {
      return hasAsked
    },
    request(kind, request, hear = () => undefined, signal) {
      const id = next++
      hasAsked ||= kind === 'ask' || kind === 'bind'
      signal?.addEventListener('abort', () => {
        if (!waiting.has(id)) return
        post({ kind: 'stop', id })
        setTimeout(() => waiting.has(id) && end(new Stopped()), patience)
      })
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, hear })
        post({ id, kind, ...request } as never)
      })
    },
  }
}
