/** The saved questions over HTTP: as RDF, and answered once for all who ask. */
import { Parser, Store } from 'n3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formats } from '../../../src/formats/index.ts'
import { answerQuestion } from '../../../src/publish/endpoint/answer-question.ts'
import type { Pool } from '../../../src/publish/endpoint/answering.ts'
import { savedQuestions } from '../../../src/publish/endpoint/saved-handler.ts'
import { savedQueries } from '../../../src/query/saved.ts'
import { askComunica } from '../../differential/comunica.ts'
import { graphOf } from '../../graph-of.ts'
import { served, yaml, type Served } from '../server/served.ts'

const base = 'https://example.org/lineage/'
const graph = graphOf(yaml, base)
let asked = 0
/** Answers in this thread, and counts. */
const pool = {
  async ask(question) {
    asked += 1
    const { mediaType, pieces } = await answerQuestion(graph, question, { rows: 1e6, bytes: 1e9 })
    return { mediaType, slow: false, pieces: bytesOf(pieces) }
  },
} satisfies Pick<Pool, 'ask'> as unknown as Pool

async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece)
}

let site: Served
let changed: Served
beforeAll(async () => {
  site = await served({ base, handlers: [savedQuestions(graph, pool, 'one graph', 'query.html')] })
  changed = await served({ base, handlers: [savedQuestions(graph, pool, 'another', 'query.html')] })
})
afterAll(() => Promise.all([site.stop(), changed.stop()]))
beforeEach(() => (asked = 0))

describe('as RDF', () => {
  const list = async (accept: string): ReturnType<Served['get']> => site.get('/queries', { accept })
  const quads = async (): Promise<Store> => new Store(new Parser().parse((await list('text/turtle')).body.toString()))

  test.each(formats)('in $mediaType', async ({ mediaType }) => {
    const { status, headers, body } = await list(mediaType)
    expect([status, headers['content-type']!.split(';')[0], headers.vary]).toEqual([200, mediaType, 'Accept, Accept-Encoding'])
    expect(body.toString()).toContain('SPARQLAskExecutable')
  })

  test('JSON for who asks for nothing, the page for people, and 406 for what there is not', async () => {
    expect((await site.get('/queries')).headers['content-type']).toBe('application/json')
    const page = await list('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')
    expect([page.status, page.headers.location]).toEqual([303, 'query.html'])
    expect((await list('image/png')).status).toBe(406)
  })

  test('query editors find every question with what it answers, and the prefixes', async () => {
    const all = [...(await quads())]
    const examples = await askComunica(
      all,
      `PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/>
      SELECT ?iri ?comment ?query {
        ?iri a sh:SPARQLExecutable ; schema:target <${base}sparql> ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct ?query .
      } ORDER BY ?iri`,
    )
    expect(
      examples.type === 'bindings' && examples.rows.map(({ iri, comment, query }) => [iri!.value, comment!.value, query!.value]),
    ).toEqual(savedQueries().map(({ name, help, sparql }) => [`${base}queries/${name}`, help, sparql]))
    const declared = await askComunica(
      all,
      `PREFIX sh: <http://www.w3.org/ns/shacl#>
      ASK { <${base}queries/ancestors> sh:prefixes/sh:declare [ sh:prefix "model" ; sh:namespace ?namespace ] FILTER(STR(?namespace) = "${base}model/") }`,
    )
    expect(declared).toEqual({ type: 'boolean', value: true })
  })

  test('with the parameters that each takes', async () => {
    const parameters = await askComunica(
      [...(await quads())],
      `PREFIX sh: <http://www.w3.org/ns/shacl#>
      SELECT ?name ?path ?optional ?class ?datatype ?default {
        <${base}queries/ancestors> sh:parameter ?parameter .
        ?parameter sh:name ?name ; sh:path ?path ; sh:order ?order ; sh:optional ?optional .
        OPTIONAL { ?parameter sh:class ?class } OPTIONAL { ?parameter sh:datatype ?datatype } OPTIONAL { ?parameter sh:defaultValue ?default }
      } ORDER BY ?order`,
    )
    expect(
      parameters.type === 'bindings' && parameters.rows.map((row) => parameters.variables.map((variable) => row[variable]?.value)),
    ).toEqual([
      ['model', `${base}queries/ancestors#model`, 'false', 'https://w3id.org/stemma#Model', undefined, undefined],
      ['lang', `${base}queries/ancestors#lang`, 'true', undefined, 'http://www.w3.org/2001/XMLSchema#string', 'en'],
    ])
  })
})

describe('an answer', () => {
  const path = '/queries/ancestors?model=bloomz&lang=en'

  test('is found once, whatever the order of its values, and comes with its length', async () => {
    const [first, second, head] = [
      await site.get(path),
      await site.get('/queries/ancestors?lang=en&model=bloomz'),
      await site.get(path, {}, 'HEAD'),
    ]
    expect([first.status, second.body, head.body.length, asked]).toEqual([200, first.body, 0, 1])
    expect([first, second, head].map(({ headers }) => headers['content-length'])).toEqual(Array(3).fill(String(first.body.length)))
    expect(new Set([first, second, head].map(({ headers }) => headers.etag)).size).toBe(1)
    expect([first.headers.vary, first.headers['cache-control']]).toEqual(['Accept, Accept-Encoding', 'public, max-age=300'])
  })

  test('is not looked for where the client has it, as long as the graph is the same', async () => {
    const question = '/queries/descendants?model=bloom'
    const { headers } = await site.get(question, { 'accept-encoding': 'gzip' })
    const know = { 'accept-encoding': 'gzip', 'if-none-match': headers.etag }
    asked = 0
    const again = await site.get(question, know)
    expect([again.status, again.body.length, again.headers.etag, again.headers.vary]).toEqual([304, 0, headers.etag, headers.vary])
    expect(asked).toBe(0)
    expect((await changed.get(question, know)).status).toBe(200)
    expect((await site.get('/queries/descendants?model=bloomz', know)).status).toBe(200)
    expect((await site.get(question, { ...know, accept: 'text/csv' })).status).toBe(200)
  })

  test('has another tag in each form and coding, and `*` is true only of what there is', async () => {
    const tags: unknown[] = []
    for (const headers of [{}, { accept: 'application/n-triples' }, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }])
      tags.push((await site.get('/queries/mldcat-ap', headers)).headers.etag)
    expect(new Set(tags).size).toBe(4)
    const any = { 'if-none-match': '*' }
    expect([(await site.get(path, any)).status, (await site.get('/queries/ancestors?model=nothing', any)).status]).toEqual([304, 404])
  })

  test('that is a refusal is not kept', async () => {
    for (const _ of [1, 2]) {
      const answer = await site.get('/queries/ancestors?model=nothing')
      expect([answer.status, answer.headers.etag, answer.headers['cache-control']]).toEqual([404, undefined, 'no-cache'])
    }
    expect(asked).toBe(2)
  })

  test('depends on nothing but the graph and what is asked', () => {
    expect(savedQueries().filter(({ sparql }) => /\b(?:NOW|RAND|UUID|STRUUID)\s*\(/i.test(sparql))).toEqual([])
  })
})
