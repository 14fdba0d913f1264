/** A site over HTTP: what it holds, and who answers for it. */
import type { Handler } from './answer.ts'
import { moved } from './moved.ts'
import { neutral } from './neutral.ts'
import { representations } from './representations.ts'
import { retired } from './retired.ts'
import { routerOf, type Router } from './router.ts'
import { storeOf, type Opened, type Store } from './store.ts'

/** How a site is answered for. */
export interface SiteOptions {
  /** At most so many bytes of rendered pages are kept in memory; 64 MB, if nothing else is said. */
  readonly cacheBytes?: number
  /** Others that answer, asked before the site itself. */
  readonly handlers?: readonly Handler[]
  /** Is told of what was not foreseen. */
  readonly onError?: (error: unknown, id?: number) => void
}

/** Who answers, in turn: the first that has something at a path. */
const handlersOf = (store: Store): readonly Handler[] => [retired(store), representations(store), neutral(store), moved(store)]

/**
 * What answers for a site.
 *
 * @param open opens it, now and again after it was asked for much
 */
export function siteRouter(open: () => Opened, { cacheBytes = 64 * 2 ** 20, handlers = [], onError = () => {} }: SiteOptions = {}): Router {
  const store = storeOf(open, cacheBytes)
  return routerOf(store, [...handlers, ...handlersOf(store)], onError)
}
