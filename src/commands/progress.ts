/** How far the reading of records is, in a line. */
import type { Progress } from '../sources/bulk/tally.ts'

/** Milliseconds between two lines: more often nobody reads. */
const pause = 100

/** Shows progress now and then: records, their rate, memory, and the time that is left. */
export function progressLine(show: (text: string) => void): (progress: Progress) => void {
  const started = performance.now()
  let shown = 0
  return ({ bytes, totalBytes, records }) => {
    const now = performance.now()
    if (now - shown < pause && bytes < totalBytes) return
    shown = now
    const seconds = (now - started) / 1000
    const done = bytes / Math.max(1, totalBytes)
    const left = done > 0 ? (seconds / done) * (1 - done) : 0
    const bar = '█'.repeat(Math.round(done * 20)).padEnd(20, '░')
    const megabytes = Math.round(process.memoryUsage.rss() / 1e6)
    show(
      `${bar} ${Math.floor(done * 100)}%  ${records.toLocaleString('en')} records, ${Math.round(records / seconds).toLocaleString('en')} a second, ${megabytes} MB, ${left.toFixed(0)} s left`,
    )
  }
}
