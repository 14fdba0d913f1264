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

  /** Adds bytes as they are. */
  add(bytes: Uint8Array): void {
    const { length } = bytes
    if (this.#length + length > this.#bytes.length) this.#grow(length)
    // For short ones a loop is quicker than `set`.
    if (length > 64) this.#bytes.set(bytes, this.#length)
    else for (let index = 0; index < length; index++) this.#bytes[this.#length + index] = bytes[index]!
    this.#length += length
  }

  /** Adds the UTF-8 of a text as it stands between the quotes of a literal. */
  addEscaped(bytes: Uint8Array): void {
    if (this.#length + 6 * bytes.length > this.#bytes.length) this.#grow(6 * bytes.length)
    for (const byte of bytes) {
      if (byte >= 32 && byte !== 34 && byte !== 92 && byte !== 127) this.#bytes[this.#length++] = byte
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
