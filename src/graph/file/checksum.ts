import { crc32 } from 'node:zlib'
import { blockLength } from './layout.ts'

/** CRC-32 as in gzip and PNG: one wrong byte never goes unnoticed. */
export const checksum = (bytes: Uint8Array): number => crc32(bytes)

/** The checksum of each block of a section. */
export function checksums(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(bytes.length / blockLength) }, (_, block) =>
    checksum(bytes.subarray(block * blockLength, (block + 1) * blockLength)),
  )
}
