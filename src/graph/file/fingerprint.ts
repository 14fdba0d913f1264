/** What tells the graph of a file from every other. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileError } from '../../errors.ts'
import { footLength } from './layout.ts'

/**
 * A checksum of the directory of a saved graph, which has those of all blocks: little is read, whatever the size of the graph.
 *
 * @param file a graph that can be opened
 * @throws StemmaError `file-…` where it cannot be read
 */
export function fingerprint(file: string): string {
  let handle: number | undefined
  try {
    const opened = (handle = openSync(file, 'r'))
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length)
      readSync(opened, bytes, 0, length, at)
      return bytes
    }
    const foot = read(fstatSync(opened).size - footLength, footLength)
    return createHash('sha256')
      .update(read(Number(foot.readBigUInt64LE(0)), foot.readUInt32LE(8)))
      .digest('base64url')
  } catch (error) {
    throw fileError(error, file)
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
