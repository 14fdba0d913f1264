/** Files that a graph is written to: what each is to hold, by its ending. */
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { StemmaError } from '../errors.ts'
import { formatOfFile } from '../formats/index.ts'
import type { Format } from '../formats/format.ts'
import { dump, dumpFormats, type DumpFormat, type Part } from '../graph/dump/dump.ts'
import { graphBytes } from '../graph/file/write-graph.ts'
import type { Graph } from '../graph/graph.ts'
import { quadsOf } from '../graph/quads.ts'
import { savedEnding } from '../graph/saved.ts'
import { prefixesFor } from '../model/iri.ts'
import { quote } from '../quote.ts'

/** A file and what it is to hold. */
export interface Target {
  readonly file: string
  /** The serialisation; none of a saved graph. */
  readonly format?: Format
  readonly zipped: boolean
  /** Which of several parts it is to hold. */
  readonly part?: Part
}

/** From so many triples on, a graph is written subject by subject, without all of it being in memory as text. */
const many = 200_000

/**
 * What a file is to hold.
 *
 * @throws StemmaError `unknown-format` for an ending that tells none
 */
export function targetOf(file: string): Target {
  const ending = extname(file).toLowerCase()
  if (ending === savedEnding) return { file, zipped: false }
  const zipped = ending === '.gz'
  return { file, zipped, format: formatOfFile(zipped ? file.slice(0, -ending.length) : file) }
}

/**
 * A target in parts by subject, each a file of its own: `graph.nq` becomes `graph-1-of-3.nq` and so on.
 *
 * @throws StemmaError `bad-argument` for a file that cannot be written in parts
 */
export function shardsOf(target: Target, parts: number): Target[] {
  if (!isDumped(target.format))
    throw new StemmaError(
      {
        code: 'bad-argument',
        message: `${quote(target.file)} cannot be written in parts`,
        hint: 'parts are .nt, .nq or .ttl files, or these with .gz',
      },
      'usage',
    )
  return Array.from({ length: parts }, (_, part) => ({
    ...target,
    file: target.file.replace(/(\.[^./]+)(\.gz)?$/i, (endings) => `-${part + 1}-of-${parts}${endings}`),
    part: { part, parts },
  }))
}

const isDumped = (format: Format | undefined): boolean => format !== undefined && dumpFormats.includes(format.name as DumpFormat)

/** Whether a graph is written piece by piece: it is large, or its parts are wanted. */
export const isLarge = ({ index }: Graph, targets: readonly Target[]): boolean =>
  targets.some(({ part }) => part) || [...index.relations.values()].reduce((sum, { size }) => sum + size, 0) > many

/**
 * What a graph is in a file: everything where a format has named graphs, else the best view.
 *
 * @throws StemmaError `too-large` where a large graph is to be written in a format that needs all of it in memory
 */
export function* contentOf(graph: Graph, { file, format, zipped, part }: Target): Generator<Uint8Array> {
  const pieces = format === undefined ? graphBytes(graph.index) : dumped(graph, format, file, part)
  for (const piece of pieces) yield zipped ? gzipSync(piece) : piece
}

function* dumped(graph: Graph, format: Format, file: string, part: Part | undefined): Generator<Uint8Array> {
  if (isLarge(graph, part ? [{ file, zipped: false, part }] : [])) {
    if (isDumped(format)) return yield* dump(graph.index, format.name as DumpFormat, part)
    throw new StemmaError(
      {
        code: 'too-large',
        message: `a graph of this size is not written as ${format.name}`,
        place: { file },
        hint: 'take .nq, .nt or .ttl, which are written piece by piece; other tools make the rest of them',
      },
      'usage',
    )
  }
  yield Buffer.from(format.write(quadsOf(graph, format.quads ? 'all' : 'best'), { prefixes: prefixesFor(graph.base) }))
}
