/** The program of a worker that makes what leads backward in a new graph. */
import { answerPieces } from '../worker-pool.ts'
import { sharedIndex, type SharedIndex } from './file/share.ts'
import { transposeRelation } from './index/transpose.ts'

answerPieces<SharedIndex, undefined>((shared) => {
  const { parts } = sharedIndex(shared)
  return (relation) => {
    transposeRelation(parts, relation)
    return { result: undefined, memory: [] }
  }
})
