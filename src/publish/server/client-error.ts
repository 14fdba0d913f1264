/** Answers to what is no request: headers that are too long or too slow, and bytes that are not HTTP. */
import { STATUS_CODES, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { linger } from './send.ts'

interface ClientError extends Error {
  readonly code?: string
  /** The bytes that were read last. */
  readonly rawPacket?: Buffer
}

/**
 * Answers on connections whose requests cannot be read, and ends them.
 *
 * @param isAnswering whether an answer to what was read before is due on a connection: nothing may be put before it or between its bytes
 * @param onRefused is told of the status of each, and on which connection
 */
export function answerClientErrors(
  server: Server,
  isAnswering: (socket: Socket) => boolean,
  onRefused: (status: number, socket: Socket) => void,
): void {
  const ended = new WeakSet<Socket>()
  server.on('clientError', (error: ClientError, socket: Socket) => {
    // Every further piece of what is no request is an error again.
    if (ended.has(socket)) return
    ended.add(socket)
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    if (isAnswering(socket)) {
      socket.destroySoon()
      return
    }
    const status = statusOf(error)
    onRefused(status, socket)
    const body = `${JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail: details[error.code ?? ''] })}\n`
    // Scripts on pages of other sites may read why.
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Access-Control-Allow-Origin: *',
      'Content-Type: application/problem+json',
      `Content-Length: ${body.length}`,
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
    // What still comes is thrown away for a moment, so that the client reads the answer.
    socket.resume()
    const timer = setTimeout(() => socket.destroy(), linger.ms)
    socket.once('close', () => clearTimeout(timer))
  })
}

/** What is told beside the status. Of an address that came in several pieces it is not known that it is one. */
const details: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The address or the headers are too long: send a long question by POST.',
}

function statusOf({ code, rawPacket }: ClientError): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (code === 'HPE_HEADER_OVERFLOW') return isTarget(rawPacket) ? 414 : 431
  return code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW' ? 413 : 400
}

/** Whether what was too long is the target: the bytes begin with a method, and no line of them has ended. */
const isTarget = (bytes: Buffer | undefined): boolean =>
  bytes !== undefined && !bytes.includes(10) && /^[A-Z]{3,7} \S/.test(bytes.toString('latin1', 0, 16))
