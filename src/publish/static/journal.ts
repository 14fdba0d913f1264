/** Which parts of a site are written, so that a run that was interrupted is taken up where it ended. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../../errors.ts'
import type { SharedIndex } from '../../graph/file/share.ts'
import { version } from '../../version.ts'
import type { Asset } from '../site.ts'
import { makeFolder } from './folder.ts'
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

/** The name of the journal in the folder of the site. */
export const journalName = '.stemma-journal'

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
 * @throws StemmaError `file-…` when the folder cannot be made or written
 */
export function openJournal(folder: string, print: string): Journal {
  const file = join(folder, journalName)
  const lines = readLines(file)
  const same = lines[0] === print
  try {
    if (!same) rmSync(folder, { recursive: true, force: true })
    makeFolder(folder)
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
        if (open) closeSync(handle)
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
