/** Files that a graph is written to: what each is to hold, by its ending. */
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { StemmaError } from '../errors.ts'
import { formatOfFile } from '../formats/index.ts'
import type { Format } from '../formats/format.ts'
import { dump, isDumpFormat, type DumpFormat, type Part } from './dump/dump.ts'
import { dumpTo } from './dump/dump-threads.ts'
import { transposeAside } from './file/transpose-aside.ts'
import { graphBytes } from './file/write-graph.ts'
import type { Graph } from './graph.ts'
import { quadsOf, type View } from './quads.ts'
import { savedEnding } from './file/ending.ts'
import { prefixesFor } from '../model/iri.ts'
import { quote } from '../quote.ts'
import type { LargeFile } from '../write-file.ts'

/** A file and what it is to hold. */
export interface Target {
  readonly file: string
  /** The serialisation; none of a saved graph. */
  readonly format?: Format
  readonly zipped: boolean
  /** What of the graph; all where the format has named graphs, else the best view. */
  readonly view?: View
  /** Which of several parts it is to hold. */
  readonly part?: Part
}

/** From so many things on, a graph is written subject by subject, without all of it being in memory as text. */
const many = 50_000

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
  if (!target.format || !isDumpFormat(target.format.name))
    throw new StemmaError(
      {
        code: 'bad-argument',
        message: `${quote(target.file)} cannot be written in parts`,
        hint: 'parts are .nt, .nq, .ttl, .trig or .jsonld files, or these with .gz',
      },
      'usage',
    )
  return Array.from({ length: parts }, (_, part) => ({
    ...target,
    file: target.file.replace(/(\.[^./]+)(\.gz)?$/i, (endings) => `-${part + 1}-of-${parts}${endings}`),
    part: { part, parts },
  }))
}

/** Whether a graph is written piece by piece: it is large, or its parts are wanted. */
export const isLarge = ({ size }: Graph, targets: readonly Target[]): boolean => size > many || targets.some(({ part }) => part)

/**
 * What a graph is in a file.
 *
 * @throws StemmaError `too-large` where a large graph is to be written in a way that needs all of it in memory
 */
export function* contentOf(graph: Graph, target: Target): Generator<Uint8Array> {
  const { format, zipped } = target
  const pieces = format === undefined ? graphBytes(graph.index) : written(graph, format, target)
  for (const piece of pieces) yield zipped ? gzipSync(piece) : piece
}

/**
 * What writes a large graph into a file, piece by piece.
 *
 * @param workers how many threads write one of the formats that are written piece by piece
 * @throws StemmaError as `contentOf`
 */
export function largeContent(graph: Graph, target: Target, workers?: number): LargeFile['content'] {
  const { format, zipped, part } = target
  if (format === undefined || !isLarge(graph, [target]))
    return async (write, signal) => {
      if (format === undefined && workers !== 0) await transposeAside(graph.index, signal)
      for (const piece of contentOf(graph, target)) {
        signal.throwIfAborted()
        write(piece)
        await new Promise(setImmediate)
      }
    }
  const name = dumpFormatOf(format, target.view ?? viewOf(format), target.file)
  return (write, signal) => dumpTo(graph.index, { format: name, part, zipped, signal, ...(workers !== undefined && { workers }) }, write)
}

const viewOf = (format: Format): View => (format.quads ? 'all' : 'best')

function written(graph: Graph, format: Format, target: Target): Iterable<Uint8Array> {
  const { view = viewOf(format), file, part } = target
  if (isLarge(graph, [target])) return dump(graph.index, dumpFormatOf(format, view, file), part)
  return [Buffer.from(format.write(quadsOf(graph, view), { prefixes: prefixesFor(graph.base) }))]
}

/** The best view alone in formats that have named graphs: without these, two of them are other formats. */
const ofBest: Readonly<Record<string, DumpFormat>> = { nquads: 'ntriples', trig: 'turtle', jsonld: 'jsonld-best' }

function dumpFormatOf({ name }: Format, view: View, file: string): DumpFormat {
  if (view === 'best' && ofBest[name]) return ofBest[name]
  if (isDumpFormat(name) && (view === 'best' || view === 'all')) return name
  throw new StemmaError(
    {
      code: 'too-large',
      message: `a graph of this size is not written as ${name}${isDumpFormat(name) ? `, view ${view}` : ''}`,
      place: { file },
      hint: 'take all as .nq, .trig or .jsonld, or the best view as .nt or .ttl: these are written piece by piece, and other tools make the rest of them',
    },
    'usage',
  )
}
