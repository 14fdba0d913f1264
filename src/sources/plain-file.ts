import type { Stats } from 'node:fs'
import { fileError, StemmaError } from '../errors.ts'

/** Refuses what is no plain file: a pipe or a device may never end. */
export function requirePlainFile(stats: Stats, file: string): void {
  if (stats.isDirectory()) throw fileError({ code: 'EISDIR' }, file)
  if (!stats.isFile())
    throw new StemmaError({
      code: 'not-a-file',
      message: 'this is a device or a pipe, a plain file is needed',
      place: { file },
      hint: 'copy its content into a file',
    })
}
