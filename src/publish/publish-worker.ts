/** The program of a worker that writes parts of a site. */
import { answerPieces } from '../worker-pool.ts'
import { partWriter } from './static/part-writer.ts'
import type { PublishWork, Written } from './static/part.ts'

answerPieces<PublishWork, Written>((work) => {
  const write = partWriter(work)
  return (order) => ({ result: write(order), memory: [] })
})
