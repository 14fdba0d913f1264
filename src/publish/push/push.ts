/** A dataset brought into a triple store, in pieces, so that a push that was stopped goes on where it was. */
import type { Quad } from '@rdfjs/types'
import { StemmaError } from '../../errors.ts'
import { defaultBase } from '../../model/iri.ts'
import { oneLine } from '../../quote.ts'
import { connect, type Client, type ClientOptions } from '../../query/remote/client.ts'
import { firstAnswering, graphsBefore, questionAddresses, sizesOf } from './asking.ts'
import { chunks, type Chunk } from './chunks.ts'
import { placeFile, type Place } from './place.ts'
import { findStore, type Limits, type Protocol, type Statements, type Store } from './store.ts'

export type { Protocol } from './store.ts'

/** How a dataset is pushed. */
export interface PushOptions extends ClientOptions {
  readonly base?: string
  /** How the store is written to; it is found out when it is not said. */
  readonly protocol?: Protocol | undefined
  /** The address for questions, where it is not told by that for writing. */
  readonly query?: string | undefined
  /** Statements in a request at most. */
  readonly chunk?: number
  /** Bytes of statements in a request at most. */
  readonly bytes?: number
  /** Keep what the graphs hold, and add to it; else they are emptied first, and those of an earlier push that are no more are removed. */
  readonly add?: boolean
  /** The file that keeps how far it has come. */
  readonly state?: string | undefined
  /** Begin at the beginning. */
  readonly restart?: boolean
  /** Told now and then how many statements are in the store. */
  readonly onProgress?: (done: number) => void
}

/** What was pushed. */
export interface Pushed {
  readonly protocol: Protocol
  readonly statements: number
  readonly graphs: number
  /** How many statements an earlier run had brought there already. */
  readonly resumed: number
  /** The graphs of an earlier push that are no more. */
  readonly removed: readonly string[]
}

/** A request of these sizes is taken by the stores that were tried, and is small beside what they can hold. */
const defaultChunk = 10_000
const defaultBytes = 4 * 2 ** 20
/** By the Graph Store Protocol a request is for one graph: of a longer piece fewer and fuller requests are made. */
const longer = 10

/**
 * Brings quads into a store, each graph under its own name, and counts them there.
 *
 * @param address of the store's Graph Store Protocol, or of its updates
 * @param open gives the quads from the first to the last, always the same in the same order; every quad once, in a named graph, without blank nodes
 * @throws StemmaError `push-incomplete` with the graphs whose size differs in the end; `blank-node`, `no-graph-name`;
 *   `no-way-to-write`, `endpoint-…` and `refused-statement` for what goes wrong there. Run again, it goes on where it was.
 */
export async function push(address: string, open: () => Iterable<Quad> | AsyncIterable<Quad>, options: PushOptions = {}): Promise<Pushed> {
  const { base = defaultBase, add = false } = options
  const client = connect(address, options)
  const store = await findStore(client, options.protocol)
  const asked = await firstAnswering(
    (options.query === undefined ? questionAddresses(client.url) : [options.query]).map((url) => connect(url, options)),
  )
  const file = placeFile({ address: client.url, base, add }, options.state)
  const kept = options.restart ? undefined : file.read()
  const start = kept ?? { done: 0, digest: '', before: add ? [] : await graphsBefore(asked, base) }
  const keep = (place: Place): void => {
    file.write(place)
    options.onProgress?.(place.done)
  }
  const limits = { triples: options.chunk ?? defaultChunk, bytes: options.bytes ?? defaultBytes }
  const sent =
    (await sendFrom(start, store, open, limits, add, keep)) ??
    (await sendFrom({ ...start, done: 0, digest: '' }, store, open, limits, add, keep))!
  try {
    await checkSizes(asked, sent.sizes, add)
  } catch (error) {
    // What went wrong on the way may go well from here on; what is wrong in the store would stay so.
    if (error instanceof StemmaError && error.code === 'push-incomplete') file.remove()
    throw error
  }
  const removed = start.before.filter((graph) => !sent.sizes.has(graph))
  for (const graph of removed) await store.drop(graph)
  file.remove()
  return {
    protocol: store.protocol,
    statements: sent.statements,
    graphs: sent.sizes.size,
    resumed: sent.resumed,
    removed,
  }
}

