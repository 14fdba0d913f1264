/** The program of a worker that writes parts of a site. */
import { answerPieces } from '../worker-pool.ts'
import type { PublishWork } from './static/publish.ts'
import { partWriter, type Written } from './static/part-writer.ts'

answerPieces<PublishWork, Written>((work) => {
  const write = partWriter(work)
  return (order) => ({ result: write(order), memory: [] })
})
