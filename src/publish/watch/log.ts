/** The log of a server: a line of JSON for each thing that happens. */
import { pino } from 'pino'
import type { Answered } from '../server/answered.ts'

/** How much is told; each tells what those before it do. */
export type Level = 'off' | 'error' | 'warn' | 'info' | 'debug'

/** A log that is being written. */
export interface Log {
  answered(answered: Answered): void
  /** @param id the request that it happened to */
  failed(error: unknown, id?: number, message?: string): void
  /** Says what the server itself does. */
  says(message: string, facts?: object): void
}

/** Targets are told up to so many characters, which is more than most questions have. */
const longest = 2000

/** Where those ask who watch: what they ask is seldom of interest. */
const watching: ReadonlySet<string | undefined> = new Set(['health', 'metrics'])

/**
 * Begins a log.
 *
 * @param write takes a line, and is done with it when it returns: nothing is lost when the process ends
 */
export function openLog(level: Level, write: (line: string) => void): Log {
  const log = pino(
    {
      level: level === 'off' ? 'silent' : level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  )
  return {
    answered({ id, client, method, target, route = 'none', status, whole, bytes, ms, code, slow }) {
      const line = {
        id,
        client,
        method,
        target: target.length > longest ? `${target.slice(0, longest)}...` : target,
        route,
        status,
        ms: Math.round(ms * 10) / 10,
        bytes,
        ...(!whole && { cut: true }),
        ...(code !== undefined && { code }),
        ...(slow !== undefined && { lane: slow ? 'slow' : 'quick' }),
      }
      if (status >= 500) log.warn(line, 'answered')
      else if (watching.has(route)) log.debug(line, 'answered')
      else log.info(line, 'answered')
    },
    failed: (error, id, message = 'something unforeseen') => log.error({ ...(id !== undefined && { id }), err: error }, message),
    says: (message, facts = {}) => log.info(facts, message),
  }
}
