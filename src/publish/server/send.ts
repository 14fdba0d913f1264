/** Sends an answer. */
import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Answer, FilePart, Pieces } from './answer.ts'
import { coded } from './coded-stream.ts'
import { hasBody } from './router.ts'

/** How long, and for how many bytes, a body that nobody wants is still taken, so that the client reads the answer. */
export const linger = { ms: 1000, bytes: 1 << 20 } as const

/**
 * Sends an answer, without its body for HEAD. A body that was not read is thrown away as it comes, for a moment: closed at once,
 * the connection would be reset before the client has read why.
 *
 * @param last the connection ends with this answer
 */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer, last: boolean): void {
  const isUnread = hasBody(request) && !request.readableEnded
  const given = last || isUnread ? { ...headers, Connection: 'close' } : headers
  if (body && 'pieces' in body) return sendPieces(body, { status, headers: given }, request, response)
  const content = request.method === 'HEAD' || !body?.length ? undefined : body
  response.writeHead(status, given)
  if (content && !(content instanceof Uint8Array)) {
    sendFile(content, response)
    return
  }
  if (!isUnread) {
    response.end(content)
    return
  }
  response.flushHeaders()
  if (content) response.write(content)
  discard(request, () => response.end())
}

/** Sends a part of a file as fast as the client takes it; what goes wrong ends the connection, so that a cut answer never looks whole. */
function sendFile({ handle, start, length }: FilePart, response: ServerResponse): void {
  const part = createReadStream('', { fd: handle, autoClose: false, start, end: start + length - 1 })
  pipeline(part, response, () => {})
}

/** Sends pieces as they come. A client of HTTP/1.0 cannot tell an answer that was cut from one that has ended, so it gets all at once or nothing. */
function sendPieces(
  { pieces, encoding }: Pieces,
  { status, headers }: Answer,
  { httpVersion }: IncomingMessage,
  response: ServerResponse,
): void {
  const source = coded(Readable.from(pieces, { objectMode: true }), encoding)
  if (httpVersion === '1.0')
    source.toArray().then(
      (all) => {
        const whole = Buffer.concat(all as Buffer[])
        response.writeHead(status, { ...headers, 'Content-Length': whole.length }).end(whole)
      },
      () => response.destroy(),
    )
  else {
    // What fails at once would end the connection before anything was sent on it, and browsers ask again where nothing came.
    response.writeHead(status, headers).flushHeaders()
    pipeline(source, response, () => {})
  }
}

function discard(request: IncomingMessage, done: () => void): void {
  let bytes = 0
  const timer = setTimeout(end, linger.ms)
  function end(): void {
    clearTimeout(timer)
    request.pause()
    done()
  }
  request.on('data', (piece: Buffer) => {
    bytes += piece.length
    if (bytes > linger.bytes) end()
  })
  request.once('end', end).once('error', end)
}
