/** From a request to its answer: the handlers in turn, and what is the same for all of them. */
import type { IncomingMessage } from 'node:http'
import { openToAll, type Answer, type Answering, type Asked, type Handler, type Visit } from './answer.ts'
import { problem } from './problem.ts'
import type { Store } from './store.ts'
import { mountOf, targetOf } from './target.ts'

/** What answers requests; it neither throws nor rejects. */
export type Router = (request: IncomingMessage, visit: Visit) => Answer | Promise<Answer>

/**
 * Makes what answers requests.
 *
 * The site is at the root of the host and at the path of its base IRI alike, so that it is found with or without a proxy that
 * takes that path away. Nothing is read from the Host header or from what proxies add.
 *
 * @param handlers they are asked in turn which of them has something at a path
 * @param onError is told of what was not foreseen, and of which request
 */
export function routerOf(store: Store, handlers: readonly Handler[], onError: (error: unknown, id: number) => void): Router {
  const mount = mountOf(store.site.graph.base)

  /** The paths of the site that a path of the host may mean. */
  const pathsOf = (path: string): string[] => (mount && path.startsWith(mount) ? [path.slice(mount.length), path] : [path])

  function find(paths: readonly string[]): { readonly handler: Handler; readonly answering: Answering; readonly path: string } | undefined {
    for (const path of paths)
      for (const handler of handlers) {
        const answering = handler.at(path)
        if (answering) return { handler, answering, path }
      }
    return undefined
  }

  function answer(request: IncomingMessage, visit: Visit): Answer | Promise<Answer> {
    const { url = '', method = '', headers } = request
    if (method === 'OPTIONS' && url === '*') return options(['GET', 'HEAD'])
    const target = targetOf(url)
    if (target.refused) return problem(store, { headers, path: target.path }, target.refused)
    const paths = pathsOf(target.path)
    const found = find(paths)
    if (!found) {
      // The base without its last slash, as people write it.
      if (mount === `${target.path}/`) return movedTo(`${encodeURIComponent(mount.split('/').at(-2)!)}/`)
      return problem(store, { headers, path: paths[0]! }, 404)
    }
    const { handler, answering, path } = found
    visit.note({ route: handler.route })
    const asked: Asked = { ...visit, method, path, headers, request }
    if (method === 'OPTIONS') return options(handler.methods)
    if (!handler.methods.includes(method)) return problem(store, asked, 405, { headers: { Allow: allowed(handler.methods) } })
    if (hasBody(request) && (method === 'GET' || method === 'HEAD')) return problem(store, asked, 413)
    return answering(asked)
  }

  return (request, visit) => {
    const failed = (error: unknown): Answer => {
      onError(error, visit.id)
      return problem(store, { headers: request.headers, path: targetOf(request.url ?? '').path }, 500)
    }
    try {
      const given = answer(request, visit)
      return given instanceof Promise ? given.catch(failed) : given
    } catch (error) {
      return failed(error)
    }
  }
}

/** Whether a request comes with a body (RFC 9112, 6.3). */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const allowed = (methods: readonly string[]): string => [...methods, 'OPTIONS'].join(', ')

/** What may be asked, for OPTIONS and for browsers that ask before they send a request to another site. */
const options = (methods: readonly string[]): Answer => ({
  status: 204,
  headers: {
    ...openToAll,
    Allow: allowed(methods),
    'Access-Control-Allow-Methods': allowed(methods),
    // The star stands for all but this one (https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name).
    'Access-Control-Allow-Headers': '*, Authorization',
    'Access-Control-Max-Age': 86_400,
  },
})

const movedTo = (location: string): Answer => ({ status: 308, headers: { ...openToAll, Location: location, 'Content-Length': 0 } })
