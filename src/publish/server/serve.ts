/** A site over HTTP: what it holds, who answers for it, and the server that they are reached by. */
import type { Handler } from './answer.ts'
import { moved } from './moved.ts'
import { neutral } from './neutral.ts'
import { representations } from './representations.ts'
import { routerOf } from './router.ts'
import { startServer, type Running, type ServerOptions } from './server.ts'
import { storeOf, type Opened, type Store } from './store.ts'

/** How a site is served. */
export interface ServeOptions extends ServerOptions {
  /** At most so many bytes of rendered pages are kept in memory; 64 MB, if nothing else is said. */
  readonly cacheBytes?: number
  /** Others that answer, asked before the site itself. */
  readonly handlers?: readonly Handler[]
}

/** Who answers, in turn: the first that has something at a path. */
const handlersOf = (store: Store): readonly Handler[] => [representations(store), neutral(store), moved(store)]

/**
 * Serves a site.
 *
 * @param open opens it, when it starts and again after it was asked for much
 * @throws StemmaError where it cannot listen
 */
export function serveSite(open: () => Opened, options: ServeOptions): Promise<Running> {
  const { cacheBytes = 64 * 2 ** 20, handlers = [], onError = () => {} } = options
  const store = storeOf(open, cacheBytes)
  return startServer(routerOf(store, [...handlers, ...handlersOf(store)], onError), options)
}
