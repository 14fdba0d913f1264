/** The server: sockets, limits, and how it ends. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { StemmaError } from '../../errors.ts'
import type { Visit } from './answer.ts'
import type { Answered, Noted } from './answered.ts'
import { clientsBehind, type ClientOf } from './client.ts'
import { answerClientErrors } from './client-error.ts'
import type { Router } from './router.ts'
import { send } from './send.ts'

/** How a server listens, and what it allows. */
export interface ServerOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** How long the headers of a request, and all of it, may take to come, in ms. */
  readonly headersMs?: number
  readonly requestMs?: number
  /** Connections on which nothing moves are ended after so long, in ms: also those that do not read their answer. */
  readonly idleMs?: number
  /** How long requests may still take when the server is stopped, in ms. */
  readonly graceMs?: number
  /** Where requests come from; the other end of their connection, if nothing else is said. */
  readonly clientOf?: ClientOf
  /** Is told of each answer: the one place for a log. */
  readonly onAnswered?: (answered: Answered) => void
  /** Is told of what was not foreseen, and of which request. */
  readonly onError?: (error: unknown, id?: number) => void
}

/** A server that runs. */
export interface Running {
  readonly url: string
  readonly port: number
  /** Takes no new connections, lets what is under way come to its end within the grace time, and ends. */
  stop(): Promise<void>
}

/** Longer than proxies usually keep a connection: one that ends while a proxy sends on it is an error that its client sees. */
const keptMs = 65_000

/**
 * Starts a server.
 *
 * @throws StemmaError `port-in-use`, `cannot-listen`
 */
export async function startServer(router: Router, options: ServerOptions): Promise<Running> {
  const { host, port, headersMs = 10_000, requestMs = 30_000, idleMs = 60_000, graceMs = 10_000 } = options
  const { clientOf = clientsBehind(), onAnswered, onError } = options
  /** The answers that are due on each connection. */
  const answering = new Map<Socket, Set<ServerResponse>>()
  /** Requests whose clients ask before they send a body. */
  const asking = new WeakMap<IncomingMessage, ServerResponse>()
  /** How much each connection had sent with its last answer. */
  const told = new WeakMap<Socket, number>()
  let last = 0
  let stopping = false
  let settled: (() => void) | undefined

  const leave = (socket: Socket): void => {
    answering.delete(socket)
    if (answering.size === 0) settled?.()
  }

  /** What a connection has sent since this was asked last. */
  const sentOn = (socket: Socket): number => {
    const bytes = socket.bytesWritten - (told.get(socket) ?? 0)
    told.set(socket, socket.bytesWritten)
    return bytes
  }

  const handle = async (request: IncomingMessage, response: ServerResponse, id: number): Promise<void> => {
    const started = performance.now()
    const { socket, method = '', url: target = '' } = request
    const client = clientOf(request)
    let noted: Noted = {}
    const due = answering.get(socket) ?? new Set()
    answering.set(socket, due.add(response))
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : 499
      const [whole, bytes, ms] = [response.writableFinished, sentOn(socket), performance.now() - started]
      onAnswered?.({ ...noted, id, client, method, target, status, whole, bytes, ms })
      due.delete(response)
      if (due.size === 0) leave(socket)
    })
    const proceed = (): void => asking.get(request)?.writeContinue()
    const visit: Visit = {
      id,
      client,
      proceed,
      note: (more) => (noted = { ...noted, ...more }),
      onEnd: (run) => response.once('close', run),
    }
    const given = router(request, visit)
    const answer = given instanceof Promise ? await given : given
    // The client may have left in the meantime.
    if (!response.destroyed) send(request, response, answer, stopping)
  }

  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(headersMs / 2, 1000),
  })
  server.timeout = idleMs
  server.keepAliveTimeout = keptMs
  server.on('timeout', (socket: Socket) => {
    // Who has read all that there is so far waits for us. How long a question may take, the endpoint knows.
    if (answering.has(socket) && socket.writableLength === 0) socket.setTimeout(idleMs)
    else socket.destroy()
  })
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const id = (last += 1)
    handle(request, response, id).catch((error: unknown) => {
      onError?.(error, id)
      response.destroy()
    })
  }
  // Answers that wait for their turn on a connection are never told that it has ended. Any number of them may listen for that.
  server.on('connection', (socket: Socket) => socket.setMaxListeners(0).once('close', () => leave(socket)))
  // Whoever asks before sending a body gets the answer in place of the body.
  server.on('request', listener).on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    asking.set(request, response)
    listener(request, response)
  })
  answerClientErrors(
    server,
    (socket) => [...(answering.get(socket) ?? [])].some(({ headersSent, req }) => headersSent || req.complete),
    (status, socket) => {
      const client = clientOf({ headers: {}, socket })
      onAnswered?.({ id: (last += 1), client, method: '', target: '', status, whole: true, bytes: 0, ms: 0 })
    },
  )
  server.listen({ host, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, options)
  }
  const { address, family, port: own } = server.address() as AddressInfo

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    const closed = once(server, 'close')
    server.close()
    if (answering.size > 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs)
        settled = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    server.closeAllConnections()
    await closed
  }
  return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${own}/`, port: own, stop }
}

function listenError({ code = 'unknown', message }: NodeJS.ErrnoException, { host, port }: ServerOptions): StemmaError {
  if (code === 'EADDRINUSE')
    return new StemmaError(
      {
        code: 'port-in-use',
        message: `port ${port} of ${host} is in use`,
        hint: 'take another with --port, or --port 0 for any that is free',
      },
      'outside',
    )
  const hint = code === 'EACCES' ? 'ports below 1024 need permission: take a higher one with --port' : 'check --host and --port'
  return new StemmaError({ code: 'cannot-listen', message: `cannot listen on port ${port} of ${host}: ${message}`, hint }, 'outside')
}
