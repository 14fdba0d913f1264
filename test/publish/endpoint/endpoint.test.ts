/** The endpoint, over HTTP: what it understands, in which form it answers, and what it does not do. */
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { openEndpoint, type Endpoint } from '../../../src/publish/endpoint/open.ts'
import { graphOf } from '../../graph-of.ts'
import { served, yaml, type Served } from '../server/served.ts'

const programs = { process: packageFile('dist/endpoint-process.cjs'), worker: packageFile('dist/endpoint-worker.cjs') }

/** A question that an engine which cannot be interrupted is busy with for hours. */
const endless = `SELECT ?x { BIND("${'a'.repeat(40)}!" AS ?x) FILTER REGEX(?x, "^(a+)+$") }`
const ten = '{ 0 1 2 3 4 5 6 7 8 9 }'
const thousand = `VALUES ?a ${ten} VALUES ?b ${ten} VALUES ?c ${ten}`
const models = 'SELECT ?m { ?m a st:Model } ORDER BY ?m'
const asks = 'ASK { model:bloomz st:fineTunedFrom model:bloom }'
const builds = 'CONSTRUCT { ?m a st:Model } WHERE { ?m a st:Model }'

let endpoint: Endpoint
let site: Served
const unforeseen: unknown[] = []

async function open(limits: Parameters<typeof openEndpoint>[1] = {}): Promise<{ endpoint: Endpoint; site: Served }> {
  const opened = openEndpoint(graphOf(yaml), { programs, onError: (error) => unforeseen.push(error), ...limits })
  return { endpoint: opened, site: await served({ handlers: opened.handlers }) }
}

beforeAll(async () => ({ endpoint, site } = await open({ limits: { workers: 2, timeMs: 3000, slowMs: 200, rows: 900, bytes: 1e6 } })))
afterAll(async () => {
  await site.stop()
  await endpoint.close()
})

const url = (parameters: Record<string, string | readonly string[]> = {}): string => {
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([key, values]) => [values].flat().map((value): [string, string] => [key, value])),
  )
  return `${site.url}sparql?${search.toString()}`
}
const ask = (
  query: string,
  headers: Record<string, string> = {},
  more: Record<string, string | readonly string[]> = {},
): Promise<Response> => fetch(url({ query, ...more }), { headers })
const post = (type: string | undefined, body: string | Uint8Array, search = ''): Promise<Response> =>
  fetch(`${site.url}sparql${search}`, { method: 'POST', body: body as never, headers: type === undefined ? {} : { 'content-type': type } })
const isWell = async (): Promise<boolean> => ((await (await ask('ASK {}')).json()) as { boolean: boolean }).boolean

describe('a question can be put', () => {
  const rows = {
    head: { vars: ['m'] },
    results: {
      bindings: ['bloom', 'bloomz', 'evil', 'llama-3.1'].map((id) => ({
        m: { type: 'uri', value: `https://w3id.org/stemma/model/${id}` },
      })),
    },
  }

  test.each([
    ['in the URL', () => ask(models)],
    ['in a form', () => post('application/x-www-form-urlencoded', `query=${encodeURIComponent(models)}`)],
    [
      'in a form that says its encoding',
      () => post('application/x-www-form-urlencoded; charset=UTF-8', `query=${encodeURIComponent(models)}`),
    ],
    ['as it is', () => post('application/sparql-query', models)],
  ])('%s', async (_, put) => {
    const answer = await put()
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([200, 'application/sparql-results+json', rows])
  })

  test('by programs in browsers of other sites', async () => {
    const answer = await fetch(`${site.url}sparql`, { method: 'OPTIONS' })
    const told = ['allow', 'access-control-allow-origin', 'access-control-allow-headers'].map((name) => answer.headers.get(name))
    expect([answer.status, ...told]).toEqual([204, 'GET, HEAD, POST, OPTIONS', '*', '*, Authorization'])
  })
})

