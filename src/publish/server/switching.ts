/** Going over from one graph to another while requests come: each is answered out of one of them, and none is dropped. */
import type { Router } from './router.ts'

/** What is served, and what ends it when nobody reads of it any more. */
export interface Served {
  readonly router: Router
  close(): void | Promise<void>
}

/** What is served now, and how something else comes in its place. */
export interface Switching<Of extends Served> {
  readonly router: Router
  readonly current: Of
  /** Serves something else from now on; what was served before is closed when its last answer was sent. */
  to(next: Of): void
  /** Closes what is served, and waits for all that is still being closed. */
  close(): Promise<void>
}

/** Begins to serve something. */
export function switching<Of extends Served>(first: Of): Switching<Of> {
  const closing = new Set<Promise<void>>()
  let current = first
  let turn = turnOf(first)
  const end = ({ retire }: Turn): void => {
    const closed = retire().finally(() => closing.delete(closed))
    closing.add(closed)
  }
  return {
    router: (request, visit) => turn.router(request, visit),
    get current() {
      return current
    },
    to(next) {
      const before = turn
      current = next
      turn = turnOf(next)
      end(before)
    },
    async close() {
      end(turn)
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
    router(request, visit) {
      underWay += 1
      visit.onEnd(() => {
        underWay -= 1
        if (underWay === 0) settled?.()
      })
      return router(request, visit)
    },
    async retire() {
      if (underWay > 0) await new Promise<void>((resolve) => (settled = resolve))
      await close()
    },
  }
}
