/** Packs as Zstandard does (RFC 8878), without making anything smaller: Node 20 cannot do it. */

/** The most that a block holds. */
const blockSize = 1 << 17

/** A frame of blocks; the window is a byte of its head. */
export const frameOf = (blocks: readonly Uint8Array[], window = 0x38): Buffer =>
  Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window]), ...blocks])

/** A block that is one byte so many times. */
export function repeated(count: number, isLast = false): Buffer {
  const block = Buffer.from([0, 0, 0, 0x20])
  block.writeUIntLE((count << 3) | 2 | Number(isLast), 0, 3)
  return block
}

/** Packs bytes. */
export function zstdOf(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content)
  const blocks: Buffer[] = []
  for (let at = 0; at === 0 || at < bytes.length; at += blockSize) {
    const piece = bytes.subarray(at, at + blockSize)
    const head = Buffer.alloc(3)
    head.writeUIntLE((piece.length << 3) | Number(at + blockSize >= bytes.length), 0, 3)
    blocks.push(head, piece)
  }
  return frameOf(blocks)
}