interface Sent {
  readonly statements: number
  readonly resumed: number
  /** How many statements each graph was sent. */
  readonly sizes: ReadonlyMap<string, number>
}

/** Sends what comes after a place. Nothing when the data before it is no longer what it was. */
async function sendFrom(
  start: Place,
  store: Store,
  open: () => Iterable<Quad> | AsyncIterable<Quad>,
  limits: Limits,
  add: boolean,
  keep: (place: Place) => void,
): Promise<Sent | undefined> {
  const sizes = new Map<string, number>()
  let statements = 0
  let reached = start.done === 0
  const length = store.protocol === 'gsp' ? longer : 1
  const piece = { triples: limits.triples * length, bytes: limits.bytes * length }
  for await (const chunk of chunks(open(), piece, start.done)) {
    const isNew = chunk.end > start.done
    if (isNew && !reached) return undefined
    if (isNew)
      await addPiece(store, chunk.graphs, new Set(add ? [] : [...chunk.graphs.keys()].filter((graph) => !sizes.has(graph))), limits)
    else if (chunk.end === start.done && !(reached = chunk.digest === start.digest)) return undefined
    count(chunk, sizes)
    statements = chunk.end
    if (isNew) keep({ done: chunk.end, digest: chunk.digest, before: start.before })
  }
  return reached ? { statements, resumed: start.done, sizes } : undefined
}

function count({ graphs }: Chunk, sizes: Map<string, number>): void {
  for (const [graph, lines] of graphs) sizes.set(graph, (sizes.get(graph) ?? 0) + lines.length)
}

/**
 * Adds a piece; one that the store cannot take whole, in halves. The last half is one statement: if it is the statement,
 * it is named.
 */
async function addPiece(store: Store, statements: Statements, replaced: ReadonlySet<string>, limits: Limits): Promise<void> {
  try {
    await store.add(statements, replaced, limits)
  } catch (error) {
    if (!(error instanceof StemmaError) || !['endpoint-refused', 'endpoint-failed'].includes(error.code)) throw error
    const size = [...statements.values()].reduce((sum, lines) => sum + lines.length, 0)
    if (size === 1) throw refusedStatement(error, statements)
    const [first, second] = halves(statements, size)
    await addPiece(store, first, replaced, limits)
    await addPiece(store, second, new Set([...replaced].filter((graph) => !first.has(graph))), limits)
  }
}

function halves(statements: Statements, size: number): [Statements, Statements] {
  let left = Math.ceil(size / 2)
  const [first, second] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const [graph, lines] of statements) {
    const [head, tail] = [lines.slice(0, left), lines.slice(left)]
    if (head.length > 0) first.set(graph, head)
    if (tail.length > 0) second.set(graph, tail)
    left = Math.max(0, left - lines.length)
  }
  return [first, second]
}

function refusedStatement({ problems, failure }: StemmaError, statements: Statements): StemmaError {
  const [[graph, [line]] = ['', ['']] as const] = [...statements]
  return new StemmaError(
    [
      {
        code: 'refused-statement',
        message: `the store does not take ${oneLine(line!.slice(0, 400))} in ${graph}`,
        hint: problems[0]!.message,
      },
    ],
    failure,
  )
}

const mostTold = 5

/** Compares what a store counts with what it was sent. */
async function checkSizes(client: Client, sizes: ReadonlyMap<string, number>, add: boolean): Promise<void> {
  const there = await sizesOf(client, [...sizes.keys()])
  const wrong = [...sizes].filter(([graph, size]) => (add ? there.get(graph)! < size : there.get(graph) !== size))
  if (wrong.length === 0) return
  const told = wrong.slice(0, mostTold).map(([graph, size]) => `${graph} has ${there.get(graph)!} statements and was sent ${size}`)
  throw new StemmaError(
    {
      code: 'push-incomplete',
      message: `${wrong.length} of ${sizes.size} graphs differ: ${told.join('; ')}${wrong.length > mostTold ? '; …' : ''}`,
      hint: 'push again; a store that keeps numbers shortened counts two spellings of one as one statement',
    },
    'outside',
  )
}
