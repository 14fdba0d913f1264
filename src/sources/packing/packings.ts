/** How files may be packed: told by their first bytes, whatever their names say. */
import type { Duplex } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import type { Problem } from '../../errors.ts'
import { megabytes, tooLarge } from '../text.ts'
import { unzstd, unzstdPieces } from './zstd.ts'

/** A way of packing files. */
export interface Packing {
  /** The program that unpacks it, which people know it by. */
  readonly name: string
  /** What it may begin with. */
  readonly magics: readonly (readonly number[])[]
  /** Unpacks all at once; throws `ERR_BUFFER_TOO_LARGE` where it becomes more than `most` bytes. */
  readonly whole: (bytes: Uint8Array, most: number) => Uint8Array
  /** A part of a pipeline, which unpacks bit by bit. */
  readonly stream: () => Duplex | ((packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>)
}

/** All ways, whose endings are in endings.ts; what `pzstd` made begins with a frame that is passed over. */
const packings: readonly Packing[] = [
  {
    name: 'gzip',
    magics: [[0x1f, 0x8b]],
    whole: (bytes, most) => gunzipSync(bytes, { maxOutputLength: most }),
    stream: createGunzip,
  },
  {
    name: 'zstd',
    magics: [
      [0x28, 0xb5, 0x2f, 0xfd],
      [0x50, 0x2a, 0x4d, 0x18],
    ],
    whole: unzstd,
    stream: () => unzstdPieces,
  },
]

/** So many first bytes tell whether and how a file is packed. */
export const magicLength = 4

/** How something is packed that begins so, if it is. */
export const packingOf = (start: Uint8Array): Packing | undefined =>
  packings.find(({ magics }) => magics.some((magic) => magic.every((byte, index) => start[index] === byte)))

/** The problem of a file that what unpacks it cannot read. */
export const badPacking = (file: string, { name }: Packing, { message }: Error): Problem => ({
  code: 'bad-packing',
  message: `what ${name} packed cannot be unpacked: ${message}`,
  place: { file },
  hint: 'fetch it again: it is damaged, or was cut off',
})

/** The problem of a file that was packed twice: what is packed in what is packed may go on for ever, so it is not followed. */
export const packedTwice = (file: string, outer: Packing, inner: Packing): Problem => ({
  code: 'packed-twice',
  message: `what ${outer.name} packed was packed before, by ${inner.name}`,
  place: { file },
  hint: `unpack it once: ${outer.name} -d`,
})

/** What a file holds, be it packed or not, or why that is not read. */
export function unpacked(bytes: Uint8Array, file: string): Uint8Array | Problem {
  const packing = packingOf(bytes)
  if (!packing) return bytes
  try {
    const whole = packing.whole(bytes, megabytes * 2 ** 20)
    const inner = packingOf(whole)
    return inner ? packedTwice(file, packing, inner) : whole
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(file) : badPacking(file, packing, error as Error)
  }
}
