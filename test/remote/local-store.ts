/** A store for tests, in this process: by the SPARQL 1.1 and the Graph Store Protocol, with faults on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import { indexOf } from '../../src/graph/index/index-builder.ts'
import type { QuadIndex } from '../../src/graph/index/quad-index.ts'
import { defaultBase } from '../../src/model/iri.ts'
import { runQuery } from '../../src/query/comunica.ts'
import { parse } from '../../src/query/sparql-parser.ts'
import { results } from '../../src/query/results.ts'
import { ntriples } from '../../src/formats/ntriples.ts'

/** A request as a test looks at it. */
export interface Seen {
  readonly method: string
  readonly path: string
  /** The graph that is named in the address. */
  readonly graph: string | undefined
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

/** What a test does in place of the store; it says whether it did anything. */
type Fault = (seen: Seen, response: ServerResponse, count: number) => boolean

/** A running server. */
export interface LocalServer {
  readonly url: string
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

/** A running store. */
export interface LocalStore extends LocalServer {
  readonly quads: Store
  fault: Fault | undefined
}

/** Serves by a handler, on the loopback, at a free port. */
export async function serve(handle: (seen: Seen, response: ServerResponse, count: number) => unknown): Promise<LocalServer> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const url = new URL(request.url!, 'http://127.0.0.1')
      const one: Seen = {
        method: request.method!,
        path: url.pathname,
        graph: url.searchParams.get('graph') ?? undefined,
        body: Buffer.concat(parts).toString(),
        headers: request.headers,
      }
      seen.push(one)
      void handle(one, response, seen.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Answers a request. */
export function reply(
  response: ServerResponse,
  status: number,
  type = 'text/plain',
  text = '',
  headers: Readonly<Record<string, string>> = {},
): true {
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(text)
  return true
}

/**
 * Something in the default graph, as other data in a store may be. (Comunica 5.4 leaves out the alternatives of a path in a
 * named graph whose property the default graph lacks, so it has each of them.)
 */
function decoys(store: Store): Quad[] {
  const decoy = DataFactory.namedNode('urn:decoy')
  return store
    .getPredicates(null, null, null)
    .map((predicate) => DataFactory.quad(decoy, predicate as Quad['predicate'] & { termType: 'NamedNode' }, decoy))
}

/** A store with some quads: questions at /query, updates at /update, graphs at /data. */
export async function localStore(quads: readonly Quad[] = []): Promise<LocalStore> {
  const engine = new QueryEngine()
  const store = new Store([...quads])
  let index: QuadIndex | undefined
  const routes: Readonly<Record<string, (seen: Seen, response: ServerResponse) => Promise<true> | true>> = {
    '/query': async ({ body }, response) => {
      const text = new URLSearchParams(body).get('query')
      if (text === null) return reply(response, 400, 'text/plain', 'no question')
      const question = parse(text, {})
      if ('mistake' in question) return reply(response, 400, 'text/plain', `no SPARQL: ${question.mistake}`)
      index ??= indexOf([...store.getQuads(null, null, null, null), ...decoys(store)], defaultBase)
      const answer = await runQuery(question, index)
      if (!answer) return reply(response, 400, 'text/plain', 'this is for questions')
      return answer.type === 'quads'
        ? reply(response, 200, 'application/n-triples', ntriples.write(answer.quads, { prefixes: {} }))
        : reply(response, 200, 'application/sparql-results+json', results.json(answer))
    },
    '/update': async ({ method, headers, body }, response) => {
      if (method !== 'POST') return reply(response, 405)
      const text = headers['content-type'] === 'application/sparql-update' ? body : (new URLSearchParams(body).get('update') ?? '')
      await engine.queryVoid(text, { sources: [store], destination: store })
      return reply(response, 204)
    },
    '/data': ({ method, graph, body }, response) => {
      if (graph === undefined) return reply(response, 400)
      const name = DataFactory.namedNode(graph)
      const old = store.getQuads(null, null, null, name)
      if (method === 'GET') return old.length > 0 ? reply(response, 200, 'application/n-triples') : reply(response, 404)
      if (method === 'PUT' || method === 'DELETE') store.removeQuads(old)
      if (method === 'PUT' || method === 'POST')
        store.addQuads(
          new Parser({ format: 'application/n-triples' })
            .parse(body)
            .map(({ subject, predicate, object }) => DataFactory.quad(subject, predicate, object, name)),
        )
      return reply(response, method === 'DELETE' && old.length === 0 ? 404 : 204)
    },
  }
  const running: { fault: Fault | undefined } = { fault: undefined }
  const server = await serve(async (seen, response, count) => {
    if (running.fault?.(seen, response, count)) return
    const route = routes[seen.path]
    if (seen.path !== '/query') index = undefined
    try {
      await (route ? route(seen, response) : reply(response, 404, 'text/html', '<!doctype html><title>x</title><p>nothing here'))
    } catch (error) {
      reply(response, 400, 'text/plain', (error as Error).message)
    }
  })
  return Object.assign(running, server, { quads: store })
}
