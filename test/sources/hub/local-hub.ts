/** A model hub for tests, in this process: records by its API, with pages, redirects, entity tags, and faults on demand. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inApiForm, type Loose } from '../../../src/sources/hub/forms.ts'

/** A request as a test looks at it. */
interface Seen {
  /** Its path, without `/api/`; of a list, whose children are asked for. */
  readonly what: string
  readonly headers: IncomingMessage['headers']
  /** What it was answered with, when it has been. */
  status?: number
}

/** What is done in place of the hub; whether anything was. */
export type Fault = (what: string, response: ServerResponse, count: number) => boolean

/** A running hub. */
export interface LocalHub {
  readonly url: string
  readonly seen: Seen[]
  /** What it holds, by `models/OWNER/NAME` and `datasets/OWNER/NAME`. */
  readonly records: Map<string, Loose>
  /** What was renamed, in the same form. */
  readonly renamed: Map<string, string>
  fault: Fault | undefined
  /** Models of a page at most. */
  pageSize: number
  close(): Promise<void>
}

const day = 'Thu, 01 May 2025 10:00:00 GMT'

/** Starts a hub on the loopback, at a free port. */
export async function localHub(records: Readonly<Record<string, Loose>>): Promise<LocalHub> {
  const held = new Map(
    Object.entries(records).map(([what, record]): [string, Loose] => [what, { id: what.replace(/^\w+\//, ''), ...record }]),
  )
  const server = createServer((request, response) => {
    const url = new URL(request.url!, hub.url)
    const filter = url.searchParams.get('filter')
    const what = filter === null ? url.pathname.replace(/^\/api\//, '') : `children of ${filter.replace(/^base_model:/, '')}`
    const seen: Seen = { what, headers: request.headers }
    response.on('close', () => (seen.status = response.statusCode))
    hub.seen.push(seen)
    response.setHeader('date', day)
    if (hub.fault?.(what, response, hub.seen.length)) return
    const target = hub.renamed.get(what)
    if (target !== undefined) return void response.writeHead(307, { location: `/api/${target}${url.search}` }).end()
    if (filter !== null) return list(url, filter, request, response)
    const record = held.get(what)
    if (!record) return refuse(response, 404, 'RepoNotFound')
    give(record, request, response)
  })

  function list(url: URL, filter: string, request: IncomingMessage, response: ServerResponse): void {
    const all = [...held].filter(([what, { tags }]) => what.startsWith('models/') && Array.isArray(tags) && tags.includes(filter))
    const start = Number(url.searchParams.get('cursor') ?? 0)
    const end = start + Math.min(hub.pageSize, Number(url.searchParams.get('limit')))
    if (end < all.length) {
      url.searchParams.set('cursor', String(end))
      response.setHeader('link', `<${url.href}>; rel="next"`)
    }
    give(
      all.slice(start, end).map(([, record]) => record),
      request,
      response,
    )
  }

  const hub: LocalHub = {
    url: '',
    seen: [],
    records: held,
    renamed: new Map(),
    fault: undefined,
    pageSize: 100,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(hub, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

function give(content: unknown, { headers }: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(content)
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
  else response.writeHead(200, { etag, 'content-type': 'application/json' }).end(body)
}

/** Refuses as the hub does. */
export function refuse(response: ServerResponse, status: number, code?: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...(code !== undefined && { 'x-error-code': code }), ...headers }).end('{"error":"no"}')
}

/** The records of the dumps in a folder as the API has them, without those that have none. */
export function recordsOfDumps(folder: string): Record<string, Loose> {
  const models = readdirSync(folder).flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { models: Loose[] }).models)
  return Object.fromEntries(
    models.flatMap((model) => {
      const { card: _, ...record } = inApiForm(model).record
      return record['tags'] === undefined ? [] : [[`models/${String(record['id'])}`, record]]
    }),
  )
}
