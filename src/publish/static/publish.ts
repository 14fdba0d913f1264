/** The static site: every page and file of a graph, written by several threads, so that any file host can serve it. */
import { existsSync, realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { share, sharedIndex } from '../../graph/file/share.ts'
import type { Graph } from '../../graph/graph.ts'
import { publishWorker } from '../../package-files.ts'
import { runWorkers, type Heap } from '../../worker-pool.ts'
import { siteAssets } from '../assets.ts'
import { contentsOf } from '../contents.ts'
import { resourcesOf } from '../resources.ts'
import { requireSiteBase } from '../site.ts'
import { siteGraph } from '../site-graph.ts'
import { dumpKinds } from './dumps.ts'
import { fingerprint, openJournal, type Journal } from './journal.ts'
import { partFolder, placeSite, requirePlace } from './place.ts'
import { partWriter, pathWriter } from './part-writer.ts'
import type { PublishWork, Written } from './part.ts'

/** How far the writing is. */
export interface PublishProgress {
  /** Parts that are written, and how many there are: dumps, what the search looks names up in, pages and data in sections. */
  readonly parts: number
  readonly totalParts: number
  /** The first part that is not written: of those that are under way, the one that was begun before the others. */
  readonly current: string | undefined
  /** Things whose files are written, and how many there are. */
  readonly things: number
  readonly totalThings: number
  readonly files: number
  readonly bytes: number
}

/** How a site is written. */
export interface PublishOptions {
  /** How many threads write; as many as there are cores when it is left out. */
  readonly workers?: number
  readonly onProgress?: (progress: PublishProgress) => void
  readonly signal?: AbortSignal
  /** The program of the threads. It comes with the built code; where there is none, this thread writes. */
  readonly program?: string | undefined
}

/** What was written. */
export interface Published {
  readonly things: number
  readonly files: number
  readonly bytes: number
  /** How many parts an earlier run, which was interrupted, had written. */
  readonly resumed: number
}

/**
 * Writes the site of a graph into a folder. It is written beside the folder first, if that can be, and takes its place when it is whole;
 * what else is in the folder stays. A run that was interrupted is taken up where it ended, if nothing has changed.
 *
 * @param folder is made when there is none
 * @throws StemmaError `bad-base` when the base does not end in `/`; `not-a-site` when the folder holds other files of the names that a site has; `file-…` when something
 *   cannot be written; the reason of the signal when that comes
 */
export async function publishSite(graph: Graph, folder: string, options: PublishOptions = {}): Promise<Published> {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  requirePlace(target)
  requireSiteBase(graph.base)
  const part = partFolder(target)
  const assets = siteAssets()
  const index = share(graph.index)
  const journal = openJournal(part, fingerprint(index, assets))
  try {
    const written = await writeParts(siteGraph(sharedIndex(index)), { index, assets, folder: part }, journal, options)
    journal.close()
    placeSite(part, target)
    return written
  } finally {
    journal.close()
  }
}

/**
 * Memory for lists of all things and for a few thousand of them; without a bound V8 lets garbage lie as long as the machine has room.
 * What is worked out for a page is used by those that are made soon after it, so it is not to be looked through after every few megabytes.
 */
const heapFor = (things: number): Heap => ({ all: 768 + Math.ceil(things / 500), fresh: 96 })

async function writeParts(
  graph: Graph,
  common: Pick<PublishWork, 'index' | 'assets' | 'folder'>,
  journal: Journal,
  { workers = availableParallelism(), onProgress, signal, program = publishWorker }: PublishOptions,
): Promise<Published> {
  const { assets, folder } = common
  const contents = contentsOf(graph)
  const sections = new Map(
    resourcesOf({ graph, assets, dumps: [] }, contents)
      .sections()
      .map(({ name, things }) => [name, things]),
  )
  const dumps = dumpKinds.map(({ path }) => path)
  const all = [...dumps, ...sections.keys()]
  const parts = all.filter((name) => !journal.has(name))
  const left = new Set(parts)
  const counted = { things: 0, files: 0, bytes: 0 }
  const tell = (): void => {
    const [current] = left
    onProgress?.({ ...counted, totalThings: graph.size, parts: all.length - left.size, totalParts: all.length, current })
  }
  const count = (name: string, { files, bytes }: Written): void => {
    counted.things += sections.get(name) ?? 0
    counted.files += files
    counted.bytes += bytes
  }
  for (const name of all) if (journal.has(name)) count(name, journal.get(name)!)
  tell()
  const done = (order: number, written: Written): void => {
    const name = parts[order]!
    journal.add(name, written)
    left.delete(name)
    count(name, written)
    tell()
  }
  const work: PublishWork = { ...common, dumps: [], parts }
  if (workers > 1 && program !== undefined)
    await runWorkers<PublishWork, Written>(
      { program, work, total: parts.length, workers, anyOrder: true, heap: heapFor(graph.size), signal },
      done,
    )
  else {
    const write = partWriter(work)
    for (const order of parts.keys()) {
      signal?.throwIfAborted()
      done(order, write(order))
      await new Promise(setImmediate)
    }
  }
  // What tells of the dumps is written when they are there.
  const resources = resourcesOf({ graph, assets, dumps: dumps.map((path) => journal.get(path)!.dump!) }, contents)
  count('', pathWriter(folder)(resources.lastPaths(), resources))
  return { ...counted, resumed: all.length - parts.length }
}
