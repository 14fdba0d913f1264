/** SERVICE: those that are listed are asked, within bounds; nobody else hears anything. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { ask as askLocally, askStream } from '../../src/query/engine.ts'
import { servicesAt } from '../../src/query/remote/service.ts'
import { results } from '../../src/query/results.ts'
import { graphOf } from '../graph-of.ts'

const models = (...lines: string[]): string => lines.join('\n---\n')
const here = graphOf(models('id: bloom\nsource: paper\nname: BLOOM', 'id: bloomz\nsource: paper\nname: BLOOMZ\nfineTunedFrom: bloom'))
const there = graphOf(models('id: bloom\nsource: article\nname: The flower', 'id: opt\nsource: article\nname: OPT'))

/** What the stub does with a question. */
type Reaction = (sparql: string, response: ServerResponse) => unknown

const asAnswered: Reaction = async (sparql, response) => {
  const answer = await askLocally(there, sparql)
  if (answer.type === 'quads') throw new Error('triples')
  response.setHeader('content-type', 'application/sparql-results+json').end(results.json(answer))
}

let react: Reaction
let server: Server
let url: string
let heard: string[]
let headers: IncomingMessage['headers'][]
let connections: number
beforeEach(async () => {
  react = asAnswered
  heard = []
  headers = []
  connections = 0
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const sparql = new URLSearchParams(body).get('query')!
      heard.push(sparql)
      headers.push(request.headers)
      return react(sparql, response)
    })
  })
  server.on('connection', () => (connections += 1)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** The rows as CSV, without the base; what is wrong, by its code and message. */
async function ask(sparql: string, listed: readonly string[] | null = [url], timeMs = 5000): Promise<string> {
  try {
    const services = listed ? servicesAt(listed, timeMs) : undefined
    const answer = await askStream(here, sparql.replaceAll('<URL>', `<${url}>`), {}, undefined, { services })
    if (answer.type !== 'bindings') throw new Error('no rows')
    const rows = []
    for await (const some of answer.rows) rows.push(...some)
    return results
      .csv({ ...answer, rows })
      .replaceAll('\r\n', '\n')
      .replaceAll(here.base, '')
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    return `${error.code}: ${error.problems[0]!.message.replaceAll(url, 'URL')}`
  }
}

const question = 'SELECT ?m ?l { ?m a st:Model SERVICE <URL> { ?m rdfs:label ?l } } ORDER BY ?m ?l'

test('what a service answers is joined, and what is known here is sent along', async () => {
  expect(await ask(question)).toBe('m,l\nmodel/bloom,The flower\n')
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain('VALUES')
  expect(heard[0]).toContain('model/bloomz')
  expect(headers[0]).not.toHaveProperty('authorization')
})

describe('stands wherever a pattern may', () => {
  test.each([
    ['alone', 'SELECT ?m { SERVICE <URL> { ?m a st:Model } } ORDER BY ?m', 'm\nmodel/bloom\nmodel/opt\n'],
    [
      'in OPTIONAL',
      'SELECT ?m ?l { ?m a st:Model OPTIONAL { SERVICE <URL> { ?m rdfs:label ?l } } } ORDER BY ?m',
      'm,l\nmodel/bloom,The flower\nmodel/bloomz,\n',
    ],
    [
      'in UNION',
      'SELECT ?m { { ?m st:fineTunedFrom ?x } UNION { SERVICE <URL> { ?m rdfs:label "OPT"@en } } } ORDER BY ?m',
      'm\nmodel/bloomz\nmodel/opt\n',
    ],
    ['in MINUS', 'SELECT ?m { ?m a st:Model MINUS { SERVICE <URL> { ?m a st:Model } } }', 'm\nmodel/bloomz\n'],
    ['in EXISTS', 'SELECT ?m { ?m a st:Model FILTER EXISTS { SERVICE <URL> { ?m a st:Model } } }', 'm\nmodel/bloom\n'],
    [
      'in the filter of OPTIONAL',
      'SELECT ?m ?l { ?m a st:Model OPTIONAL { ?m rdfs:label ?l FILTER EXISTS { SERVICE <URL> { ?m a st:Model } } } } ORDER BY ?m',
      'm,l\nmodel/bloom,BLOOM\nmodel/bloomz,\n',
    ],
    ['within GRAPH', 'SELECT ?m { GRAPH ?g { ?x st:fineTunedFrom ?y SERVICE <URL> { ?m rdfs:label "OPT"@en } } }', 'm\nmodel/opt\n'],
    ['with GRAPH in it', 'SELECT ?m { SERVICE <URL> { GRAPH document:article { ?m rdfs:label "OPT"@en } } }', 'm\nmodel/opt\n'],
    [
      'with a filter and a sub-select of its own',
      'SELECT ?m ?n { ?m a st:Model SERVICE <URL> { { SELECT ?m (COUNT(?l) AS ?n) { ?m rdfs:label ?l } GROUP BY ?m } FILTER(?n > 0) } }',
      'm,n\nmodel/bloom,1\n',
    ],
  ])('%s', async (_, sparql, rows) => {
    expect(await ask(sparql)).toBe(rows)
  })
})

describe('nobody is asked', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['without a list', question, undefined],
    ['at an address that is not listed', question, ['http://127.0.0.1:9/sparql']],
    ['at one that differs in a letter', question.replace('<URL>', '<URL/>'), ['URL']],
    ['that is SILENT and not listed', question.replace('SERVICE', 'SERVICE SILENT'), []],
    ['whose name is a variable', 'SELECT * { ?s ?p ?m SERVICE ?s { ?m ?q ?o } }', ['URL']],
    ['beside one that is listed', 'SELECT * { SERVICE <URL> { ?s ?p ?o } SERVICE <urn:other> { ?s ?p ?o } }', ['URL']],
  ])('%s', async (_, sparql, listed) => {
    const own = listed?.map((one) => one.replace('URL', url))
    expect(await ask(sparql.replace('<URL/>', `<${url}/>`), own ?? null)).toMatch(/^foreign-source: /)
    expect(connections).toBe(0)
  })

  test('where one question asks many', async () => {
    const many = 'SERVICE <URL> { ?m a st:Model } '.repeat(11)
    expect(await ask(`SELECT ?m { ${many} }`)).toBe('too-many-services: the question asks 11 services, and may ask 10')
    expect(connections).toBe(0)
  })

  test('where nothing is known that could be joined', async () => {
    expect(await ask('SELECT ?m ?h ?l { ?m st:ranOn ?h SERVICE <URL> { ?m rdfs:label ?l } }')).toBe('m,h,l\n')
    expect(connections).toBe(0)
  })
})

