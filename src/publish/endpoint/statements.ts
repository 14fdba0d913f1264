/** Statements of descriptions, by the short names of their predicates. */
import type { Quad, Quad_Object, Quad_Subject } from '@rdfjs/types'
import { namedNode, quad } from '../../model/claim.ts'
import { fromCurie, prefixesFor } from '../../model/iri.ts'

/** What is said of something: objects by predicate, `{ 'rdfs:label': […] }`. */
export type Said = Readonly<Record<string, readonly Quad_Object[]>>

/**
 * Makes what writes statements.
 *
 * @param base what the prefixes of instances go by
 * @returns the quads of what is said of a subject
 */
export function statementsWith(base: string): (subject: Quad_Subject, said: Said) => Quad[] {
  const table = prefixesFor(base)
  return (subject, said) =>
    Object.entries(said).flatMap(([predicate, objects]) =>
      objects.map((object) => quad(subject, namedNode(fromCurie(predicate, table)!), object)),
    )
}
