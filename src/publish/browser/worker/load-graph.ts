/** The graph's saved file, fetched whole. */
import { StemmaError } from '../../../errors.ts'
import { memoryBytes } from '../../../graph/file/memory-bytes.ts'
import { indexOf } from '../../../graph/file/open-graph.ts'
import type { Graph } from '../../../graph/graph.ts'
import { graphOfIndex } from '../../../graph/of-index.ts'
import { crc32 } from './crc32.ts'

/**
 * Fetches a graph and opens it.
 *
 * @param url where the file is
 * @param expected how long it should be; one that is longer or shorter is read all the same
 * @param progress told how many bytes have come
 * @throws StemmaError `graph-unreachable` where it cannot be fetched, and as `indexOf`
 */
export async function loadGraph(url: string, expected: number, progress: (loaded: number) => void): Promise<Graph> {
  return graphOfIndex(indexOf(memoryBytes(url, await fetched(url, expected, progress), crc32)))
}

async function fetched(url: string, expected: number, progress: (loaded: number) => void): Promise<Uint8Array> {
  try {
    const response = await fetch(url)
    if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`.trim())
    let bytes = new Uint8Array(expected)
    let loaded = 0
    for await (const piece of response.body) {
      if (loaded + piece.length > bytes.length) {
        const longer = new Uint8Array(Math.max(2 * bytes.length, loaded + piece.length))
        longer.set(bytes.subarray(0, loaded))
        bytes = longer
      }
      bytes.set(piece, loaded)
      loaded += piece.length
      progress(loaded)
    }
    return bytes.subarray(0, loaded)
  } catch (error) {
    throw new StemmaError({ code: 'graph-unreachable', message: `${url} cannot be fetched: ${(error as Error).message}` }, 'outside')
  }
}