test.each([
  [models, undefined, 'application/sparql-results+json'],
  [models, '*/*', 'application/sparql-results+json'],
  [models, 'application/json', 'application/json'],
  [models, 'application/sparql-results+xml', 'application/sparql-results+xml'],
  [models, 'text/csv;q=0.5, text/tab-separated-values', 'text/tab-separated-values; charset=utf-8'],
  [models, 'text/html, application/xml;q=0.9, */*;q=0.1', 'application/xml'],
  [asks, 'text/csv', 'text/csv; charset=utf-8'],
  [builds, undefined, 'text/turtle; charset=utf-8'],
  [builds, 'application/n-triples', 'application/n-triples'],
  [builds, 'application/ld+json;q=0.9, text/turtle;q=0.1', 'application/ld+json'],
  ['DESCRIBE model:bloom', 'application/rdf+xml', 'application/rdf+xml'],
])('%s for those who accept %s is %s', async (question, accept, type) => {
  const answer = await ask(question, accept === undefined ? {} : { accept })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  expect((await answer.text()).length).toBeGreaterThan(0)
})

describe('graphs of the request stand in for those of the question', () => {
  const source = 'https://w3id.org/stemma/document/paper'
  const released = 'SELECT ?d FROM graph:about { model:bloom dct:issued ?d }'
  const count = async (more: Record<string, readonly string[]>, query = released): Promise<number> =>
    ((await (await ask(query, {}, more)).json()) as { results: { bindings: unknown[] } }).results.bindings.length

  test('as the default graph', async () => {
    expect([await count({}), await count({ 'default-graph-uri': [source] })]).toEqual([0, 1])
  })

  test('as named graphs', async () => {
    const anywhere = 'SELECT ?d { GRAPH ?g { model:bloom dct:issued ?d } }'
    expect(await count({ 'named-graph-uri': [source] }, anywhere)).toBe(1)
    expect(await count({ 'named-graph-uri': ['https://w3id.org/stemma/document/article'] }, anywhere)).toBe(0)
  })

  test('and what is not here is empty: nothing is fetched', async () => {
    expect(await count({ 'default-graph-uri': ['file:///etc/passwd', 'http://169.254.169.254/'] }, 'SELECT * { ?a ?b ?c }')).toBe(0)
  })
})

test.each<[string, number, string, () => Promise<Response>]>([
  ['no SPARQL', 400, 'bad-query', () => ask('SELEC')],
  ['an unknown prefix', 400, 'unknown-prefix', () => ask('ASK { foo:bar a ?x }')],
  ['nothing', 400, 'empty-query', () => ask('')],
  ['two questions', 400, 'bad-request', () => ask(asks, {}, { query: [asks, models] })],
  ['a graph without a question', 400, 'bad-request', () => fetch(url({ 'default-graph-uri': 'x:y' }))],
  ['an escape that is none', 400, 'bad-request', () => fetch(`${site.url}sparql?query=%E0%A4`)],
  ['bytes that are no UTF-8', 400, 'bad-request', () => post('application/sparql-query', new Uint8Array([0x41, 0xff]))],
  [
    'too many rows at once',
    503,
    'too-much',
    () => ask(`CONSTRUCT { ?s st:note ?c } WHERE { ${thousand} BIND(IRI(CONCAT("x:", STR(?a), STR(?b))) AS ?s) }`),
  ],
  [
    'too many bytes',
    503,
    'too-much',
    () => ask(`SELECT (REPLACE(REPLACE("${'a'.repeat(200)}", "a", "${'b'.repeat(200)}"), "b", "${'c'.repeat(50)}") AS ?s) {}`),
  ],
  ['what takes for ever', 504, 'too-slow', () => ask(endless)],
])('%s: %i %s', async (_, status, code, put) => {
  const answer = await put()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
  const { detail, problems } = (await answer.json()) as { detail: string; problems: { code: string }[] }
  expect([detail.length > 0, problems[0]!.code]).toEqual([true, code])
  expect(await isWell()).toBe(true)
})

test('short questions do not wait behind long ones, which wait for each other', async () => {
  const long = [1, 2, 3].map((number) => ask(endless.replace('AS ?x)', `AS ?x) BIND(${number} AS ?n)`)))
  expect(await isWell()).toBe(true)
  expect((await Promise.all(long)).map(({ status }) => status)).toEqual([504, 504, 504])
}, 30_000)

