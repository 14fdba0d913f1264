/** The bytes of a file, read where they are needed into memory that threads share. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileError } from '../../errors.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { bytes } from '../index/section.ts'
import type { ByteSource } from './byte-source.ts'
import { checksum } from './checksum.ts'
import { indexOf } from './open-graph.ts'

/**
 * The graph of a file. The file stays open as long as something may read of it: a file that takes its name is another one.
 *
 * @throws StemmaError as `indexOf`; `file-…` where it cannot be read
 */
export function openIndex(file: string): QuadIndex {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    throw fileError(error, file)
  }
  try {
    const source = fileBytes(file, handle)
    const index = indexOf(source)
    unread.register(source, handle)
    return index
  } catch (error) {
    closeSync(handle)
    throw fileError(error, file)
  }
}

/** Closes files of which nobody can read any more, as a server has them that goes over to a new one. */
const unread = new FinalizationRegistry<number>((handle) => closeSync(handle))

const fileBytes = (name: string, handle: number): ByteSource => ({
  name,
  length: fstatSync(handle).size,
  memory: (_, length) => bytes(length),
  fill: (memory, from, to, at) => {
    for (let done = from; done < to;) {
      const read = readSync(handle, memory, done, to - done, at + done)
      if (read === 0) return false
      done += read
    }
    return true
  },
  checksum,
})
