/** The program of a worker that writes the pieces of a graph in a format. */
import { answerPieces } from '../worker-pool.ts'
import { dumper } from './dump/dump.ts'
import { zippedIf, type DumpWork } from './dump/dump-threads.ts'
import { sharedIndex } from './file/share.ts'

answerPieces<DumpWork, Uint8Array<ArrayBuffer>>(({ index, format, part, zipped }) => {
  const piece = dumper(sharedIndex(index), format)
  return (number) => {
    const result = zippedIf(zipped, piece(part, number)).slice()
    return { result, memory: [result.buffer] }
  }
})
