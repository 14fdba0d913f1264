/** Unpacks what gzip packed, beside all other files: what is read in stretches must be at hand whole. */
import { createReadStream, createWriteStream, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { StemmaError } from '../../errors.ts'
import { badGzip } from '../text.ts'

/** Records of a hub are packed to a tenth; what was made to fill a disk, to a thousandth. */
const mostPacked = 100
const always = 64 * 2 ** 20

/**
 * Unpacks a file.
 *
 * @param size how many bytes it has
 * @returns what to read it with; nobody else can, and nothing is left of it when that is closed
 * @throws StemmaError when it is no good, or unpacks to much more than records do
 */
export async function unpack(file: string, size: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-'))
  const path = join(folder, 'records')
  const most = Math.max(always, size * mostPacked)
  let length = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length
      done(length > most ? new StemmaError(tooTight(file)) : null, chunk)
    },
  })
  try {
    await pipeline(createReadStream(file), createGunzip(), bounded, createWriteStream(path))
    return openSync(path, 'r')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!(error instanceof StemmaError) && code?.startsWith('Z_')) throw new StemmaError(badGzip(file))
    throw error
  } finally {
    // What is open stays readable without its name.
    rmSync(folder, { recursive: true, force: true })
  }
}

const tooTight = (file: string) => ({
  code: 'packed-too-tight',
  message: `the file unpacks to more than ${mostPacked} times its size`,
  place: { file },
  hint: 'unpack it first, if it is what it should be: gunzip',
})
