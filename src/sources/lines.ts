/**
 * Files of lines, read in stretches by several readers at once. A stretch is a range of bytes, and has the lines that start in
 * it; so every line is of one stretch, wherever the borders fall.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import { StemmaError } from '../errors.ts'

/** A file that is open for reading. */
export interface OpenFile {
  /** As it was named, for messages. */
  readonly file: string
  readonly handle: number
  /** Its size when it was opened. */
  readonly size: number
}

/** The lines of a stretch, and what stands in the way of them. */
export interface LineVisitor {
  /** A line without its line feed; lines are counted from 1 within the stretch. */
  line(text: string, number: number): void
  notUtf8(number: number): void
  tooLong(number: number): void
}

const lineFeed = 0x0a
const byteOrderMark = [0xef, 0xbb, 0xbf]
/** How much is read beyond a stretch to find the end of its last line; twice as much when that is not enough. */
const margin = 1 << 16

/** Reads stretches, one after the other, into the same memory. */
export class StretchReader {
  #memory = Buffer.alloc(0)
  readonly #longest: number

  /** @param longest how many bytes a line has at most */
  constructor(longest: number) {
    this.#longest = longest
  }

  /**
   * Reads the lines that start in a stretch.
   *
   * @param from where it begins
   * @param to where the next one begins; the longest line is no shorter than a stretch
   * @returns how many lines there are
   */
  read(open: OpenFile, from: number, to: number, visitor: LineVisitor): number {
    // A line starts where a line feed stands before, so that is looked at too.
    const begin = Math.max(from - 1, 0)
    const border = Math.min(to, open.size) - begin
    const bytes = this.#load(open, begin, Math.min(border + margin, open.size - begin))
    const start = from > 0 ? bytes.subarray(0, border - 1).indexOf(lineFeed) + 1 : markLength(bytes)
    if (from > 0 && start === 0) return 0
    return this.#visit(open, begin, bytes, start, border, visitor)
  }

  /** Visits the lines that start between two places of what was loaded. */
  #visit(open: OpenFile, begin: number, loaded: Buffer, start: number, border: number, visitor: LineVisitor): number {
    const last = Math.max(start, loaded.subarray(0, border - 1).lastIndexOf(lineFeed) + 1)
    const { bytes, end } = this.#findEnd(open, begin, loaded, border - 1, last + this.#longest)
    if (end - last <= this.#longest) return eachLine(bytes.subarray(start, end), visitor)
    const before = last > start ? eachLine(bytes.subarray(start, last - 1), visitor) : 0
    visitor.tooLong(before + 1)
    return before + 1
  }

  /** Where the line ends that goes on at a place: at its line feed, at the end of the file, or further on than is of interest. */
  #findEnd(open: OpenFile, begin: number, loaded: Buffer, from: number, enough: number): { bytes: Buffer; end: number } {
    const whole = open.size - begin
    for (let bytes = loaded, at = Math.max(from, 0); ;) {
      const end = bytes.indexOf(lineFeed, at)
      if (end >= 0) return { bytes, end }
      if (bytes.length >= whole || bytes.length > enough) return { bytes, end: bytes.length }
      at = bytes.length
      bytes = this.#load(open, begin, Math.min(2 * bytes.length, whole, enough + 1), bytes)
    }
  }

  /** The bytes of a file from a place on, of which some may be here already. */
  #load({ file, handle }: OpenFile, begin: number, length: number, known?: Buffer): Buffer {
    const memory = this.#memoryOf(length, known !== undefined)
    let have = known?.length ?? 0
    if (known && known.buffer !== memory.buffer) known.copy(memory)
    while (have < length) {
      const read = readSync(handle, memory, have, length - have, begin + have)
      if (read === 0) throw new StemmaError(changed(file))
      have += read
    }
    return memory.subarray(0, length)
  }

  /** What is needed for one long line is not kept. */
  #memoryOf(length: number, forLongLine: boolean): Buffer {
    if (length <= this.#memory.length) return this.#memory
    const memory = Buffer.allocUnsafeSlow(length)
    if (!forLongLine) this.#memory = memory
    return memory
  }
}

/** The problem of a file that is not the one any more that was opened. */
export const changed = (file: string): { code: string; message: string; place: { file: string }; hint: string } => ({
  code: 'file-changed',
  message: 'the file was changed while it was read',
  place: { file },
  hint: 'wait until it is written, then run it again',
})

const markLength = (bytes: Buffer): number => (byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark.length : 0)

/** Visits the lines of a text that ends before its last line feed. */
function eachLine(bytes: Buffer, visitor: LineVisitor): number {
  if (isAscii(bytes)) return eachAsciiLine(bytes.toString('latin1'), visitor)
  const allGood = isUtf8(bytes)
  let number = 0
  for (let from = 0; from <= bytes.length;) {
    const found = bytes.indexOf(lineFeed, from)
    const end = found < 0 ? bytes.length : found
    number += 1
    if (allGood || isUtf8(bytes.subarray(from, end))) visitor.line(bytes.toString('utf8', from, end), number)
    else visitor.notUtf8(number)
    from = end + 1
  }
  return number
}

/** Letters that are bytes are cut out of one text much faster than decoded line by line. */
function eachAsciiLine(text: string, visitor: LineVisitor): number {
  let number = 0
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    number += 1
    visitor.line(text.slice(from, end), number)
    from = end + 1
  }
  return number
}
