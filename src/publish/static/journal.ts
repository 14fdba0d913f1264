/** Which parts of a site are written, so that a run that was interrupted is taken up where it ended. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileError, StemmaError } from '../../errors.ts'
import type { SharedIndex } from '../../graph/file/share.ts'
import { version } from '../../version.ts'
import type { Asset } from '../site.ts'
import { makeFolder, namesInFolder } from './folder.ts'
import type { Written } from './part.ts'

/** The journal of a site that is being written. */
export interface Journal {
  /** Whether a part is written. */
  has(name: string): boolean
  /** How much of a part was written. */
  get(name: string): Written | undefined
  /** Notes that a part is written. */
  add(name: string, written: Written): void
  close(): void
}

/** The names of the journal and of the lock in the folder of the site. */
export const journalName = '.stemma-journal'
export const lockName = '.stemma-lock'

/** Refuses a folder that another run is writing to; a lock whose process is gone is none. */
function takeLock(folder: string): void {
  const file = join(folder, lockName)
  const owner = Number(readLines(file)[0])
  if (owner > 0 && owner !== process.pid && isRunning(owner))
    throw new StemmaError(
      {
        code: 'in-use',
        message: `another run of stemma publish, process ${owner}, is writing this site`,
        place: { file: folder },
        hint: 'wait for it, or end it',
      },
      'outside',
    )
  writeFileSync(file, `${process.pid}\n`)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What tells a site from one of another graph, version or look. */
export function fingerprint({ directory, sections }: SharedIndex, assets: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256').update(version).update(JSON.stringify(directory))
  for (const [name, items] of sections) hash.update(name).update(new Uint8Array(items.buffer, items.byteOffset, items.byteLength))
  for (const { path } of assets.values()) hash.update(path)
  return hash.digest('hex')
}

/**
 * Opens the journal in a folder. What an earlier run of another site left there is thrown away.
 *
 * @throws StemmaError `in-use` when another run writes to the folder; `file-…` when it cannot be made or written
 */
export function openJournal(folder: string, print: string): Journal {
  const file = join(folder, journalName)
  const lines = readLines(file)
  const same = lines[0] === print
  try {
    makeFolder(folder)
    takeLock(folder)
    if (!same) for (const name of namesInFolder(folder)) if (name !== lockName) rmSync(join(folder, name), { recursive: true, force: true })
    const handle = openSync(file, same ? 'a' : 'w')
    if (!same) writeSync(handle, `${print}\n`)
    const done = new Map(same ? lines.slice(1).map((line) => JSON.parse(line) as [string, Written]) : [])
    let open = true
    return {
      has: (name) => done.has(name),
      get: (name) => done.get(name),
      add: (name, written) => {
        done.set(name, written)
        writeSync(handle, `${JSON.stringify([name, written])}\n`)
      },
      close: () => {
        if (open) {
          closeSync(handle)
          rmSync(join(folder, lockName), { force: true })
        }
        open = false
      },
    }
  } catch (error) {
    throw fileError(error, file)
  }
}

/** The whole lines of a file; a last one that was not finished is none. */
function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return []
  }
}
