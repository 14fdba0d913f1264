/** The program of a worker of the bulk build: reads stretches as long as there are any, and hands over their batches. */
import { parentPort, workerData } from 'node:worker_threads'
import { StemmaError } from '../errors.ts'
import { stretchAt } from './bulk/plan.ts'
import { batchReader } from './bulk/stretch.ts'
import type { WorkerMessage, WorkerTask } from './bulk/task.ts'
import { Turns } from './bulk/turns.ts'

const { plan, turns: memory } = workerData as WorkerTask
const turns = new Turns(memory)
const read = batchReader(plan)
const tell = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void => parentPort!.postMessage(message, transfer)

/** The number of a stretch that is there. */
function take(): number | undefined {
  const index = turns.take()
  return index !== undefined && stretchAt(plan, index) ? index : undefined
}

try {
  for (let index = take(); index !== undefined; index = take()) {
    const result = read(stretchAt(plan, index)!)
    const { termHeads, bytes, ends, hashes, rows } = result.batch
    tell(
      { index, result },
      [termHeads, bytes, ends, hashes, rows].map(({ buffer }) => buffer as ArrayBuffer),
    )
  }
} catch (error) {
  if (!(error instanceof StemmaError)) throw error
  tell({ problems: error.problems, failure: error.failure })
}
