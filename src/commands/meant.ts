/** The thing of the name that a person wrote, and a word on others that have the name too. */
import type { Entity, Graph } from '../graph/graph.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { pathIn } from '../model/iri.ts'
import { quote } from '../quote.ts'
import { find, pathsOf } from '../query/find.ts'
import { namesakes } from '../query/namesakes.ts'
import type { Io } from './io.ts'

/** So many of them are named. */
const most = 3

/**
 * Finds a thing, and tells beside the answer who else has the name.
 *
 * @throws StemmaError as `find`
 */
export function meant(graph: Graph, name: string, io: Pick<Io, 'err'>, among?: readonly ClassName[]): Entity {
  const entity = find(graph, name, among)
  const others = namesakes(graph, name, entity)
  if (others.length > 0) {
    io.err(`note ${pathIn(entity.iri, graph.base)} is meant; ${quote(name.trim())} is the name of ${pathsOf(graph, others, most)} too\n`)
  }
  return entity
}
