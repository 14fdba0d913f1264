/** Dumps of the whole graph: for those who want all of it, and for crawlers. */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileError } from '../../errors.ts'
import { dump, isDumpFormat } from '../../graph/dump/dump.ts'
import { savedEnding } from '../../graph/file/ending.ts'
import { graphBytes } from '../../graph/file/write-graph.ts'
import type { Graph } from '../../graph/graph.ts'
import { targetOf, type Target } from '../../graph/target.ts'
import type { Dump } from '../site.ts'

/** A dump that a site has: the end of its name, and what people call it. */
type Kind = Pick<Dump, 'path' | 'format' | 'mediaType'>

/** The dumps that every graph has: all are written piece by piece, so that it may be of any size. */
export const dumpKinds: readonly Kind[] = [
  { path: 'dump/graph.nq.gz', format: 'N-Quads, gzip', mediaType: 'application/n-quads' },
  { path: 'dump/graph.trig', format: 'TriG', mediaType: 'application/trig' },
  { path: 'dump/graph.ttl', format: 'Turtle', mediaType: 'text/turtle' },
  { path: 'dump/graph.jsonld', format: 'JSON-LD', mediaType: 'application/ld+json' },
  { path: `dump/graph${savedEnding}`, format: 'Stemma', mediaType: 'application/octet-stream' },
]

/**
 * Writes a dump, and works out its size and SHA-256 as it goes.
 *
 * @param folder the folder of the site
 * @throws StemmaError `file-…`
 */
export function writeDump(graph: Graph, folder: string, kind: Kind): Dump {
  const steps = writingDump(graph, folder, kind)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same a step at a time, for who has other things to do between them. */
export function* writingDump(graph: Graph, folder: string, kind: Kind): Generator<void, Dump> {
  const file = join(folder, kind.path)
  try {
    mkdirSync(dirname(file), { recursive: true })
    const handle = openSync(file, 'w')
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for (const piece of piecesOf(graph, targetOf(file))) {
        for (let written = 0; written < piece.length;) written += writeSync(handle, piece, written)
        hash.update(piece)
        bytes += piece.length
        yield
      }
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    return { ...kind, bytes, sha256: hash.digest('hex') }
  } catch (error) {
    throw fileError(error, file)
  }
}

/** What is in a dump. The numbers of the graph are at hand here, so that nothing is put together from its claims again. */
function* piecesOf({ index }: Graph, { format, zipped }: Target): Generator<Uint8Array> {
  if (!format || !isDumpFormat(format.name)) return yield* graphBytes(index)
  for (const piece of dump(index, format.name)) yield zipped ? gzipSync(piece) : piece
}
