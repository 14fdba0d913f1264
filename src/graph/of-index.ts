/** The graph that an index holds, whose claims are read when they are asked for. */
import { claimsOfIndex } from './claims-of-index.ts'
import { createGraph, type Graph } from './graph.ts'
import type { QuadIndex } from './index/quad-index.ts'

/** The graph of an index. */
export const graphOfIndex = (index: QuadIndex): Graph => createGraph(claimsOfIndex(index), index.parts.base, () => index)