test('who leaves makes room', async () => {
  const { endpoint: small, site: own } = await open({ limits: { workers: 1, timeMs: 600_000, slowMs: 600_000, waitMs: 600_000 } })
  const leaving = new AbortController()
  const left = fetch(`${own.url}sparql?query=${encodeURIComponent(endless)}`, { signal: leaving.signal })
  const waiting = fetch(`${own.url}sparql?query=${encodeURIComponent('ASK {}')}`)
  setTimeout(() => leaving.abort(), 300)
  await expect(left).rejects.toThrow()
  expect(((await (await waiting).json()) as { boolean: boolean }).boolean).toBe(true)
  await own.stop()
  await small.close()
})

test('who waits too long is told to come back', async () => {
  const { endpoint: small, site: own } = await open({ limits: { workers: 1, timeMs: 5000, slowMs: 600_000, waitMs: 300, waiting: 1 } })
  const at = (query: string): Promise<Response> => fetch(`${own.url}sparql?query=${encodeURIComponent(query)}`)
  const all = await Promise.all([at(endless), at('ASK {}'), at('ASK {}')])
  expect(all.map(({ status, headers }) => [status, headers.get('retry-after')]).slice(1)).toEqual([
    [503, '5'],
    [503, '5'],
  ])
  await own.stop()
  await small.close()
}, 30_000)

test('a client of HTTP/1.0 gets the whole, with its length', async () => {
  const socket = createConnection(site.port, '127.0.0.1')
  socket.write(`GET /sparql?query=${encodeURIComponent(asks)} HTTP/1.0\r\n\r\n`)
  const [head, body] = (await text(socket)).split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(head!.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body!)}`)
  expect(JSON.parse(body!)).toEqual({ head: {}, boolean: true })
})

test.each(['identity', 'gzip', 'br'])('an answer that ends too soon never looks whole, in %s', async (encoding) => {
  const answer = await ask(`SELECT ?a ?b ?c { ${thousand} }`, { 'accept-encoding': encoding })
  expect([answer.status, answer.headers.get('content-encoding') ?? 'identity']).toEqual([200, encoding])
  await expect(answer.text()).rejects.toThrow()
})

describe('answers are coded as the client likes', () => {
  const path = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`
  const decode = { gzip: gunzipSync, br: brotliDecompressSync }

  test.each(['gzip', 'br'] as const)('in %s, of HEAD too', async (encoding) => {
    const accepted = { 'accept-encoding': encoding }
    const [plain, coded, head] = [
      await site.get(path(models)),
      await site.get(path(models), accepted),
      await site.get(path(models), accepted, 'HEAD'),
    ]
    expect(decode[encoding](coded.body)).toEqual(plain.body)
    expect([plain, coded, head].map(({ headers }) => [headers['content-encoding'], headers.vary])).toEqual(
      [undefined, encoding, encoding].map((own) => [own, 'Accept, Accept-Encoding']),
    )
  })

  test('for HTTP/1.0 too, with their length', async () => {
    const { socket, all } = site.raw()
    socket.write(`GET ${path(asks)} HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n`)
    const [head, body] = (await all).split(/\r\n\r\n([^]*)/)
    expect(head!.toLowerCase()).toContain(`content-length: ${body!.length}`)
    expect(JSON.parse(gunzipSync(Buffer.from(body!, 'latin1')).toString())).toEqual({ head: {}, boolean: true })
  })
})

