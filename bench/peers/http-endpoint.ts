/** What servers that answer SPARQL over HTTP are to a benchmark. */
import { hubGraph, hubTriples, serveArgs } from '../ours.ts'
import { freePort, moduleArgs, startServer } from '../processes.ts'
import { addressOf, missing, startVirtuoso } from './virtuoso.ts'
import { version } from '../../src/version.ts'

/** A server that holds the graph of a hub, and ends a question after some seconds. */
export interface HttpEndpoint {
  readonly version: string
  readonly pid: number
  /** Where questions go, as the parameter `query`. */
  readonly address: string
  /** Where the saved question for ancestors is, where there is one. */
  readonly saved?: string
  stop(): Promise<void>
}

/** A kind of server; `start` says undefined where the machine has none. */
export interface HttpPeer {
  readonly name: string
  /** Why it is left out, where it is. */
  readonly missing: string
  start(models: number, seconds: number, clients: number): Promise<HttpEndpoint | undefined>
}

/** Stemma's own. */
const stemma: HttpPeer = {
  name: 'Stemma',
  missing: 'build it: npm run build',
  async start(models, seconds) {
    const { url, ...server } = await startServer(process.execPath, serveArgs(hubGraph(models), seconds))
    return { ...server, version, address: new URL('sparql', url).href, saved: new URL('queries/ancestors', url).href }
  },
}

/** Comunica's own service over a store of n3, which keeps the triples in memory; as many workers as here are cores. */
const comunica: HttpPeer = {
  name: 'Comunica (HTTP service)',
  missing: 'install it with npm: @comunica/query-sparql-rdfjs',
  async start(models, seconds) {
    const port = await freePort()
    const args = moduleArgs('./peers/comunica-http.ts', hubTriples(models), String(port), String(seconds))
    const { url, ...server } = await startServer(process.execPath, args)
    const [address, of] = url.split(' ')
    return { ...server, version: of!, address: address! }
  },
}

/** Virtuoso's, with a thread for each client. */
const virtuoso: HttpPeer = {
  name: 'Virtuoso',
  missing,
  async start(models, seconds, clients) {
    const server = await startVirtuoso(hubTriples(models), { seconds, clients: clients + 4 })
    return server && { ...server, address: addressOf(server.http) }
  },
}

/** All that are compared. */
export const httpEndpoints: Readonly<Record<string, HttpPeer>> = { stemma, comunica, virtuoso }
