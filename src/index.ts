/**
 * Stemma as a library: it does what the commands do.
 *
 * @example
 * import { ask, find, lineage, nameOf, openShipped } from 'stemma'
 *
 * const graph = openShipped()
 * const sparrow = find(graph, 'Sparrow')
 * const tree = lineage(graph, sparrow.iri, 'up')
 * console.log(tree.branches.map(({ iri }) => nameOf(graph, iri)))
 */
export { agree } from './claims/agree.ts'
export { differencesOf, type Difference } from './claims/conflicts.ts'
export { choose, type Choice } from './claims/rank.ts'
export { formatProblem, StemmaError, type Place, type Problem } from './errors.ts'
export { formatOf, formats } from './formats/index.ts'
export type { Format, WriteOptions } from './formats/format.ts'
export { build, type BuildOptions } from './graph/build.ts'
export { bulkBuild, type BulkBuild, type BulkBuildOptions } from './graph/bulk/bulk-build.ts'
export { check, type Finding } from './graph/check.ts'
export { differencesIn } from './graph/differences.ts'
export { entitiesOf, nameOf, valueOf, type Entity, type Graph } from './graph/graph.ts'
export { graphOfClaims } from './graph/of-claims.ts'
export { quadsAbout, quadsOf, type View } from './graph/quads.ts'
export type { Statement, Triple } from './graph/statement.ts'
export { datasetOf, sourceOf, type CountingSource } from './graph/index/rdfjs.ts'
export { openSaved, saveGraph } from './graph/saved.ts'
export { openShipped, shippedData } from './graph/shipped.ts'
export type { Claim, Rank, Status, Value } from './model/claim.ts'
export { jsonldContext } from './model/context.ts'
export { defaultBase, prefixesFor } from './model/iri.ts'
export { classNames, classOf, labelOf, type ClassName, type Property } from './model/vocabulary.ts'
export { drawing, dot, mermaid, type Drawing } from './publish/lineage-graph.ts'
export { svg } from './publish/lineage-svg.ts'
export type { Answer, Parameters } from './query/answer.ts'
export { ancestors, descendants } from './query/ancestors.ts'
export { askEndpoint, connect, type Client, type EndpointOptions } from './query/endpoint.ts'
export type { Need } from './query/endpoint-graph.ts'
export { ask, type AskOptions } from './query/engine.ts'
export { find } from './query/find.ts'
export {
  lineage,
  paths,
  type Branch,
  type Direction,
  type LineageOptions,
  type Step,
  type Ways,
  type WaysOptions,
} from './query/lineage.ts'
export { lint } from './query/lint.ts'
export { readQuery, type Parameter } from './query/question.ts'
export { remoteGraph, type RemoteGraphOptions } from './query/remote-graph.ts'
export { results } from './query/results.ts'
export { fetchHub, type HubOptions, type HubSnapshot } from './sources/hub/live/fetch.ts'
export { sourceTools, type SourcePlugin, type SourceTools } from './sources/plugins/plugin.ts'
export type { SourceFormat } from './sources/source.ts'
export { bind, savedQueries, savedQuery, type SavedQuery } from './query/saved.ts'
