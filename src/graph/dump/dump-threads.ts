/** A large graph in a format, written by several threads. */
import { availableParallelism } from 'node:os'
import { gzipSync } from 'node:zlib'
import { dumpWorker } from '../../package-files.ts'
import { release } from '../../release.ts'
import { runWorkers } from '../../worker-pool.ts'
import { shareForward, type SharedIndex } from '../file/share.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { dumper, pieceCount, wholePart, type DumpFormat, type Part } from './dump.ts'

/** What to write. */
export interface DumpOptions {
  readonly format: DumpFormat
  /** Which of the parts by subject; all when it is left out. */
  readonly part?: Part | undefined
  /** As gzip: each piece is a member of its own, so that threads need not wait for each other. */
  readonly zipped?: boolean
  /** How many threads; 0 writes in this one. As many as there are cores when it is left out. */
  readonly workers?: number
  readonly signal?: AbortSignal
  /** The program of the threads. It comes with the built code; where there is none, this thread writes. */
  readonly program?: string | undefined
}

/** What a worker is told. */
export interface DumpWork extends Required<Pick<DumpOptions, 'format' | 'zipped'>> {
  readonly index: SharedIndex
  readonly part: Part
}

/**
 * Writes a graph in a format: the bytes of `dump`, whatever the number of threads.
 *
 * @param write is given one piece after the other, each to be used before it returns
 * @throws what `write` throws; the reason of the signal when that comes
 */
export async function dumpTo(index: QuadIndex, options: DumpOptions, write: (piece: Uint8Array) => void): Promise<void> {
  const { format, part = wholePart, zipped = false, workers = availableParallelism(), signal, program = dumpWorker } = options
  const total = pieceCount(index, part)
  if (workers > 1 && total > 1 && program !== undefined) {
    const work: DumpWork = { index: shareForward(index), format, part, zipped }
    return runWorkers<DumpWork, Uint8Array>({ program, work, total, workers, signal }, (_, result) => {
      write(result)
      release(result)
    })
  }
  const piece = dumper(index, format)
  for (let number = 0; number < total; number++) {
    signal?.throwIfAborted()
    write(zippedIf(zipped, piece(part, number)))
    await new Promise(setImmediate)
  }
}

/** A piece as it is or as gzip. */
export const zippedIf = (zipped: boolean, piece: Uint8Array): Uint8Array => (zipped ? gzipSync(piece) : piece)
