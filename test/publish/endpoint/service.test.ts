/** SERVICE at the endpoint, in the process that answers: a listed endpoint is asked, and left when the client leaves. Hints fit HTTP. */
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { openEndpoint, type Endpoint } from '../../../src/publish/endpoint/open.ts'
import { graphOf } from '../../graph-of.ts'
import { served, yaml, type Served } from '../server/served.ts'

const programs = { process: packageFile('dist/endpoint-process.cjs'), worker: packageFile('dist/endpoint-worker.cjs') }

let other: Server
let service: string
let react: (response: ServerResponse) => void
let endpoint: Endpoint
let site: Served
beforeAll(async () => {
  other = createServer((request, response) => (request.resume(), react(response))).listen(0, '127.0.0.1')
  await once(other, 'listening')
  service = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  endpoint = openEndpoint(graphOf(yaml), {
    programs,
    limits: { workers: 2, timeMs: 20_000, slowMs: 200, services: { urls: [service], timeMs: 10_000 } },
  })
  await endpoint.ready
  site = await served({ handlers: endpoint.handlers })
})
afterAll(async () => {
  await site.stop()
  await endpoint.close()
  other.closeAllConnections()
  other.close()
})

const ask = (sparql: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${site.url}sparql?query=${encodeURIComponent(sparql)}`, { headers: { accept: 'text/csv' }, ...(signal && { signal }) })
const problemOf = async (answer: Response): Promise<unknown> => {
  const { problems } = (await answer.json()) as { problems: { code: string; hint: string }[] }
  return [answer.status, problems[0]!.code, problems[0]!.hint]
}

test('a listed endpoint is asked; one that fails is a bad gateway, one that is not listed a bad question', async () => {
  const bindings = [{ x: { type: 'literal', value: 'from there' } }]
  react = (response) =>
    response
      .setHeader('content-type', 'application/sparql-results+json')
      .end(JSON.stringify({ head: { vars: ['x'] }, results: { bindings } }))
  const question = `SELECT ?name ?x { model:bloom rdfs:label ?name SERVICE <${service}> { ?x ?y ?z } }`
  expect(await (await ask(question)).text()).toBe('name,x\r\nBLOOM,from there\r\n')
  react = (response) => response.writeHead(500).end()
  expect(await problemOf(await ask(question))).toEqual([502, 'service-failed', 'SERVICE SILENT goes on without the answer'])
  const foreign = await problemOf(await ask('SELECT * { SERVICE <http://127.0.0.1:9/> { ?x ?y ?z } }'))
  expect(foreign).toEqual([400, 'foreign-source', 'ask for the data here, or use an engine of your own on an export'])
})

test('whoever leaves ends what was asked elsewhere', async () => {
  const leaving = new AbortController()
  const heard = new Promise<ServerResponse>((resolve) => (react = resolve))
  const left = ask(`SELECT * { SERVICE <${service}> { ?x ?y ?z } }`, leaving.signal)
  const stalled = await heard
  const ended = once(stalled, 'close')
  leaving.abort()
  await expect(left).rejects.toThrow()
  await ended
})

test('hints lead to addresses, not to commands', async () => {
  const base = 'https://w3id.org/stemma/'
  const hints: [path: string, hint: string][] = [
    ['sparql?query=SELECT', `see the saved questions for examples: ${base}queries`],
    ['sparql?query=ASK%20%7B%20qqqqq%3Aa%20%3Fp%20%3Fo%20%7D', 'declare it with PREFIX'],
    ['queries/ancestors?model=nothing-like-it', `see what there is: ${base}`],
    ['queries/ancestors?model=paper', `see it: ${base}document/paper`],
    ['queries/ancestors', `for example: ${base}queries/ancestors?model=sparrow`],
  ]
  for (const [path, hint] of hints) expect(((await problemOf(await fetch(site.url + path))) as unknown[])[2]).toBe(hint)
})
