/** The endpoint tells the sources of each row to those who ask for them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { openEndpoint, type Endpoint } from '../../../src/publish/endpoint/open.ts'
import { graphOf } from '../../graph-of.ts'
import { served, yaml, type Served } from '../server/served.ts'

const programs = { process: packageFile('dist/endpoint-process.cjs'), worker: packageFile('dist/endpoint-worker.cjs') }

let endpoint: Endpoint
let site: Served
beforeAll(async () => {
  endpoint = openEndpoint(graphOf(yaml), { programs, limits: { workers: 1, rows: 2 } })
  site = await served({ handlers: endpoint.handlers })
})
afterAll(async () => {
  await site.stop()
  await endpoint.close()
})

const base = 'https://w3id.org/stemma/'
const models = 'SELECT ?m { ?m st:derivedFrom model:bloom } ORDER BY ?m'
const csv = { accept: 'text/csv' }
const told = async (answer: Promise<Response>): Promise<[number, string]> => {
  const { status, text } = await answer.then(async (one) => ({ status: one.status, text: await one.text() }))
  return [status, text.replaceAll(base, '').replaceAll('\r\n', '\n')]
}
const at = (search: Record<string, string>, path = 'sparql'): Promise<[number, string]> =>
  told(fetch(`${site.url}${path}?${new URLSearchParams(search).toString()}`, { headers: csv }))
const post = (type: string, body: string, search = ''): Promise<[number, string]> =>
  told(fetch(`${site.url}sparql${search}`, { method: 'POST', body, headers: { ...csv, 'content-type': type } }))

const rows = 'm,sources\nmodel/bloomz,document/paper\nmodel/evil,document/article\n'

test.each([
  ['in the URL', () => at({ query: models, why: 'true' })],
  ['in a form', () => post('application/x-www-form-urlencoded', `why=true&query=${encodeURIComponent(models)}`)],
  ['beside a question that is sent as it is', () => post('application/sparql-query', models, '?why=true')],
])('%s', async (_, put) => {
  expect(await put()).toEqual([200, rows])
})

test('and to nobody else', async () => {
  expect([await at({ query: models }), await at({ query: models, why: 'false' })]).toEqual(
    Array(2).fill([200, 'm\nmodel/bloomz\nmodel/evil\n']),
  )
})

test('for saved questions too, of which no parameter is called why', async () => {
  expect(await at({ model: 'bloomz', why: 'true' }, 'queries/ancestors')).toEqual([
    200,
    'ancestor,name,released,parameters,sources\nmodel/bloom,BLOOM,2022-07,176000000000,document/paper\n',
  ])
})

test('as JSON, in which the sources are one plain text', async () => {
  const answer = await fetch(`${site.url}sparql?${new URLSearchParams({ query: `${models} LIMIT 1`, why: 'true' }).toString()}`)
  expect(await answer.json()).toEqual({
    head: { vars: ['m', 'sources'] },
    results: {
      bindings: [{ m: { type: 'uri', value: `${base}model/bloomz` }, sources: { type: 'literal', value: `${base}document/paper` } }],
    },
  })
})

test('graphs that the request names are those whose sources are told', async () => {
  const search = { query: 'SELECT ?m { ?m st:fineTunedFrom model:bloom }', why: 'true', 'default-graph-uri': `${base}document/article` }
  expect(await at(search)).toEqual([200, 'm,sources\nmodel/evil,document/article\n'])
})

test.each([
  ['another value', 400, 'bad-request', { query: models, why: 'yes' }],
  ['what has no rows', 400, 'no-why', { query: 'ASK {}', why: 'true' }],
  ['what counts', 400, 'no-why', { query: 'SELECT (COUNT(*) AS ?n) { ?m a st:Model }', why: 'true' }],
  ['more rows than an answer may have', 503, 'too-much', { query: 'SELECT DISTINCT ?m { ?m a st:Model }', why: 'true' }],
])('%s is refused', async (_, status, code, search) => {
  const [got, text] = await at(search)
  expect([got, (JSON.parse(text) as { problems: { code: string }[] }).problems.map((problem) => problem.code)]).toEqual([status, [code]])
})
