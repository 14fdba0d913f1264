/** The site of a graph, opened as often as is wanted. */
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { siteAssets } from '../assets.ts'
import { contentsOf } from '../contents.ts'
import { resourcesOf } from '../resources.ts'
import { requireSiteBase, type Dump } from '../site.ts'
import { siteGraph } from '../site-graph.ts'
import type { Opened } from './store.ts'

/**
 * What opens the site of a graph. What is worked out once, such as the list of all things, is worked out here.
 *
 * @param endpoint path of the SPARQL endpoint, where there is one
 * @throws StemmaError `bad-base` when no site can lie at the base
 */
export function openSite(index: QuadIndex, dumps: readonly Dump[] = [], endpoint?: string): () => Opened {
  requireSiteBase(index.parts.base)
  const assets = siteAssets()
  const contents = contentsOf(siteGraph(index))
  return () => {
    const site = { graph: siteGraph(index), assets, dumps, ...(endpoint !== undefined && { endpoint }) }
    return { site, resources: resourcesOf(site, contents) }
  }
}
