/** The program of a worker of the bulk build: stretches of files of records to batches. */
import { answerPieces } from '../../worker-pool.ts'
import { stretchAt, type Plan } from './plan.ts'
import { batchReader, type StretchResult } from './stretch.ts'

answerPieces<Plan, StretchResult>((plan) => {
  const read = batchReader(plan)
  return (index) => {
    const result = read(stretchAt(plan, index)!)
    const { termHeads, bytes, ends, hashes, rows, mentions } = result.batch
    return { result, memory: [termHeads, bytes, ends, hashes, rows, mentions].map(({ buffer }) => buffer) }
  }
})
