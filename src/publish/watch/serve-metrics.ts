/** The figures of a server at a port of their own, which a proxy does not lead to. */
import type { Handler } from '../server/answer.ts'
import { startServer, type Running } from '../server/server.ts'

/**
 * Serves a handler and nothing else.
 *
 * @throws StemmaError where it cannot listen
 */
export const serveMetrics = (handler: Handler, host: string, port: number): Promise<Running> =>
  startServer(
    (request, visit) => {
      const { method = '', url = '', headers } = request
      const path = url.replace(/^\/|\?.*/g, '')
      const answering = handler.methods.includes(method) ? handler.at(path) : undefined
      return answering?.({ ...visit, method, path, headers, request }) ?? { status: 404, headers: { 'Content-Length': 0 } }
    },
    { host, port, graceMs: 0 },
  )
