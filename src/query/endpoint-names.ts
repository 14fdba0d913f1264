/** Names that a person wrote, looked up in a store. */
import type { Quad, Term } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { defaultBase, graphNames } from '../model/iri.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { bind } from './bind.ts'
import { requireGraph, type Client } from './endpoint.ts'
import { graphOfQuads, readerOf } from './endpoint-graph.ts'
import { find } from './find.ts'
import type { SavedQuery } from './question.ts'
import { namesakes, type Wanted } from './remote/names.ts'

/**
 * What a store says of the things that have one of some names: enough for `find` to say which thing is meant, or why none is.
 *
 * @throws StemmaError `unknown-graph` when nothing has such a name and the store lacks the best view, and as `askEndpoint`
 */
export async function quadsOfNames(client: Client, wanted: readonly Wanted[], base = defaultBase): Promise<Quad[]> {
  const reader = readerOf(client, base)
  const quads: Quad[] = []
  for (const one of wanted) {
    const isFound = async (some: readonly Quad[]): Promise<boolean> => has(await graphOfQuads(some, base), one.name, one.among)
    quads.push(...(await namesakes(reader, one, base, isFound)))
  }
  if (wanted.length > 0 && quads.length === 0) await requireGraph(client, graphNames(base).best)
  return quads
}

/** The graph of `quadsOfNames`. */
export const graphOfNames = async (client: Client, wanted: readonly Wanted[], base = defaultBase): Promise<Graph> =>
  graphOfQuads(await quadsOfNames(client, wanted, base), base)

function has(graph: Graph, name: string, among: readonly ClassName[] | undefined): boolean {
  try {
    find(graph, name, among)
    return true
  } catch (error) {
    if (error instanceof StemmaError) return error.code === 'ambiguous-name'
    throw error
  }
}

/**
 * Binds arguments to a question's parameters, names looked up in a store.
 *
 * @param args values by name, as a person wrote them
 * @returns RDF terms by variable
 * @throws StemmaError as `bind` and `askEndpoint`
 */
export async function bindAt(
  client: Client,
  question: SavedQuery,
  args: Readonly<Record<string, string>>,
  base = defaultBase,
): Promise<Record<string, Term>> {
  const wanted = question.parameters.flatMap(({ name, type, default: fallback }): Wanted[] => {
    const written = Object.hasOwn(args, name) ? args[name] : fallback
    return type.kind === 'thing' && written !== undefined ? [{ name: written, among: type.classes }] : []
  })
  return bind(await graphOfNames(client, wanted, base), question, args)
}
