/** Going over from one graph to another while requests come: each is answered out of one of them, and none is dropped. */
import type { Router } from './router.ts'

/** What is served, and what ends it when nobody reads of it any more. */
export interface Served {
  readonly router: Router
  close(): void | Promise<void>
}

/** What is served now, and how something else comes in its place. */
export interface Switching {
  readonly router: Router
  /** Serves something else from now on; what was served before is closed when its last answer was sent. */
  to(next: Served): void
  /** Closes what is served, and waits for all that is still being closed. */
  close(): Promise<void>
}

/** Begins to serve something. */
export function switching(first: Served): Switching {
  const closing = new Set<Promise<void>>()
  let current = turnOf(first)
  const end = ({ retire }: Turn): void => {
    const closed = retire().finally(() => closing.delete(closed))
    closing.add(closed)
  }
  return {
    router: (request, proceed, onEnd) => current.router(request, proceed, onEnd),
    to(next) {
      const before = current
      current = turnOf(next)
      end(before)
    },
    async close() {
      end(current)
      await Promise.all(closing)
    },
  }
}

/** One that is or was served, with the requests that it still answers. */
interface Turn {
  readonly router: Router
  /** Takes no more requests; resolves when it is closed. */
  retire(): Promise<void>
}

function turnOf({ router, close }: Served): Turn {
  let underWay = 0
  let settled: (() => void) | undefined
  return {
    router(request, proceed, onEnd) {
      underWay += 1
      onEnd(() => {
        underWay -= 1
        if (underWay === 0) settled?.()
      })
      return router(request, proceed, onEnd)
    },
    async retire() {
      if (underWay > 0) await new Promise<void>((resolve) => (settled = resolve))
      await close()
    },
  }
}
