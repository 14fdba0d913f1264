/** All that is served of a graph: its pages and data, its dumps, and the endpoint that answers questions about it. */
import type { Graph } from '../graph/graph.ts'
import type { PoolState } from './endpoint/answering.ts'
import { openEndpoint, type EndpointOptions } from './endpoint/open.ts'
import { openDumps, temporaryDumps, type OpenDumps } from './server/dumps.ts'
import { openSite } from './server/open-site.ts'
import { siteRouter, type SiteOptions } from './server/site-router.ts'
import type { Served } from './server/switching.ts'

/** How a graph is served. */
export interface ServeGraphOptions extends SiteOptions {
  /** The folder of the dumps; else those of a graph that is not large are made. */
  readonly dumps?: string | undefined
  /** How questions are answered; not at all, if this is missing. */
  readonly endpoint?: EndpointOptions | undefined
}

/** A graph that is served. */
export interface ServedGraph extends Served {
  readonly graph: Graph
  /** How the endpoint is doing, if there is one. */
  readonly state: PoolState | undefined
}

/**
 * Opens what is served of a graph; the endpoint is ready when this resolves.
 *
 * @throws StemmaError as `openSite`, `openDumps`, `temporaryDumps` and `openEndpoint` do; then nothing is left open
 */
export async function serveGraph(graph: Graph, { dumps: folder, endpoint: asked, ...options }: ServeGraphOptions): Promise<ServedGraph> {
  const endpoint = asked && openEndpoint(graph, asked)
  let dumps: OpenDumps | undefined
  const close = async (): Promise<void> => {
    dumps?.close()
    await endpoint?.close()
  }
  try {
    dumps = folder === undefined ? await temporaryDumps(graph) : openDumps(graph, folder)
    const handlers = [...(endpoint?.handlers ?? []), ...(dumps ? [dumps.handler] : []), ...(options.handlers ?? [])]
    const router = siteRouter(openSite(graph.index, dumps?.dumps, endpoint?.path), { ...options, handlers })
    await endpoint?.ready
    return {
      graph,
      router,
      close,
      get state() {
        return endpoint?.state
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
