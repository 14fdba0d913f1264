/** CRC-32 as in gzip and PNG, eight bytes at a time: a browser has none of its own. */

const tables = Array.from({ length: 8 }, () => new Uint32Array(256))
for (let byte = 0; byte < 256; byte++) {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  tables[0]![byte] = sum
}
for (let byte = 0; byte < 256; byte++)
  for (let table = 1; table < 8; table++) {
    const before = tables[table - 1]![byte]!
    tables[table]![byte] = (before >>> 8) ^ tables[0]![before & 255]!
  }
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [...Uint32Array[]] & { length: 8 }

/** The checksum of some bytes. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  let at = 0
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low = sum ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    sum =
      t7![low & 255]! ^
      t6![(low >>> 8) & 255]! ^
      t5![(low >>> 16) & 255]! ^
      t4![low >>> 24]! ^
      t3![bytes[at + 4]!]! ^
      t2![bytes[at + 5]!]! ^
      t1![bytes[at + 6]!]! ^
      t0![bytes[at + 7]!]!
  }
  for (; at < bytes.length; at++) sum = (sum >>> 8) ^ t0![(sum ^ bytes[at]!) & 255]!
  return (sum ^ 0xffffffff) >>> 0
}
