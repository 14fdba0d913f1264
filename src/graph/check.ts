/** All checks of a graph: the ontology's shapes, then the rules of lineage. */
import type { Finding } from './findings.ts'
import type { Graph } from './graph.ts'
import { checkRules } from './rules.ts'
import { checkShapes } from './shapes/check-shapes.ts'

export type { Finding }

/**
 * Checks a graph.
 *
 * @returns what was found; a graph without a violation conforms
 */
export async function check(graph: Graph): Promise<Finding[]> {
  return [...(await checkShapes(graph)), ...checkRules(graph)]
}
