/** A stream of quads in pieces of a bounded size: so many statements, so many bytes. */
import { createHash, type Hash } from 'node:crypto'
import type { Quad } from '@rdfjs/types'
import { StemmaError } from '../../errors.ts'
import { nTriplesTerm } from '../../formats/terms.ts'
import { checkQuads } from '../../formats/valid.ts'
import { quote } from '../../quote.ts'
import type { Limits } from './store.ts'

/** A piece: N-Triples by the graph that they belong to. */
export interface Chunk {
  readonly graphs: ReadonlyMap<string, readonly string[]>
  readonly size: number
  /** How many statements there were up to its end. */
  readonly end: number
  /** The checksum of all of them. */
  readonly digest: string
}

/**
 * Cuts a stream into pieces. Whatever the limits, one piece ends at a given place, so that a stream can be taken up there.
 *
 * @param border how many statements are before that place
 * @throws StemmaError `blank-node`, `no-graph-name`, and `checkQuads`' for a term that is not well formed
 */
export async function* chunks(quads: Iterable<Quad> | AsyncIterable<Quad>, limits: Limits, border = 0): AsyncGenerator<Chunk> {
  const hash = createHash('sha256')
  let open = new Piece()
  let end = 0
  for await (const quad of quads) {
    const line = lineOf(quad)
    if (open.isFull(line, limits)) {
      yield open.closed(end, hash)
      open = new Piece()
    }
    open.add(quad, line)
    hash.update(`${line} <${quad.graph.value}>\n`)
    end += 1
    if (end !== border) continue
    yield open.closed(end, hash)
    open = new Piece()
  }
  if (open.size > 0) yield open.closed(end, hash)
}

class Piece {
  readonly #graphs = new Map<string, string[]>()
  #unchecked: Quad[] = []
  #bytes = 0
  size = 0

  isFull(line: string, { triples, bytes }: Limits): boolean {
    return this.size > 0 && (this.size >= triples || this.#bytes + byteLength(line) > bytes)
  }

  add(quad: Quad, line: string): void {
    const graph = quad.graph.value
    const lines = this.#graphs.get(graph)
    if (lines) lines.push(line)
    else this.#graphs.set(graph, [line])
    this.size += 1
    this.#bytes += byteLength(line)
    // As terms quads take much more room than as lines.
    if (this.#unchecked.push(quad) === 1000) this.#check()
  }

  closed(end: number, hash: Hash): Chunk {
    this.#check()
    return { graphs: this.#graphs, size: this.size, end, digest: hash.copy().digest('hex') }
  }

  #check(): void {
    checkQuads(this.#unchecked, {})
    this.#unchecked = []
  }
}

const byteLength = (line: string): number => Buffer.byteLength(line) + 3

/** A statement as N-Triples has it, without its final full stop. */
function lineOf({ subject, predicate, object, graph }: Quad): string {
  const terms = [subject, predicate, object].map(nTriplesTerm)
  // A blank node is another one in each request, and a border between two would split it.
  if ([subject, object, graph].some(({ termType }) => termType === 'BlankNode'))
    throw new StemmaError({
      code: 'blank-node',
      message: `${quote(terms.join(' '))} has a blank node, which would be another one in each part of a push`,
      hint: 'give it an IRI',
    })
  if (graph.termType !== 'NamedNode')
    throw new StemmaError({
      code: 'no-graph-name',
      message: `${quote(terms.join(' '))} stands in no named graph`,
      hint: 'push the view "store", in which every graph has a name',
    })
  return terms.join(' ')
}
