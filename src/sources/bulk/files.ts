/** Opens files of records, and sees to it that they are what they should be. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fileError, StemmaError, type Failure, type Problem } from '../../errors.ts'
import { slug } from '../../model/iri.ts'
import { quote } from '../../quote.ts'
import { recordExtensions } from './extensions.ts'
import { changed } from '../lines.ts'
import { magicLength, packingOf } from '../packing/packings.ts'
import { requirePlainFile } from '../plain-file.ts'
import type { RecordFile } from './plan.ts'
import { unpack } from './unpack.ts'

/** A file that is open, and by what to tell whether it is still the same. */
export interface OpenRecordFile extends RecordFile {
  readonly identity: string
  readonly modified: number
}

/** The id of the document that a file is: its name without its ending. */
function sourceIdOf(file: string): string {
  const name = basename(file)
  const extension = recordExtensions.findLast((ending) => name.toLowerCase().endsWith(ending) && name.length > ending.length)
  return slug(extension === undefined ? name : name.slice(0, -extension.length))
}

/** Files that are open, and what is wrong with others that were packed: what others packed badly is told, and the rest is read. */
export interface OpenRecordFiles {
  readonly opened: readonly OpenRecordFile[]
  readonly refused: readonly Problem[]
}

/**
 * Opens files; one that is named twice is opened once.
 *
 * @param source the id of the document that all of them are; without it, each is one by its name
 * @throws StemmaError with the problems of all files
 */
export async function openFiles(files: readonly string[], source?: string): Promise<OpenRecordFiles> {
  const refused: Problem[] = []
  const opened: OpenRecordFile[] = []
  const problems: Problem[] = []
  const failures = new Set<Failure>()
  for (const file of files)
    try {
      const open = await openFile(file, source ?? sourceIdOf(file))
      if (!('handle' in open)) {
        refused.push(open)
        continue
      }
      const same = opened.find(({ identity }) => identity === open.identity)
      const namesake = source === undefined && opened.find((other) => other.source === open.source)
      if (same) closeSync(open.handle)
      else opened.push(open)
      if (!same && namesake) throw new StemmaError(twoOfOneName(file, namesake))
    } catch (error) {
      if (!(error instanceof StemmaError) && typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
      const known = fileError(error, file)
      failures.add(known.failure)
      problems.push(...known.problems)
    }
  if (problems.length === 0) return { opened, refused }
  closeFiles(opened)
  throw new StemmaError(problems, failures.has('input') ? 'input' : 'outside')
}

async function openFile(file: string, source: string): Promise<OpenRecordFile | Problem> {
  // A pipe that nobody writes to would never open.
  requirePlainFile(statSync(file), file)
  const handle = openSync(file, 'r')
  try {
    const stats = fstatSync(handle)
    requirePlainFile(stats, file)
    const identity = `${stats.dev}:${stats.ino}`
    const start = Buffer.alloc(magicLength)
    readSync(handle, start, 0, magicLength, 0)
    const packing = packingOf(start)
    if (!packing) return { file, handle, source, size: stats.size, identity, modified: stats.mtimeMs }
    const unpacked = await unpack(file, stats.size, packing)
    closeSync(handle)
    if (typeof unpacked !== 'number') return unpacked
    const { size, mtimeMs } = fstatSync(unpacked)
    return { file, handle: unpacked, source, size, identity, modified: mtimeMs }
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

const twoOfOneName = (file: string, other: OpenRecordFile): Problem => ({
  code: 'same-source',
  message: `this and ${quote(other.file)} would be one document, ${other.source}`,
  place: { file },
  hint: 'rename one of them, or say which document they are',
})

/** Closes files. */
export function closeFiles(files: readonly OpenRecordFile[]): void {
  for (const { handle } of files) closeSync(handle)
}

/** @throws StemmaError when a file is not as it was when it was opened */
export function checkUnchanged(files: readonly OpenRecordFile[]): void {
  const problems = files
    .filter(({ handle, size, modified }) => {
      const now = fstatSync(handle)
      return now.size !== size || now.mtimeMs !== modified
    })
    .map(({ file }) => changed(file))
  if (problems.length > 0) throw new StemmaError(problems)
}
