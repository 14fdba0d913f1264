/** Unpacks a file beside all others: what is read in stretches must be at hand whole. */
import { createReadStream, createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StemmaError, type Problem } from '../../errors.ts'
import { badPacking, packedTwice, packingOf, type Packing } from '../packing/packings.ts'

/** Records of a hub are packed to a tenth; what was made to fill a disk, to a thousandth. */
const mostPacked = 100
const always = 64 * 2 ** 20

/**
 * Unpacks a file.
 *
 * @param size how many bytes it has
 * @returns what to read it with, which nobody else can, and of which nothing is left when that is closed; or why it is not read: it is
 * no good, or unpacks to much more than records do
 */
export async function unpack(file: string, size: number, packing: Packing): Promise<number | Problem> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-'))
  const path = join(folder, 'records')
  const most = Math.max(always, size * mostPacked)
  async function* bounded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0
    for await (const piece of pieces) {
      const inner = length === 0 ? packingOf(piece) : undefined
      if (inner) throw new StemmaError(packedTwice(file, packing, inner))
      length += piece.length
      if (length > most) throw new StemmaError(tooTight(file, packing))
      yield piece
    }
  }
  try {
    await pipeline(createReadStream(file), packing.stream() as Duplex, bounded, createWriteStream(path))
    return openSync(path, 'r')
  } catch (error) {
    // What the system cannot do is no fault of the file.
    if ('syscall' in (error as Error)) throw error
    return error instanceof StemmaError ? error.problems[0]! : badPacking(file, packing, error as Error)
  } finally {
    // What is open stays readable without its name.
    rmSync(folder, { recursive: true, force: true })
  }
}

const tooTight = (file: string, { name }: Packing): Problem => ({
  code: 'packed-too-tight',
  message: `the file unpacks to more than ${mostPacked} times its size`,
  place: { file },
  hint: `unpack it first, if it is what it should be: ${name} -d`,
})
