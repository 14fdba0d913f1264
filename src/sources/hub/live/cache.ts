/** What a hub answered before, kept on disk: one file for each address, which says by itself whether it is whole. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../../../write-file.ts'

const headOf = z.object({
  url: z.string(),
  sha256: z.string(),
  etag: z.string().optional(),
  /** The day on which it came. */
  day: z.string().optional(),
  /** The address of the page that follows. */
  next: z.string().optional(),
  /** Whether the hub has it under another address by now. */
  isMoved: z.boolean().optional(),
})

/** An answer that is kept. */
export interface Kept extends z.infer<typeof headOf> {
  readonly body: Buffer
}

/** Answers by their addresses. */
export interface HubCache {
  /** What is kept of an address; nothing where it is damaged. */
  read(url: string): Kept | undefined
  /** Keeps an answer, in place of an older one. */
  write(kept: Kept): void
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The cache in a folder, which is made when something is to be kept. */
export function hubCache(folder: string): HubCache {
  const fileOf = (url: string): string => join(folder, `${sha256Of(url).slice(0, 32)}.answer`)
  return {
    read(url) {
      try {
        const bytes = readFileSync(fileOf(url))
        const end = bytes.indexOf('\n')
        const head = headOf.parse(JSON.parse(bytes.toString('utf8', 0, end)))
        const body = bytes.subarray(end + 1)
        return head.url === url && head.sha256 === sha256Of(body) ? { ...head, body } : undefined
      } catch {
        // Not there or damaged: it is asked for anew.
        return undefined
      }
    },
    write({ body, ...head }) {
      // What is private at the hub is private here.
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeWhole(fileOf(head.url), [`${JSON.stringify(head)}\n`, body])
    },
  }
}
