/** A small site that is served for tests, and requests that no ordinary client sends. */
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Graph } from '../../../src/graph/graph.ts'
import { contentsOf } from '../../../src/publish/contents.ts'
import { resourcesOf, type Resources } from '../../../src/publish/resources.ts'
import { startServer, type Running, type ServerOptions } from '../../../src/publish/server/server.ts'
import { siteRouter, type SiteOptions } from '../../../src/publish/server/site-router.ts'
import type { Asset, Site } from '../../../src/publish/site.ts'
import { graphOf } from '../../graph-of.ts'

/** What tests are about: a few models, one of which has what is hostile in it. */
export const yaml = `id: bloom
source: paper
name: BLOOM
released: 2022-07
parameterCount: { value: 176B, at: §1 }
---
id: bloomz
source: paper
name: BLOOMZ
fineTunedFrom: { value: bloom, at: "§2 </script><img src=x onerror=alert(1)>" }
---
id: llama-3.1
source: model-card
name: Llama 3.1
---
id: evil
source: article
name: '</script><img src=x onerror=alert(1)>'
homepage: https://example.org/
fineTunedFrom: bloom`

const asset = (path: string, mediaType: string, text: string): Asset => ({ path, mediaType, body: Buffer.from(text) })

/** The files that pages load, in short. */
export const assets = new Map([
  ['style.css', asset('assets/style-0123456789.css', 'text/css', `body { color: #222 }\n${'/* … */\n'.repeat(200)}`)],
  ['icon.svg', asset('assets/icon-0123456789.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
])

/** A site that is served. */
export interface Served extends Running {
  readonly site: Site
  readonly resources: Resources
  get(target: string, headers?: OutgoingHttpHeaders, method?: string): Promise<Got>
  /** A connection, and all that comes back on it until the server ends it. */
  raw(): { readonly socket: Socket; readonly all: Promise<string> }
}

/** An answer. */
interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Serves a site on a free port. */
export async function served(
  options: Partial<ServerOptions & SiteOptions> & {
    base?: string
    of?: string
    whose?: Graph
    wrap?: (resources: Resources) => Resources
  } = {},
): Promise<Served> {
  const { base, of = yaml, wrap = (all: Resources): Resources => all, whose, ...rest } = options
  const graph = whose ?? graphOf(of, base)
  const site: Site = { graph, assets, dumps: [] }
  const resources = wrap(resourcesOf(site, contentsOf(graph)))
  const running = await startServer(
    siteRouter(() => ({ site, resources }), rest),
    { host: '127.0.0.1', port: 0, ...rest },
  )
  return {
    ...running,
    site,
    resources,
    get: (target, headers = {}, method = 'GET') => get(running.port, target, headers, method),
    raw: () => raw(running.port),
  }
}

async function get(port: number, path: string, headers: OutgoingHttpHeaders, method: string): Promise<Got> {
  const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end()
  const [response] = (await once(asking, 'response')) as [import('node:http').IncomingMessage]
  const pieces = await response.toArray()
  return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces as Buffer[]) }
}

/** A connection to a port, and all that comes back on it. */
export function raw(port: number): ReturnType<Served['raw']> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
  let text = ''
  socket.on('data', (bytes) => (text += bytes.toString('latin1'))).on('error', () => {})
  const all = new Promise<string>((resolve) => {
    socket.once('end', () => socket.end()).once('close', () => resolve(text))
  })
  return { socket, all }
}

/** How many descriptors this process has open; 0 where the system does not tell. */
export function descriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}

/** Waits until something holds, for at most so many ms. */
export async function until(holds: () => boolean, ms = 5000): Promise<void> {
  for (const end = Date.now() + ms; !holds();) {
    if (Date.now() > end) throw new Error('it never came to hold')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
