import { transposeWorker } from '../../package-files.ts'
import { runWorkers } from '../../worker-pool.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { shareForward, type SharedIndex } from './share.ts'

/**
 * Lets another thread make what leads backward in a new graph, so that this one can see to others meanwhile. Where there is no
 * program for that, it is made when it is first needed.
 *
 * @throws the reason of the signal when that comes
 */
export async function transposeAside(index: QuadIndex, signal?: AbortSignal, program = transposeWorker): Promise<void> {
  const { relations, transposition } = index.parts
  if (program === undefined || transposition === undefined || transposition.done) return
  await runWorkers<SharedIndex, undefined>({ program, work: shareForward(index), total: relations.length, workers: 1, signal }, () => {})
  transposition.done = true
}
