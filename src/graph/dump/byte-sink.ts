import { bytesOf } from '../../utf8.ts'

/** Above so many bytes, the call that copies them at once takes less time than a loop. */
const long = 24

/** Bytes that are put together, and handed out in pieces. */
export class ByteSink {
  #bytes: Uint8Array
  #length = 0

  /** @param enough about how long a piece is */
  constructor(enough: number) {
    this.#bytes = new Uint8Array(enough + (enough >> 2))
  }

  get length(): number {
    return this.#length
  }

  /** Adds bytes, all or those of a stretch, as they are. */
  add(source: Uint8Array, from = 0, to = source.length): void {
    const length = to - from
    if (this.#length + length > this.#bytes.length) this.#grow(length)
    const bytes = this.#bytes
    let at = this.#length
    this.#length += length
    // Of a stretch, a view would have to be made first.
    if (length > long && length === source.length) bytes.set(source, at)
    else for (let index = from; index < to; index++) bytes[at++] = source[index]!
  }

  /** Adds once more what was added before, from one length up to another. */
  repeat(from: number, to: number): void {
    if (this.#length + to - from > this.#bytes.length) this.#grow(to - from)
    this.#bytes.copyWithin(this.#length, from, to)
    this.#length += to - from
  }

  /** Adds a stretch of the UTF-8 of a text as it stands between quotes, in JSON as in Turtle. */
  addEscaped(source: Uint8Array, from: number, to: number): void {
    if (this.#length + 6 * (to - from) > this.#bytes.length) this.#grow(6 * (to - from))
    const bytes = this.#bytes
    let at = this.#length
    for (let index = from; index < to; index++) {
      const byte = source[index]!
      if (byte >= 32 && byte !== 34 && byte !== 92 && byte !== 127) bytes[at++] = byte
      else for (const unit of escaped[byte]!) bytes[at++] = unit
    }
    this.#length = at
  }

  /** What was added since the last time. It lies in the sink's own memory, so it is to be used before more is added. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}

const short: Readonly<Record<number, string>> = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' }
/** How each character that cannot stand as it is is written. */
const escaped = Array.from({ length: 128 }, (_, byte) => bytesOf(short[byte] ?? `\\u${byte.toString(16).toUpperCase().padStart(4, '0')}`))
