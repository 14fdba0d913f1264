/** Writing to a store: by the Graph Store Protocol or by SPARQL Update, whichever it has at an address. */
import { StemmaError } from '../../errors.ts'
import type { Client } from '../../query/remote/client.ts'
import { withoutFalseEscapes } from '../../query/remote/code-points.ts'
import { isHtml, refusal } from '../../query/remote/failures.ts'
import type { Reply, Request } from '../../query/remote/message.ts'

/**
 * https://www.w3.org/TR/sparql11-http-rdf-update/ or https://www.w3.org/TR/sparql11-update/ by
 * https://www.w3.org/TR/sparql11-protocol/#update-operation.
 */
export type Protocol = 'gsp' | 'update'

/** How large a request may be. */
export interface Limits {
  readonly triples: number
  readonly bytes: number
}

/** Statements of some graphs, as lines of N-Triples without their full stops. */
export type Statements = ReadonlyMap<string, readonly string[]>

/** A store that can be written to. */
export interface Store {
  readonly protocol: Protocol
  /**
   * Adds statements; graphs that are to be replaced are emptied first. Doing it twice is doing it once.
   *
   * @throws StemmaError as the client, and what the store refuses it for
   */
  add(statements: Statements, replaced: ReadonlySet<string>, limits: Limits): Promise<void>
  /** Removes a graph, if it is there. */
  drop(graph: string): Promise<void>
}

/** A store by the Graph Store Protocol: a request for each graph, or several for a large one. */
function graphStore(client: Client): Store {
  const graphRequest = (method: Request['method'], graph: string, body?: string): Promise<Reply> =>
    client.send({
      method,
      url: addressOf(client.url, graph),
      accept: '*/*',
      ...(body !== undefined && { type: 'application/n-triples', body }),
    })
  return {
    protocol: 'gsp',
    async add(statements, replaced, limits) {
      for (const [graph, lines] of statements) {
        let method: 'PUT' | 'POST' = replaced.has(graph) ? 'PUT' : 'POST'
        for (const body of bodies(lines, limits)) {
          expectDone(await graphRequest(method, graph, body), client)
          method = 'POST'
        }
      }
    },
    async drop(graph) {
      const reply = await graphRequest('DELETE', graph)
      if (reply.status !== 404) expectDone(reply, client)
    },
  }
}

/** Lines as the bodies of requests, none larger than is allowed. */
function* bodies(lines: readonly string[], { triples, bytes }: Limits): Generator<string> {
  let [body, count] = ['', 0]
  for (const line of lines) {
    if (count > 0 && (count >= triples || body.length + line.length > bytes)) {
      yield body
      body = ''
      count = 0
    }
    body += `${line} .\n`
    count += 1
  }
  if (count > 0) yield body
}

/** The address of a graph: the store's with `?graph=`. */
function addressOf(store: string, graph: string): string {
  const url = new URL(store)
  url.searchParams.set('graph', graph)
  return url.href
}

/** A store by SPARQL Update: a request for all graphs of a piece. */
function updateStore(client: Client, direct: boolean): Store {
  const update = async (text: string): Promise<void> => expectDone(await client.send(updateRequest(text, direct)), client)
  return {
    protocol: 'update',
    async add(statements, replaced) {
      const drops = [...statements.keys()].filter((graph) => replaced.has(graph)).map((graph) => `DROP SILENT GRAPH <${graph}> ;\n`)
      const blocks = [...statements].map(([graph, lines]) => `GRAPH <${graph}> {\n${lines.map((line) => `${line} .\n`).join('')}}\n`)
      await update(`${drops.join('')}INSERT DATA {\n${withoutFalseEscapes(blocks.join(''))}}\n`)
    },
    drop: (graph) => update(`DROP SILENT GRAPH <${graph}>`),
  }
}

/** An update, sent as it is or as a form has it; some stores know only one of the two. */
const updateRequest = (text: string, direct: boolean): Request => ({
  method: 'POST',
  accept: '*/*',
  ...(direct
    ? { type: 'application/sparql-update', body: text }
    : { type: 'application/x-www-form-urlencoded', body: new URLSearchParams({ update: text }).toString() }),
})

/** Throws unless the store did what it was asked for. */
function expectDone(reply: Reply, client: Client): void {
  if (reply.status >= 200 && reply.status < 300) return
  throw [404, 405, 415].includes(reply.status) ? noWayToWrite(reply) : refusal(reply, client.clean)
}

const noWayToWrite = ({ url, status }: Pick<Reply, 'url' | 'status'>): StemmaError =>
  new StemmaError(
    {
      code: 'no-way-to-write',
      message: `nothing can be written at ${new URL(url).origin}${new URL(url).pathname} (${status})`,
      hint: 'give the address of its Graph Store Protocol or of its updates; docs/remote.md lists those of some stores',
    },
    'outside',
  )

/**
 * Finds out how a store is written to: an update that does nothing, and a look at a graph that is not there, change nothing.
 *
 * @param protocol the one that was asked for, if one was
 * @throws StemmaError `endpoint-unauthorized` when it must know who asks, `no-way-to-write` when it takes neither protocol
 */
export async function findStore(client: Client, protocol?: Protocol): Promise<Store> {
  const replies: Reply[] = []
  const ask = async (request: Request): Promise<Reply> => {
    const reply = await client.send(request)
    if (reply.status === 401 || reply.status === 403) throw refusal(reply, client.clean)
    replies.push(reply)
    return reply
  }
  const ways: Readonly<Record<Protocol, () => Promise<Store | undefined>>> = {
    async gsp() {
      const reply = await ask({
        method: 'GET',
        url: addressOf(client.url, 'urn:stemma:none'),
        accept: 'application/n-triples, text/turtle;q=0.9',
      })
      const isThere = reply.status === 200 && !isHtml(reply) && !/json|xml$/.test(reply.type)
      return isThere || reply.status === 204 || reply.status === 404 ? graphStore(client) : undefined
    },
    async update() {
      for (const direct of [true, false]) {
        const { status } = await ask(updateRequest('INSERT DATA {}', direct))
        if (status >= 200 && status < 300) return updateStore(client, direct)
      }
      return undefined
    },
  }
  for (const way of protocol ? [protocol] : likely(client.url)) {
    const store = await ways[way]()
    if (store) return store
  }
  throw noWayToWrite(replies.at(-1)!)
}

/** Which protocol to try first, by what the addresses of stores end in. */
const likely = (url: string): Protocol[] =>
  /\/(sparql-graph-crud(-auth)?|rdf-graphs\/service|data|store|gsp)\/?$/.test(new URL(url).pathname) ? ['gsp', 'update'] : ['update', 'gsp']
