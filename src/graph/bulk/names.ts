import { namedNode } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { IndexBuilder } from '../index/index-builder.ts'

/** The numbers of the graphs that are no source's. */
export type Names = ReadonlySet<number>

/** The graphs of claims, of the dataset and of the best view, by number. */
export const namesFor = (builder: IndexBuilder): Names =>
  new Set([defaultGraph, ...Object.values(graphNames(builder.base)).map((name) => builder.number(namedNode(name)))])

/** Whether a graph is a source's. */
export const isSource = (graph: number, names: Names): boolean => !names.has(graph)
