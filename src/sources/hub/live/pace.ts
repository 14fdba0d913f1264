/** How a hub is treated: how often it is asked again, and how long it is waited for. */
import { setTimeout as sleep } from 'node:timers/promises'
import { megabytes } from '../../text.ts'
import type { Limits } from './exchange.ts'

/** Bounds and clock of all that is asked. */
export interface Pace extends Limits {
  /** Requests at the same time. */
  readonly together: number
  /** How often one thing is asked for. */
  readonly tries: number
  /** Milliseconds before the second try; each further one waits twice as long. */
  readonly firstWait: number
  /** Milliseconds that a hub may want to be left alone at most; if it wants more, that is told. */
  readonly longestWait: number
  /** Milliseconds of all waiting. */
  readonly allWaiting: number
  /** So many failures in a row mean that the hub is down, and the rest is not asked for. */
  readonly failures: number
  readonly now: () => number
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
  /** From 0 to 1: those who wait do not come back all at once. */
  readonly random: () => number
}

/** The hub counts requests in windows of five minutes. */
const window = 300_000

export const usualPace: Pace = {
  together: 4,
  tries: 5,
  firstWait: 1_000,
  longestWait: window + 10_000,
  allWaiting: 12 * window,
  failures: 8,
  idle: 15_000,
  whole: 120_000,
  megabytes,
  now: Date.now,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  random: Math.random,
}
