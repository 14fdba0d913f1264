/**
 * The heads of the frames and blocks of what Zstandard packed (RFC 8878, section 3), looked at before they are unpacked: a head of a
 * few bytes may ask for gigabytes to look back at.
 */

/** What is passed over first, and how many bytes are looked at then. */
interface Step {
  readonly over: number
  readonly take: number
}

/** So far what is packed may look back: what `zstd` makes without `--ultra` or `--long` looks back 8 MiB at most. */
const widest = 32 * 2 ** 20
const longestHead = 13

const [frame, skippable] = [0xfd2fb528, 0x184d2a5]
const [isLast, hasChecksum, isWhole] = [1, 4, 32]
const repeated = 1

/**
 * What looks at one piece after the other.
 *
 * @returns is given the pieces; it throws an Error that says what is wrong
 */
export function headWatch(): (piece: Uint8Array) => void {
  const walk = heads()
  const head = Buffer.alloc(longestHead)
  let { over, take } = walk.next().value
  let have = 0
  return (piece) => {
    for (let at = 0; at < piece.length;) {
      const step = Math.min(over > 0 ? over : take - have, piece.length - at)
      if (over > 0) over -= step
      else {
        head.set(piece.subarray(at, at + step), have)
        have += step
        if (have === take) [{ over, take }, have] = [walk.next(head).value, 0]
      }
      at += step
    }
  }
}

function* heads(): Generator<Step, never, Buffer> {
  let over = 0
  for (;;) {
    const magic = (yield { over, take: 4 }).readUInt32LE()
    if (magic >>> 4 === skippable) {
      over = (yield { over: 0, take: 4 }).readUInt32LE()
      continue
    }
    if (magic !== frame) throw new Error('something else stands behind it')
    const flags = (yield { over: 0, take: 1 })[0]!
    const dictionary = [0, 1, 2, 4][flags & 3]!
    if (dictionary > 0) throw new Error('it needs a dictionary')
    const size = [flags & isWhole ? 1 : 0, 2, 4, 8][flags >> 6]!
    const head = yield { over: 0, take: flags & isWhole ? size : size + 1 }
    if ((flags & isWhole ? sizeIn(head, size) : windowIn(head[0]!)) > widest)
      throw new Error(`it looks back further than ${widest / 2 ** 20} MiB`)
    over = 0
    for (let last = false; !last;) {
      const block = (yield { over, take: 3 }).readUIntLE(0, 3)
      over = ((block >> 1) & 3) === repeated ? 1 : block >> 3
      last = (block & isLast) > 0
    }
    if (flags & hasChecksum) over += 4
  }
}

function windowIn(byte: number): number {
  const eighth = 2 ** (7 + (byte >> 3))
  return eighth * (8 + (byte & 7))
}

function sizeIn(head: Buffer, bytes: number): number {
  if (bytes === 8) return Number(head.readBigUInt64LE())
  // A size in two bytes is never one that a single byte has room for.
  return head.readUIntLE(0, bytes) + (bytes === 2 ? 256 : 0)
}
