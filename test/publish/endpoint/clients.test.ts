/** Clients in JavaScript ask `stemma serve`: sparql-http-client, and Comunica with SERVICE and as one of several sources. */
import type { Quad, Stream } from '@rdfjs/types'
import { QueryEngine } from '@comunica/query-sparql'
import ParsingClient from 'sparql-http-client/ParsingClient.js'
import StreamClient from 'sparql-http-client/StreamClient.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isomorphic } from 'rdf-isomorphic'
import type { IQueryContextCommon } from '@comunica/types'
import { openShipped } from '../../../src/graph/shipped.ts'
import { prefixesFor } from '../../../src/model/iri.ts'
import { ask } from '../../../src/query/engine.ts'
import { startServe, type Serving } from './stemma-serve.ts'

const graph = openShipped()
const sparrow = `${graph.base}model/sparrow`
const names = 'SELECT ?name { model:sparrow rdfs:label ?name } ORDER BY ?name'
const fromMassiveText = 'ASK { model:sparrow (st:derivedFrom|st:variantOf)*/st:trainedOn dataset:massivetext }'
const describes = 'DESCRIBE model:sparrow'
const slip = 'SELECT ?m { ?m st:trainedOn }'
const why = 'line 1 of the query is not SPARQL, at }'

let serving: Serving
beforeAll(async () => void (serving = await startServe()))
afterAll(() => serving.stop())

/** The triples that describe Sparrow. */
async function described(): Promise<Quad[]> {
  const answer = await ask(graph, describes)
  return answer.type === 'quads' ? [...answer.quads] : []
}

describe('sparql-http-client', () => {
  const client = (): ParsingClient => new ParsingClient({ endpointUrl: serving.sparql })

  test.each(['get', 'postUrlencoded', 'postDirect'] as const)('asks by %s', async (operation) => {
    const { query } = client()
    const rows = await query.select(names, { operation })
    expect(rows.map(({ name }) => name)).toMatchObject([
      { termType: 'Literal', value: 'Sparrow', language: 'en' },
      { termType: 'Literal', value: '麻雀', language: 'zh' },
    ])
    const found = await query.select('SELECT ?m { ?m rdfs:label "麻雀"@zh }', { operation })
    expect(found.map(({ m }) => m!.value)).toEqual([sparrow])
    expect(await query.ask(fromMassiveText, { operation })).toBe(true)
    expect(isomorphic([...(await query.construct(describes, { operation }))], await described())).toBe(true)
    await expect(query.select(slip, { operation })).rejects.toThrow(why)
  })

  test.each([700, 3000])('is told to send a question of %i names by POST, and gets its answer so', async (times) => {
    const { query } = client()
    const long = `SELECT (COUNT(*) AS ?n) { VALUES ?m { ${'model:sparrow '.repeat(times)} } ?m a st:Model }`
    await expect(query.select(long)).rejects.toThrow('send a long question by POST')
    expect((await query.select(long, { operation: 'postUrlencoded' })).map(({ n }) => n!.value)).toEqual([String(times)])
  })

  test('streams everything, and reads graphs by their names', async () => {
    const { query, store } = new StreamClient({ endpointUrl: serving.sparql, storeUrl: `${serving.url}graph-store` })
    // What it gives are streams of Node's, which its types do not always say.
    const count = async (items: AsyncIterable<unknown> | Stream): Promise<number> => {
      let all = 0
      for await (const _ of items as AsyncIterable<unknown>) all++
      return all
    }
    const source = `${graph.base}document/bloom-paper`
    const said = await count(query.select(`SELECT * { GRAPH <${source}> { ?s ?p ?o } }`))
    expect(said).toBeGreaterThan(0)
    expect(await count(store.get({ termType: 'NamedNode', value: source, equals: () => false }))).toBe(said)
    const triples = await count(query.construct('CONSTRUCT WHERE { ?s ?p ?o }'))
    expect(triples).toBe(await count(query.select('SELECT * { ?s ?p ?o }')))
  })
})

describe('Comunica', () => {
  const engine = new QueryEngine()
  const declared = (sparql: string): string =>
    `${Object.entries(prefixesFor(graph.base))
      .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`)
      .join('\n')}\n${sparql}`
  const endpoint = (): { type: string; value: string } => ({ type: 'sparql', value: serving.sparql })
  /** What somebody else knows. */
  const own = {
    type: 'serialized' as const,
    value: `<x:my-app> <x:uses> <${sparrow}> . <x:other> <x:uses> <${graph.base}model/bloom> .`,
    mediaType: 'text/turtle',
    baseIRI: 'x:',
  }

  async function rows(sparql: string, sources: IQueryContextCommon['sources']): Promise<string[]> {
    const found = await (await engine.queryBindings(declared(sparql), { sources })).toArray()
    return found.map((row) => [...row.values()].map(({ value }) => value).join(' '))
  }

  test('asks the endpoint whole questions', async () => {
    expect(await rows(names, [endpoint()])).toEqual(['Sparrow', '麻雀'])
    expect(await rows('SELECT ?m { ?m rdfs:label "麻雀"@zh }', [endpoint()])).toEqual([sparrow])
    expect(await engine.queryBoolean(declared(fromMassiveText), { sources: [endpoint()] })).toBe(true)
    const triples = await (await engine.queryQuads(declared(describes), { sources: [endpoint()] })).toArray()
    expect(isomorphic(triples, await described())).toBe(true)
  })

  test('finds out by itself that it is an endpoint', async () => {
    expect(await rows(names, [serving.sparql])).toEqual(['Sparrow', '麻雀'])
  })

  const expected = ['x:my-app 麻雀']

  test('joins what it has with ours by SERVICE', async () => {
    const sparql = `SELECT ?app ?name { ?app <x:uses> ?m SERVICE <${serving.sparql}> { ?m rdfs:label ?name ; st:trainedOn dataset:massivetext FILTER(LANG(?name) = "zh") } }`
    expect(await rows(sparql, [own])).toEqual(expected)
  })

  test('joins what it has with ours as one of its sources', async () => {
    const sparql =
      'SELECT ?app ?name { ?app <x:uses> ?m . ?m rdfs:label ?name ; st:trainedOn dataset:massivetext FILTER(LANG(?name) = "zh") }'
    expect(await rows(sparql, [own, endpoint()])).toEqual(expected)
  })

  test('shows our words for what is wrong', async () => {
    await expect(rows('SELECT ?m { ?m rdfs:label ?name FILTER(<x:no-function>(?name)) }', [endpoint()])).rejects.toThrow('x:no-function')
  })
})
