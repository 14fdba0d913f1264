/** How far long work is, in a line. */
import type { PublishProgress } from '../publish/static/publish.ts'
import type { Progress } from '../sources/bulk/tally.ts'

/** Milliseconds between two lines: more often nobody reads. */
const pause = 100

/** Shows progress of reading now and then: records, their rate, memory, and the time that is left. */
export function progressLine(show: (text: string) => void): (progress: Progress) => void {
  const line = throttled(show)
  return ({ bytes, totalBytes, records }) => line(bytes / Math.max(1, totalBytes), records, 'records')
}

/**
 * Shows progress of publishing now and then, as `progressLine`, with what is being written: a dump or what the search needs takes long, and
 * no thing is counted for it.
 */
export function publishLine(show: (text: string) => void): (progress: PublishProgress) => void {
  const line = throttled(show)
  let before: number | undefined
  return ({ parts, totalParts, current, things }) => {
    line(parts / totalParts, things, 'things', current, things === before)
    before = things
  }
}

/** Shows how far the fetching of a hub is: how much there is in all nobody knows before the end. */
export const hubLine =
  (show: (text: string) => void): ((read: number, known: number, seconds?: number) => void) =>
  (read, known, seconds) =>
    show(
      `${read.toLocaleString('en')} of ${known.toLocaleString('en')} records of the hub${seconds === undefined ? '' : `, which wants to be left alone for ${seconds} s`}`,
    )

/** @returns shows a line; one that comes soon after another is left out, unless it is `needed`: nothing may come after it for long */
function throttled(show: (text: string) => void): (done: number, count: number, unit: string, current?: string, needed?: boolean) => void {
  const started = performance.now()
  let shown = 0
  return (done, count, unit, current, needed = false) => {
    const now = performance.now()
    if (now - shown < pause && done < 1 && !needed) return
    shown = now
    const seconds = (now - started) / 1000
    const left = done > 0 && count > 0 ? `, ${((seconds / done) * (1 - done)).toFixed(0)} s left` : ''
    const bar = '█'.repeat(Math.round(done * 20)).padEnd(20, '░')
    const megabytes = Math.round(process.memoryUsage.rss() / 1e6)
    show(
      `${bar} ${Math.floor(done * 100)}%  ${current === undefined ? '' : `${current}, `}${count.toLocaleString('en')} ${unit}, ${Math.round(count / seconds).toLocaleString('en')} a second, ${megabytes} MB${left}`,
    )
  }
}