describe('a service that fails', () => {
  const json = 'application/sparql-results+json'
  let other: Server | undefined
  afterEach(() => other?.close())

  test.each<[string, Reaction, RegExp]>([
    ['with 500', (_, response) => response.writeHead(500).end('out of order'), /failed \(500: out of order\)/],
    [
      'with a web page',
      (_, response) => response.setHeader('content-type', 'text/html').end('<html>'),
      /is no SPARQL endpoint: a web page/,
    ],
    ['with nothing', () => {}, /gave no answer within 1 seconds/],
    ['in the middle', (_, response) => response.setHeader('content-type', json).write('{"head":'), /gave no answer within 1 seconds/],
    [
      'with less than it says',
      (_, response) => response.writeHead(200, { 'content-type': json, 'content-length': 99 }).write('{}', () => response.destroy()),
      /breaks off/,
    ],
    ['with too many bytes', (_, response) => response.setHeader('content-type', json).end(' '.repeat(2 ** 24 + 1)), /more than 16 MiB/],
    [
      'with too many rows',
      (_, response) =>
        response.setHeader('content-type', json).end(JSON.stringify({ head: { vars: [] }, results: { bindings: Array(10_001).fill({}) } })),
      /more than 10,000 rows/,
    ],
    ['round in a circle', (_, response) => response.writeHead(307, { location: url }).end(), /sends from one address to another/],
  ])('%s', async (_, reaction, message) => {
    react = reaction
    expect(await ask(question, [url], 1000)).toMatch(new RegExp(`^service-failed: .*${message.source}`))
    expect(await ask(question.replace('SERVICE', 'SERVICE SILENT'), [url], 1000)).toBe('m,l\nmodel/bloom,\nmodel/bloomz,\n')
  })

  test('is not followed to another host', async () => {
    let reached = 0
    other = createServer((_, response) => ((reached += 1), response.end())).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
    react = (_, response) => response.writeHead(307, { location }).end()
    expect(await ask(question)).toMatch(/^service-failed: .*another host/)
    expect(reached).toBe(0)
  })
})
