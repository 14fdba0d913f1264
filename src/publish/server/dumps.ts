/** The dumps of a graph, out of the folder of its static site: they may be as large as the disk allows. */
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileError, StemmaError } from '../../errors.ts'
import { graphBytes } from '../../graph/file/write-graph.ts'
import { savedEnding } from '../../graph/file/ending.ts'
import type { Graph } from '../../graph/graph.ts'
import { isLarge } from '../../graph/target.ts'
import type { Dump } from '../site.ts'
import { dumpKinds, writingDump } from '../static/dumps.ts'
import { openToAll, reading, type FilePart, type Handler } from './answer.ts'
import { answerWith, type Variant } from './conditional.ts'
import { linksOfDump } from './links.ts'
import { contentType } from './representation.ts'
import { briefly, pagePolicy } from './store.ts'

/** Dumps that are open, so that they stay what they are while the folder is written anew. */
export interface OpenDumps {
  readonly dumps: readonly Dump[]
  readonly handler: Handler
  close(): void
}

/**
 * Opens the dumps of a graph.
 *
 * @param folder where `stemma publish` wrote the site of the same graph
 * @throws StemmaError `file-…` where they are not all there, `other-graph` where they are of another graph
 */
export function openDumps(graph: Graph, folder: string): OpenDumps {
  const sums = new Map<string, string>(
    readText(join(folder, 'dump/SHA256SUMS'))
      .split('\n')
      .map((line) => [`dump/${line.slice(66)}`, line.slice(0, 64)] as const),
  )
  const own = createHash('sha256')
  for (const piece of graphBytes(graph.index)) own.update(piece)
  if (sums.get(`dump/graph${savedEnding}`) !== own.digest('hex'))
    throw new StemmaError({
      code: 'other-graph',
      message: 'has the dumps of another graph',
      place: { file: folder },
      hint: `write it again: stemma publish ${folder}`,
    })
  const dumps = dumpKinds.map((kind): Dump => {
    const file = join(folder, kind.path)
    const sha256 = sums.get(kind.path)
    if (sha256 === undefined) throw fileError(Object.assign(new Error(), { code: 'ENOENT' }), file)
    return { ...kind, bytes: attempt(file, () => statSync(file).size), sha256 }
  })
  return opened(dumps, folder)
}

function opened(dumps: readonly Dump[], folder: string): OpenDumps {
  const files = dumps.map((dump) => ({ dump, handle: openFile(join(folder, dump.path)) }))
  const variants = new Map(files.map(({ dump, handle }) => [dump.path, variantOf(dump, handle)]))
  return {
    dumps,
    handler: {
      route: 'dumps',
      methods: reading,
      at(path) {
        const variant = variants.get(path)
        return variant && (({ headers }) => answerWith(variant, headers))
      },
    },
    close: () => files.forEach(({ handle }) => closeSync(handle)),
  }
}

/**
 * Makes the dumps of a graph for as long as it is served. Those of a large graph take long and much room: `stemma publish` makes them.
 *
 * @returns undefined for a large graph
 * @throws StemmaError `file-…` where there is no room for them
 */
export async function temporaryDumps(graph: Graph): Promise<OpenDumps | undefined> {
  if (isLarge(graph, [])) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'stemma-dumps-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const dumps: Dump[] = []
    for (const kind of dumpKinds) dumps.push(await inTurn(writingDump(graph, folder, kind)))
    const files = opened(dumps, folder)
    return {
      ...files,
      close: () => {
        files.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Does a step at a time, so that requests are answered in between. */
async function inTurn<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await new Promise(setImmediate)
  }
}

function variantOf({ path, mediaType, bytes, sha256 }: Dump, handle: number): Variant {
  const tag = `"${sha256}"`
  const headers = {
    ...openToAll,
    ...pagePolicy,
    // A file that is compressed is what it is: the coding belongs to it and not to the way that it takes.
    'Content-Type': path.endsWith('.gz') ? 'application/gzip' : contentType(mediaType),
    'Content-Length': bytes,
    'Accept-Ranges': 'bytes',
    Link: linksOfDump(path),
    'Cache-Control': briefly,
    ETag: tag,
  }
  return { tag, headers, body: partOf(handle, 0, bytes) }
}

const partOf = (handle: number, start: number, length: number): FilePart => ({
  handle,
  start,
  length,
  subarray: (from, to) => partOf(handle, start + from, to - from),
})

const readText = (file: string): string => attempt(file, () => readFileSync(file, 'utf8'))
const openFile = (file: string): number => attempt(file, () => openSync(file, 'r'))

function attempt<T>(file: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw fileError(error, file)
  }
}
