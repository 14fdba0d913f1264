/** Figures: how they are taken from many runs, and how they are written. */

/** What many runs of the same thing took, in ms. */
export interface Times {
  readonly ms: number
  readonly min: number
  readonly max: number
  readonly runs: number
}

/** The middle one; of an even number the higher of the two. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** What so large a share of the values is at most; 0 of none. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0

/** The times of runs, rounded to microseconds. */
export function timesOf(values: readonly number[]): Times {
  const round = (value: number): number => Math.round(value * 1000) / 1000
  return { ms: round(median(values)), min: round(Math.min(...values)), max: round(Math.max(...values)), runs: values.length }
}

/** Milliseconds with three digits that say something. */
export const milliseconds = (ms: number): string => (ms < 10 ? ms.toPrecision(2) : Math.round(ms).toLocaleString('en'))

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
export const megabytes = (bytes: number): string => (bytes > 0 ? `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB` : 'unknown')
export const times = (ratio: number): string => `${ratio.toFixed(2)} times`
