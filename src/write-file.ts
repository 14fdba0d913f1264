/** Files are written whole or not at all: beside the old one, synced, then renamed over it. */
import { closeSync, fchmodSync, fsyncSync, openSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileError, StemmaError } from './errors.ts'

/** What a file is to hold: a text, or pieces one after the other. */
export type Content = string | Iterable<string | Uint8Array>

/** A file that is written, and waits to take its place. */
interface Written {
  place(): void
  discard(): void
}

/**
 * Writes a file. What is not a plain file (a pipe, /dev/stdout) is written straight; where the name is a link, the file
 * that it leads to is written. A signal that would end the process is obeyed when the file is whole.
 *
 * @throws StemmaError when it cannot be written; the old file is then as it was
 */
export function writeWhole(file: string, content: Content): void {
  writeTogether([{ file, content: () => content }])
}

/**
 * Writes several files, all or none of them.
 *
 * @param files their names, and what gives their content when its turn comes
 * @throws StemmaError when one cannot be written; the old files are then as they were
 */
export function writeTogether(files: readonly { readonly file: string; readonly content: () => Content }[]): void {
  const written: Written[] = []
  const obey = deferSignals()
  try {
    for (const { file, content } of files) written.push(attempt(file, () => write(file, content())))
    for (const [index, { file }] of files.entries()) attempt(file, () => written[index]!.place())
  } finally {
    for (const one of written) one.discard()
    obey()
  }
}

/** A large file, and what writes its content a piece at a time, until the signal tells it to stop. */
export interface LargeFile {
  readonly file: string
  readonly content: (write: (piece: Uint8Array) => void, signal: AbortSignal) => Promise<void>
}

/**
 * Writes large files at the same time, all or none of them. A signal that would end the process ends the writing: the old
 * files are then as they were.
 *
 * @throws StemmaError when one cannot be written; what a content throws; the old files are then as they were
 */
export async function writeLarge(files: readonly LargeFile[]): Promise<void> {
  const begun: Begun[] = []
  const stop = new AbortController()
  let ended: NodeJS.Signals | undefined
  const note = (signal: NodeJS.Signals): void => stop.abort((ended = signal))
  for (const signal of signals) process.on(signal, note)
  try {
    for (const { file } of files) begun.push(attempt(file, () => begin(file)))
    // Each is over, one way or the other, before anything is placed or discarded.
    await Promise.allSettled(files.map((file, index) => writeOne(file, begun[index]!.handle, stop)))
    if (ended) return
    stop.signal.throwIfAborted()
    for (const [index, { file }] of files.entries()) attempt(file, () => begun[index]!.target.place())
  } finally {
    for (const { handle, target } of begun) {
      closeSync(handle)
      target.discard()
    }
    for (const signal of signals) process.off(signal, note)
    if (ended) process.kill(process.pid, ended)
  }
}

/** Writes one of several files; when it fails, all are called off. */
async function writeOne({ file, content }: LargeFile, handle: number, stop: AbortController): Promise<void> {
  try {
    await content((piece) => attempt(file, () => writePiece(handle, piece)), stop.signal)
    attempt(file, () => fsyncIfPossible(handle))
  } catch (error) {
    stop.abort(error)
  }
}

let count = 0

/** A file that is to be written, and the handle to write it by. */
interface Begun {
  readonly target: Written
  readonly handle: number
}

function write(file: string, content: Content): Written {
  const { target, handle } = begin(file)
  try {
    writeAll(handle, content)
  } catch (error) {
    target.discard()
    throw error
  }
  return target
}

function begin(file: string): Begun {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
  if (stats && !stats.isFile()) return { target: { place() {}, discard() {} }, handle: openSync(file, 'w') }
  const target = stats ? realpathSync(file) : endOf(file)
  // A name of its own, so that a long one does not become too long.
  const part = join(dirname(target), `.stemma-${process.pid}-${(count += 1)}.part`)
  const discard = (): void => rmSync(part, { force: true })
  discard()
  // A file that somebody put there in the meantime is not written to.
  const handle = openSync(part, 'wx')
  if (stats)
    try {
      fchmodSync(handle, stats.mode)
    } catch (error) {
      closeSync(handle)
      discard()
      throw error
    }
  return { target: { place: () => renameSync(part, target), discard }, handle }
}

function writeAll(handle: number, content: Content): void {
  try {
    for (const piece of typeof content === 'string' ? [content] : content)
      writePiece(handle, typeof piece === 'string' ? Buffer.from(piece) : piece)
    fsyncIfPossible(handle)
  } finally {
    closeSync(handle)
  }
}

function writePiece(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}

/** Pipes and terminals cannot be synced. */
function fsyncIfPossible(handle: number): void {
  try {
    fsyncSync(handle)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error
  }
}

/** The file that a link to nothing is to lead to; any other name is itself. */
function endOf(file: string): string {
  try {
    return resolve(dirname(file), readlinkSync(file))
  } catch {
    return file
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Lets signals wait; those that came are raised again when the returned function was called. */
function deferSignals(): () => void {
  const raise = (signal: NodeJS.Signals): void => {
    end()
    process.kill(process.pid, signal)
  }
  const end = (): void => {
    for (const signal of signals) process.off(signal, raise)
  }
  for (const signal of signals) process.on(signal, raise)
  // Signals that waited are delivered in the next round of the event loop; the first immediate may be of this one.
  return () => void setImmediate(() => setImmediate(end))
}

function attempt<T>(file: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof StemmaError ? error : writeError(error, file)
  }
}

/** Of a file that is to be written, it is the folder that does not exist; and whatever fails then, it is not the input. */
function writeError(error: unknown, file: string): StemmaError {
  const words: Record<string, [message: string, hint: string]> = {
    ENOENT: ['cannot be written: its folder does not exist', `make it first: mkdir -p ${dirname(file)}`],
    EISDIR: ['cannot be written: it is a folder', 'name a file in it'],
  }
  const { code = '' } = error as NodeJS.ErrnoException
  const own = Object.hasOwn(words, code) ? words[code] : undefined
  const problem = own && { code: `file-${code.toLowerCase()}`, message: own[0], place: { file }, hint: own[1] }
  return new StemmaError(problem ?? fileError(error, file).problems, 'outside')
}
