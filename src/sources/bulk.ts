/** Reads files of millions of records: on all cores, in bounded memory, with the same batches whoever reads them. */
import { availableParallelism } from 'node:os'
import { StemmaError } from '../errors.ts'
import { defaultBase, idHint, isId } from '../model/iri.ts'
import { bulkWorker } from '../package-files.ts'
import { quote } from '../quote.ts'
import { runWorkers } from '../worker-pool.ts'
import { checkUnchanged, closeFiles, openFiles } from './bulk/files.ts'
import { stretchAt, stretchCount, type Plan } from './bulk/plan.ts'
import type { KnownIds } from './hub/things.ts'
import { tally, type Listeners, type Summary, type Use } from './bulk/tally.ts'

/** How to read, and who is told. */
export interface BulkOptions extends Listeners {
  /** Base IRI of instances. */
  readonly base?: string
  /** How many threads read; 0 reads in this one. As many as there are cores when it is left out. */
  readonly workers?: number
  /** Stops the reading; what is thrown is its reason. */
  readonly signal?: AbortSignal
  /** The id of the document that all files are; when it is left out, each is one by its name. */
  readonly source?: string
  /** Models and datasets that have other ids than their hub ids make. */
  readonly known?: KnownIds
  /** Bytes of a stretch, which becomes a batch. */
  readonly stretch?: number
  /** Bytes of the longest line that is read. */
  readonly longestLine?: number
  /** The program of the workers. It comes with the built code; where there is none, all is read in this thread. */
  readonly workerFile?: string
}

/**
 * Of larger ones the terms do not stay in the processor's cache, and Node keeps their text outside of V8's heap, where it lingers;
 * of smaller ones more are in several batches.
 */
const usualStretch = 1_000_000
const usualLongestLine = 16 * 2 ** 20

/**
 * Reads files of records: JSON Lines, as model hubs give them. The batches depend on the files and on the size of a stretch, and
 * not on how many workers there are. A record that has a problem is skipped; its batch has the problem, which the caller judges.
 *
 * @throws StemmaError when a file cannot be used or changes while it is read, or a worker cannot go on
 * @throws the reason of `signal`; what `onBatch` and `onProgress` throw
 */
export async function readBatches(files: readonly string[], options: BulkOptions): Promise<Summary> {
  const { base = defaultBase, source, signal, known, stretch = usualStretch, longestLine = usualLongestLine } = options
  if (source !== undefined && !isId(source))
    throw new StemmaError({ code: 'bad-id', message: `${quote(source)} is not an id`, hint: idHint(source) }, 'usage')
  signal?.throwIfAborted()
  const { opened, refused } = await openFiles(files, source)
  try {
    const plan: Plan = { files: opened, base, ...(known && { known }), stretch: Math.min(stretch, longestLine), longestLine }
    const { use, summary } = tally(plan, refused, options)
    const { workers = availableParallelism(), workerFile = bulkWorker } = options
    if (workers > 0 && workerFile !== undefined)
      await runWorkers({ program: workerFile, work: plan, total: stretchCount(plan), workers, signal }, use)
    else await readHere(plan, use, signal)
    checkUnchanged(opened)
    return summary()
  } finally {
    closeFiles(opened)
  }
}

/** Reads all stretches in this thread; between two of them, others have their turn. */
async function readHere(plan: Plan, use: Use, signal: AbortSignal | undefined): Promise<void> {
  const { batchReader } = await import('./bulk/stretch.ts')
  const read = batchReader(plan)
  for (let index = 0, stretch = stretchAt(plan, 0); stretch; stretch = stretchAt(plan, ++index)) {
    signal?.throwIfAborted()
    await use(index, read(stretch))
    await new Promise(setImmediate)
  }
  signal?.throwIfAborted()
}
