/** Unpacks what Zstandard packed, by `fzstd` in bounds that it does not have. Node's own zlib takes a file that was cut off for a whole one. */
import { Decompress } from 'fzstd'
import { within } from '../../within.ts'
import { headWatch } from './zstd-heads.ts'

/** A block of four bytes may become 128 KiB, so little is unpacked at once. */
const slice = 1 << 10
/** So much is handed on before more is unpacked. */
const enough = 8 * 2 ** 20
/** How long it may take, and so much more for each mebibyte; a hundredth of it is usual. */
const [longest, longestOfEach] = [5_000, 1_000]

/**
 * Unpacks all at once.
 *
 * @param most how many bytes it may become
 * @throws Error `ERR_BUFFER_TOO_LARGE` when there are more; another when it is damaged
 */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const unpack = unpacker((piece) => {
    length += piece.length
    if (length > most) throw Object.assign(new Error('too large'), { code: 'ERR_BUFFER_TOO_LARGE' })
    pieces.push(piece)
  })
  within(longest, () => {
    for (let at = 0; at < bytes.length; at += slice) unpack.push(bytes.subarray(at, at + slice))
    unpack.end()
  })
  return Buffer.concat(pieces)
}

/** Unpacks a stream; no more than some forty mebibytes of it are ever at hand. */
export async function* unzstdPieces(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let held = 0
  const unpack = unpacker((piece) => {
    held += piece.length
    pieces.push(piece)
  })
  let left = longest
  const taken = (work: () => void): readonly Uint8Array[] => {
    const before = performance.now()
    within(Math.max(Math.ceil(left), 1), work)
    left -= performance.now() - before
    const made = pieces
    held = 0
    pieces = []
    return made
  }
  for await (const chunk of packed) {
    left += (chunk.length / 2 ** 20) * longestOfEach
    for (let at = 0; at < chunk.length;)
      yield* taken(() => {
        for (; at < chunk.length && held < enough; at += slice) unpack.push(chunk.subarray(at, at + slice))
      })
  }
  yield* taken(() => unpack.end())
}

function unpacker(use: (piece: Uint8Array) => void): { readonly push: (piece: Uint8Array) => void; readonly end: () => void } {
  const watch = headWatch()
  const stream = new Decompress((piece) => use(piece))
  return {
    push(piece) {
      watch(piece)
      stream.push(piece)
    },
    end: () => stream.push(new Uint8Array(0), true),
  }
}
