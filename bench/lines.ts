/** The lines of a file, or of a stretch of it, without the whole of it in memory. */
import { closeSync, openSync, readSync } from 'node:fs'

const chunk = 2 ** 20
const lineFeed = 10

/**
 * Calls for each line that starts within the stretch; stretches that join give each line once.
 *
 * @param visit is given the line without its end
 */
export function eachLine(file: string, visit: (line: string) => void, start = 0, end = Number.MAX_SAFE_INTEGER): void {
  const descriptor = openSync(file, 'r')
  try {
    let bytes = Buffer.allocUnsafe(2 * chunk)
    // A line that starts before the stretch is another's; whether one starts at its first byte, the byte before tells.
    let position = Math.max(start - 1, 0)
    let foreign = start > 0
    let kept = 0
    for (;;) {
      if (bytes.length < kept + chunk) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)])
      const read = readSync(descriptor, bytes, kept, chunk, position + kept)
      const filled = kept + read
      let from = 0
      for (let to = bytes.indexOf(lineFeed); to >= 0 && to < filled; to = bytes.indexOf(lineFeed, from)) {
        if (foreign) foreign = false
        else if (position + from >= end) return
        else visit(bytes.toString('utf8', from, to))
        from = to + 1
      }
      if (read === 0) {
        if (filled > from && !foreign && position + from < end) visit(bytes.toString('utf8', from, filled))
        return
      }
      bytes.copyWithin(0, from, filled)
      position += from
      kept = filled - from
    }
  } finally {
    closeSync(descriptor)
  }
}
