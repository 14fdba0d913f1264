/** A graph as the bytes of a `.stemma` file. */
import type { QuadIndex } from '../index/quad-index.ts'
import { checksum, checksums } from './checksum.ts'
import { alignment, described, footLength, headLength, magic, sectionsOf, version, type Directory, type SectionPlace } from './layout.ts'

/** So much is handed out at a time. */
const chunkLength = 1 << 22

/** The bytes of a graph, piece by piece; the same for the same graph. */
export function* graphBytes({ parts }: QuadIndex): Generator<Uint8Array> {
  yield head()
  let at = headLength
  const places: SectionPlace[] = []
  const sums: Uint32Array[] = []
  for (const [name, section] of sectionsOf(parts)) {
    section.needAll()
    const { items } = section
    const bytes = new Uint8Array(items.buffer, items.byteOffset, items.byteLength)
    places.push({ name, at, length: bytes.length, width: items.BYTES_PER_ELEMENT as 1 | 2 | 4 })
    sums.push(checksums(bytes))
    for (let from = 0; from < bytes.length; from += chunkLength) yield bytes.subarray(from, from + chunkLength)
    const gap = -bytes.length & (alignment - 1)
    if (gap > 0) yield new Uint8Array(gap)
    at += bytes.length + gap
  }
  const directory = directoryBytes({ ...described(parts), sections: places }, sums)
  yield directory
  yield foot(at, directory)
}

function head(): Uint8Array {
  const bytes = Buffer.alloc(headLength)
  bytes.set(magic)
  bytes.writeUInt32LE(version, 12)
  return bytes
}

/** The length of the JSON, the JSON, the checksums. */
function directoryBytes(directory: Directory, sums: readonly Uint32Array[]): Buffer {
  const json = Buffer.from(JSON.stringify(directory))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, json, ...sums.map((own) => new Uint8Array(own.buffer))])
}

function foot(at: number, directory: Uint8Array): Buffer {
  const bytes = Buffer.alloc(footLength)
  bytes.writeBigUInt64LE(BigInt(at), 0)
  bytes.writeUInt32LE(directory.length, 8)
  bytes.writeUInt32LE(checksum(directory), 12)
  bytes.writeBigUInt64LE(BigInt(at + directory.length + footLength), 16)
  bytes.writeUInt32LE(checksum(bytes.subarray(0, 24)), 24)
  bytes.set(magic, footLength - magic.length)
  return bytes
}
