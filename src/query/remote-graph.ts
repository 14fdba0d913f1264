/** The part of a store's data that is needed, as a graph like any other. */
import type { Quad } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { defaultBase, graphNames } from '../model/iri.ts'
import { connect, requireGraph, type Client, type ClientOptions } from './endpoint.ts'
import { fetchGraph, graphOfQuads, type Need } from './endpoint-graph.ts'
import { quadsOfNames } from './endpoint-names.ts'
import { find } from './find.ts'
import type { Wanted } from './remote/names.ts'

/** Where the data is in the store, how to get there, and who is told how far it is. */
export interface RemoteGraphOptions extends ClientOptions {
  /** Base IRI of instances: names and graphs go by it. */
  readonly base?: string
  /** Told after each statement how many there are so far. */
  readonly onProgress?: (statements: number) => void
}

/**
 * What a store knows of some things, as a graph: `lineage`, `find`, `differencesIn` say of it what they say of the whole.
 *
 * @param endpoint its address, or a client of it
 * @param need what is to be known; its things are named as for `find`
 * @returns a graph of that part; where the store has nothing of a name, or several things, of what has a like name, so
 *   that `find` says what is wrong
 * @throws StemmaError `unknown-graph` when the store lacks the best view, and as `askEndpoint` for what goes wrong there
 *
 * @example
 * const graph = await remoteGraph(url, { reach: 'lineage', things: ['sparrow'], directions: ['up'] })
 * const tree = lineage(graph, find(graph, 'sparrow').iri, 'up')
 */
export async function remoteGraph(endpoint: string | Client, need: Need, options: RemoteGraphOptions = {}): Promise<Graph> {
  const { base = defaultBase, onProgress } = options
  const client = typeof endpoint === 'string' ? connect(endpoint, options) : endpoint
  const wanted = wantedBy(need)
  const named = await quadsOfNames(client, wanted, base)
  const known = await graphOfQuads(named, base)
  const things = wanted.flatMap((one) => thingOf(known, one) ?? [])
  if (things.length < wanted.length) return known
  const found = 'things' in need ? { ...need, things } : need

  async function* quads(): AsyncGenerator<Quad> {
    let count = 0
    for await (const quad of fetchGraph(client, found, { base })) {
      count += 1
      onProgress?.(count)
      yield quad
    }
    if (count === 0) await requireGraph(client, graphNames(base).best)
    // With them, `find` finds by every name that it found by.
    yield* named
  }
  return graphOfQuads(quads(), base)
}

/** The names to look up, and what may be meant: a lineage is of models, a wide one of datasets too. */
function wantedBy(need: Need): Wanted[] {
  if (!('things' in need)) return []
  const among = need.reach !== 'lineage' ? undefined : need.wide ? (['Model', 'Dataset'] as const) : (['Model'] as const)
  return need.things.map((name) => ({ name, ...(among && { among }) }))
}

function thingOf(graph: Graph, { name, among }: Wanted): string | undefined {
  try {
    return find(graph, name, among).iri
  } catch (error) {
    if (error instanceof StemmaError) return undefined
    throw error
  }
}
