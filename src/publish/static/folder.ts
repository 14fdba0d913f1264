/** Folders of the file system. */
import { mkdirSync, readdirSync } from 'node:fs'
import { fileError } from '../../errors.ts'

/** Makes a folder and those above it; throws StemmaError `file-…` when it cannot. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw fileError(error, folder)
  }
}

/** The names in a folder; none when there is no such folder. Throws StemmaError `file-…`. */
export function namesInFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileError(error, folder)
  }
}
