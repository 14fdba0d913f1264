/** The bytes of a graph that are all in memory, as a browser has them that fetched the file: no part of them is copied. */
import type { ByteSource } from './byte-source.ts'

/**
 * @param name what messages call it
 * @param checksum CRC-32 as in gzip and PNG
 */
export const memoryBytes = (name: string, all: Uint8Array, checksum: (bytes: Uint8Array) => number): ByteSource => ({
  name,
  length: all.length,
  memory: (at, length) => all.subarray(at, at + length),
  fill: (memory, _, to) => to <= memory.length,
  checksum,
})
