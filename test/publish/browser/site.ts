/** A site with a query page on a server of files, under a path and with the policy that pages are published with. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { openSaved } from '../../../src/graph/saved.ts'
import { prefixesFor } from '../../../src/model/iri.ts'
import { turtle } from '../../../src/formats/turtle.ts'
import { pagePath, type Language } from '../../../src/publish/address.ts'
import { siteAssets } from '../../../src/publish/assets.ts'
import { queryPage } from '../../../src/publish/pages/query.ts'
import { contentSecurityPolicy, documentOf } from '../../../src/publish/pages/shell.ts'
import type { Site } from '../../../src/publish/site.ts'
import { ask } from '../../../src/query/engine.ts'
import { results } from '../../../src/query/results.ts'
import { packageFile } from '../../../src/package-files.ts'

const graphFile = packageFile('dist/graph.stemma')
export const graph = openSaved(graphFile)

/** Where the site begins on its host. */
const path = '/some/path/'
type File = readonly [type: string, content: string | Uint8Array]

function files(): Map<string, File> {
  const assets = siteAssets(packageFile('dist/site'))
  const content = readFileSync(graphFile)
  const page = (name: string, language: Language, bytes: number, endpoint?: string): [string, File] => {
    const dump = { path: 'dump/graph.stemma', mediaType: 'application/octet-stream', format: 'Stemma', bytes, sha256: '0123456789abcdef' }
    const site: Site = { graph, assets, dumps: [dump], ...(endpoint !== undefined && { endpoint }) }
    const here = { site, language, path: pagePath(name, language) }
    return [here.path, ['text/html; charset=utf-8', documentOf(here, queryPage(here))]]
  }
  return new Map<string, File>([
    page('query', 'en', content.length),
    page('query', 'zh', content.length),
    page('large', 'en', 200e6),
    page('served', 'en', content.length, 'sparql'),
    ...[...assets.values()].map(({ path: at, mediaType, body }): [string, File] => [at, [mediaType, body]]),
    ['dump/graph.stemma', ['application/octet-stream', content]],
  ])
}

/** Serves the site on a free port. */
export async function serve(): Promise<{ readonly server: Server; readonly url: string }> {
  const all = files()
  const server = createServer((request, response) => {
    const name = new URL(request.url!, 'http://host').pathname.replace(path, '')
    response.setHeader('content-security-policy', contentSecurityPolicy)
    if (name === 'sparql' && request.method === 'POST') return void answer(request, response)
    const [type, content] = all.get(name) ?? []
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}` }
}

/** An endpoint, as far as the page asks it. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = ''
  for await (const piece of request) body += String(piece)
  const asked = new URLSearchParams(body)
  const found = await ask(graph, asked.get('query')!, {}, undefined, { why: asked.get('why') === 'true' })
  if (found.type === 'quads')
    return void response
      .writeHead(200, { 'content-type': 'text/turtle' })
      .end(turtle.write(found.quads, { prefixes: prefixesFor(graph.base) }))
  response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(results.json(found))
}
