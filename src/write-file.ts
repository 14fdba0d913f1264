import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileError, StemmaError } from './errors.ts'

/**
 * Writes a file whole or not at all: beside the old one, synced, then renamed over it. What is not a plain file
 * (a pipe, /dev/stdout) is written straight; where the name is a link, the file that it leads to is replaced.
 *
 * @throws StemmaError when it cannot be written; the old file is then as it was
 */
export function writeWhole(file: string, content: string): void {
  const bytes = Buffer.from(content)
  let part: string | undefined
  let handle: number | undefined
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    if (stats && !stats.isFile()) {
      handle = openSync(file, 'w')
      writeAll(handle, bytes)
      return
    }
    const target = stats ? realpathSync(file) : file
    part = join(dirname(target), `.${basename(target)}.${process.pid}.part`)
    rmSync(part, { force: true })
    // A file that somebody put there in the meantime is not written to.
    handle = openSync(part, 'wx', stats?.mode ?? 0o666)
    writeAll(handle, bytes)
    fsyncSync(handle)
    closeSync(handle)
    handle = undefined
    renameSync(part, target)
    part = undefined
  } catch (error) {
    throw writeError(error, file)
  } finally {
    if (handle !== undefined) closeSync(handle)
    if (part !== undefined) rmSync(part, { force: true })
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}

/** Of a file that is to be written, it is the folder that does not exist; and whatever fails then, it is not the input. */
function writeError(error: unknown, file: string): StemmaError {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT')
    return new StemmaError(
      {
        code: 'file-enoent',
        message: 'cannot be written: its folder does not exist',
        place: { file },
        hint: `make it first: mkdir -p ${dirname(file)}`,
      },
      'outside',
    )
  if (code === 'EISDIR')
    return new StemmaError(
      { code: 'file-eisdir', message: 'cannot be written: it is a folder', place: { file }, hint: 'name a file in it' },
      'outside',
    )
  return new StemmaError(fileError(error, file).problems, 'outside')
}