describe('the saved questions', () => {
  const asked = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${site.url}queries/${path}`, { headers })

  test('are listed with their parameters', async () => {
    const list = (await (await fetch(`${site.url}queries`)).json()) as { name: string }[]
    expect(list.find(({ name }) => name === 'ancestors')).toMatchObject({
      path: 'queries/ancestors',
      topic: 'lineage',
      examples: expect.arrayContaining(['queries/ancestors?model=sparrow']) as unknown,
    })
    expect(list.find(({ name }) => name === 'ancestors')).toHaveProperty(
      'parameters.0',
      expect.objectContaining({ name: 'model', type: 'Model', required: true }),
    )
  })

  test('are answered by name, in any form', async () => {
    const answer = await asked('ancestors?model=BLOOMZ', { accept: 'text/csv' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect((await answer.text()).split('\r\n')[1]).toMatch(/^https:\/\/w3id\.org\/stemma\/model\/bloom,/)
  })

  test.each<[string, number, string[]]>([
    ['ancestors', 400, ['missing-parameter']],
    ['ancestors?model=nothing-of-the-kind', 404, ['unknown-name']],
    ['ancestors?model=bloomz&modle=x', 400, ['unknown-parameter']],
    ['ancestors?model=bloomz&model=bloom', 400, ['duplicate-argument']],
  ])('%s: %i %j', async (path, status, codes) => {
    const answer = await asked(path)
    expect([answer.status, ((await answer.json()) as { problems: { code: string }[] }).problems.map(({ code }) => code)]).toEqual([
      status,
      codes,
    ])
  })

  test('that are none are not found', async () => {
    expect((await asked('nothing')).status).toBe(404)
  })
})

describe('graphs by their names', () => {
  const graph = (search: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${site.url}graph-store?${search}`, { headers: { accept: 'application/n-triples' }, ...init })
  const named = (iri: string): string => `graph=${encodeURIComponent(iri)}`
  const lines = async (search: string): Promise<string[]> => (await (await graph(search)).text()).split('\n')
  const released =
    '<https://w3id.org/stemma/model/bloom> <http://purl.org/dc/terms/issued> "2022-07"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .'

  test('are read whole', async () => {
    expect(await lines('default')).toContain(released)
    expect(await lines(named('https://w3id.org/stemma/graph/best'))).toEqual(await lines('default'))
    expect(await lines(named('https://w3id.org/stemma/document/paper'))).toContain(released)
    expect(await lines(named('https://w3id.org/stemma/document/article'))).not.toContain(released)
  })

  test('HEAD says whether there is one, and of what type', async () => {
    const heads = ['document/paper', 'document/nothing'].map((name) =>
      graph(named(`https://w3id.org/stemma/${name}`), { method: 'HEAD', headers: { accept: 'application/n-triples' } }),
    )
    expect((await Promise.all(heads)).map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
      [200, 'application/n-triples'],
      [404, 'application/problem+json'],
    ])
  })

  test.each<[string, number, RequestInit]>([
    ['', 400, {}],
    ['default&graph=x:y', 400, {}],
    [named('https://w3id.org/stemma/document/nothing'), 404, {}],
    [named('x:> { ?s ?p ?o } } #'), 400, {}],
    ['graph=relative', 400, {}],
    ['default', 405, { method: 'PUT', body: '' }],
    ['default', 405, { method: 'POST', body: '' }],
    ['default', 405, { method: 'DELETE' }],
    ['default', 405, { method: 'PATCH' }],
    ['default', 406, { headers: { accept: 'image/png' } }],
  ])('?%s: %i', async (search, status, init) => {
    expect((await graph(search, init)).status).toBe(status)
  })
})

test.each(['ASK {}', models, endless])('HEAD of %s has no body and leaves nothing running', async (query) => {
  const answer = await fetch(url({ query }), { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([query === endless ? 504 : 200, ''])
  expect(await isWell()).toBe(true)
})

test('it says whether it is well', async () => {
  await ask('ASK {}')
  const answer = await fetch(`${site.url}health`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await answer.json()).toEqual({
    status: 'ok',
    version: expect.any(String) as string,
    questions: expect.objectContaining({ waiting: 0 }) as object,
  })
})

test('it describes itself, and leads people to where they can ask', async () => {
  const answer = await fetch(`${site.url}sparql`, { headers: { accept: 'text/turtle' } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/turtle; charset=utf-8'])
  expect(await answer.text()).toMatch(/<https:\/\/w3id\.org\/stemma\/sparql> a sd:Service ;/)
  const page = await fetch(`${site.url}sparql`, { headers: { accept: 'text/html' }, redirect: 'manual' })
  expect([page.status, page.headers.get('location')]).toEqual([303, 'query.html'])
})

test('nothing was unforeseen', () => expect(unforeseen).toEqual([]))
