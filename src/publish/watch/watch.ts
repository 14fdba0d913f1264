/** Watches over a server: its log, and its figures for Prometheus. */
import { formatProblem, StemmaError } from '../../errors.ts'
import { oneLine } from '../../quote.ts'
import { version } from '../../version.ts'
import type { Handler } from '../server/answer.ts'
import type { Running, ServerOptions } from '../server/server.ts'
import { openLog, type Level } from './log.ts'
import { openMetrics, type Measured } from './metrics.ts'
import { serveMetrics } from './serve-metrics.ts'

/** Where the figures are; `off` for nowhere. */
export type MetricsPlace = { readonly host: string; readonly port: number } | 'off'

/** How a server is watched. */
export interface WatchOptions extends Measured {
  readonly level: Level
  /** Takes the lines of the log; they are written when it returns. */
  readonly write: (text: string) => void
  /** The server itself, if nothing else is said. */
  readonly metrics?: MetricsPlace | undefined
}

/** What watches over a server. */
export interface Watch extends Required<Pick<ServerOptions, 'onAnswered' | 'onError'>> {
  /** What the server answers with for those who watch. */
  readonly handlers: readonly Handler[]
  /**
   * The server has started.
   *
   * @returns where the figures are, if they have a port of their own
   * @throws StemmaError where they cannot have it
   */
  started(url: string): Promise<string | undefined>
  /** The graph was opened anew, or could not be. */
  reloaded(): void
  notReloaded(error: unknown): void
  /** The server begins to stop, and has stopped. */
  stopping(): void
  stopped(): Promise<void>
}

const anew = 'the graph was opened anew'
const notAnew = 'the graph could not be opened anew, and stays what it was'
const unforeseen = (error: unknown): string => `something unforeseen: ${oneLine((error as Error).message)} [internal]`

/** Begins to watch. */
export function openWatch({ level, write, metrics: place, ...measured }: WatchOptions): Watch {
  const log = openLog(level, write)
  const metrics = place === 'off' ? undefined : openMetrics(measured)
  let own: Running | undefined
  return {
    handlers: metrics && place === undefined ? [metrics.handler] : [],
    onAnswered(answered) {
      log.answered(answered)
      metrics?.answered(answered)
    },
    // A person on a terminal reads no JSON, and is told all the same.
    onError: (error, id) => (level === 'off' ? write(`error ${unforeseen(error)}\n`) : log.failed(error, id)),
    async started(url) {
      if (metrics && typeof place === 'object') own = await serveMetrics(metrics.handler, place.host, place.port)
      const figures = own && `${own.url}metrics`
      log.says('started', { version, url, ...(figures !== undefined && { metrics: figures }) })
      return figures
    },
    reloaded: () => (level === 'off' ? write(`${anew}\n`) : log.says(anew)),
    notReloaded(error) {
      if (level !== 'off') return log.failed(error, undefined, notAnew)
      const problems = error instanceof StemmaError ? error.problems.map(formatProblem) : [unforeseen(error)]
      write([...problems.map((problem) => `error ${problem}`), notAnew, ''].join('\n'))
    },
    stopping: () => log.says('stopping'),
    async stopped() {
      await own?.stop()
      log.says('stopped')
    },
  }
}
