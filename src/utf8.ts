/**
 * Texts as UTF-8 and back. Node's Buffer is quicker for short texts, and reads memory that threads share; a browser has
 * TextEncoder and TextDecoder, and its memory is not shared.
 */
const inNode = typeof Buffer !== 'undefined'
const encoder = new TextEncoder()
// A byte order mark at the start of a text is part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Memory that texts are written into. */
export const textMemory = (length: number): Uint8Array => (inNode ? Buffer.allocUnsafe(length) : new Uint8Array(length))

/** Writes a text into memory of `textMemory`, from a place on; returns how many bytes it took. */
export const writeText = inNode
  ? (memory: Uint8Array, text: string, at: number): number => (memory as Buffer).write(text, at)
  : (memory: Uint8Array, text: string, at: number): number => encoder.encodeInto(text, memory.subarray(at)).written

/** The text of a stretch of bytes. */
export const readText = inNode ? readByBuffer : (bytes: Uint8Array, from: number, to: number) => decoder.decode(bytes.subarray(from, to))

const buffers = new WeakMap<Uint8Array, Buffer>()

function readByBuffer(bytes: Uint8Array, from: number, to: number): string {
  let buffer = buffers.get(bytes)
  if (!buffer) buffers.set(bytes, (buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  return buffer.toString('utf8', from, to)
}

/** The bytes of a text. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text)
