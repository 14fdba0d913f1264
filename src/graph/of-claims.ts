/** The graph of claims that are in memory. */
import type { Claim } from '../model/claim.ts'
import { claimStore, type Retired } from './claim-store.ts'
import { createGraph, type Graph } from './graph.ts'
import { indexOf } from './index/index-builder.ts'
import { allQuads } from './quads.ts'

/**
 * The graph of some claims.
 *
 * @param claims sorted and checked, as `collect` gives them
 * @param base base IRI of instances
 * @param retired IRIs that went out of use, and what stands in their place
 */
export function graphOfClaims(claims: readonly Claim[], base: string, retired?: Retired): Graph {
  return createGraph(claimStore(claims, retired), base, (graph) => indexOf(allQuads(graph), base))
}
