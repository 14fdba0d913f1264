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

  /** Adds a stretch of bytes as they are. */
  add(source: Uint8Array, from = 0, to = source.length): void {
    if (this.#length + to - from > this.#bytes.length) this.#grow(to - from)
    const bytes = this.#bytes
    let at = this.#length
    for (let index = from; index < to; index++) bytes[at++] = source[index]!
    this.#length = at
  }

  /** Adds a stretch of the UTF-8 of a text as it stands between the quotes of a literal. */
  addEscaped(source: Uint8Array, from: number, to: number): void {
    if (this.#length + 6 * (to - from) > this.#bytes.length) this.#grow(6 * (to - from))
    const bytes = this.#bytes
    for (let index = from; index < to; index++) {
      const byte = source[index]!
      if (byte >= 32 && byte !== 34 && byte !== 92 && byte !== 127) bytes[this.#length++] = byte
      else this.add(escaped[byte]!)
    }
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
const escaped = Array.from({ length: 128 }, (_, byte) =>
  new TextEncoder().encode(short[byte] ?? `\\u${byte.toString(16).toUpperCase().padStart(4, '0')}`),
)
