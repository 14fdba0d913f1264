/** Who else has the name by which a person found a thing. */
import type { Entity, Graph } from '../graph/graph.ts'
import { st } from '../model/vocabulary.ts'
import { fold, hasName } from './find.ts'

const variantOf = st('variantOf')

/**
 * The other things of a thing's class that have the very name, as a person wrote it or as the thing itself is called. Of who wrote an IRI or
 * a path there are none: that says which one is meant. A family and its sizes are none of each other's.
 *
 * @param name by which the thing was found
 */
export function namesakes(graph: Graph, name: string, { iri, className, names }: Entity): Entity[] {
  const wanted = fold(name.trim())
  const written = new Set([name.trim(), ...Object.values(names).filter((own) => fold(own) === wanted)])
  return [...new Set([...written].flatMap((one) => graph.named(one)))]
    .flatMap((other) => (other === iri ? [] : (graph.entity(other) ?? [])))
    .filter((other) => other.className === className && hasName(graph, other.iri, wanted))
    .filter((other) => !isVariant(graph, other.iri, iri) && !isVariant(graph, iri, other.iri))
}

const isVariant = (graph: Graph, of: string, family: string): boolean => graph.values(of, variantOf).some(({ value }) => value === family)
