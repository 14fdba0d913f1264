/** Clients that people have ask `stemma serve`: rdflib (python3-rdflib), curl, and Jena (libapache-jena-java). */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BaseQuad } from '@rdfjs/types'
import { Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { openShipped } from '../../src/graph/shipped.ts'
import { prefixesFor } from '../../src/model/iri.ts'
import { ask } from '../../src/query/engine.ts'
import { results } from '../../src/query/results.ts'
import { startServe, type Serving } from '../publish/endpoint/stemma-serve.ts'
import { hasJena, jenaClassPath } from '../remote/stores/jena.ts'

const python = '/usr/bin/python3'
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const hasRdflib = has(python, '-c', 'import rdflib')
const hasCurl = has('curl', '--version')

const graph = openShipped()
const names = 'SELECT ?name { model:sparrow rdfs:label ?name } ORDER BY ?name'
const describes = 'DESCRIBE model:sparrow'
const fromMassiveText = 'ASK { model:sparrow (st:derivedFrom|st:variantOf)*/st:trainedOn dataset:massivetext }'
const slip = 'SELECT ?m { ?m st:trainedOn }'
/** Too long for an address. */
const long = `SELECT (COUNT(*) AS ?n) { VALUES ?m { ${'model:sparrow '.repeat(3000)} } ?m a st:Model }`

let serving: Serving
const folder = mkdtempSync(join(tmpdir(), 'stemma-clients-'))
beforeAll(async () => void (serving = await startServe()))
afterAll(async () => {
  await serving.stop()
  rmSync(folder, { recursive: true })
})

/** What a program prints; it may take its input from a text. */
async function run(command: string, args: readonly string[], input = ''): Promise<{ out: string; err: string; status: number | null }> {
  const child = spawn(command, args)
  child.stdin.end(input)
  const [out, err, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { out, err, status }
}

async function printed(command: string, args: readonly string[], input?: string): Promise<string> {
  const { out, err, status } = await run(command, args, input)
  expect([status, err]).toEqual([0, ''])
  return out
}

async function rows(format: 'json' | 'xml' | 'csv' | 'tsv', sparql = names): Promise<string> {
  const answer = await ask(graph, sparql)
  return answer.type === 'bindings' ? results[format](answer) : ''
}

/** Expects of Turtle that it describes Sparrow. */
async function isSparrow(turtle: string): Promise<void> {
  const answer = await ask(graph, describes)
  expect(isomorphic<BaseQuad>(new Parser().parse(turtle), answer.type === 'quads' ? [...answer.quads] : [])).toBe(true)
}

describe.skipIf(!hasRdflib)("rdflib's SPARQLStore", () => {
  const script = (lines: string): readonly string[] => [
    '-W',
    'ignore',
    '-c',
    `import json, sys
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
url, *args = sys.argv[1:]
${lines}`,
    serving.sparql,
  ]

  test.each(['GET', 'POST', 'POST_FORM'])('asks by %s', async (method) => {
    const each = script(`ask = lambda question, form='xml': Graph(SPARQLStore(url, method=args[0], returnFormat=form)).query(question)
rows = {form: [str(row[0]) for row in ask(args[1], form)] for form in ('xml', 'json', 'csv', 'tsv')}
yes = [ask(args[2], form).askAnswer for form in ('xml', 'json')]
print(json.dumps([rows, yes, ask(args[3]).graph.serialize(format='nt')]))`)
    const [asked, yes, triples] = JSON.parse(await printed(python, [...each, method, names, fromMassiveText, describes])) as [
      Record<string, string[]>,
      boolean[],
      string,
    ]
    const both = ['Sparrow', '麻雀']
    expect([asked, yes]).toEqual([{ xml: both, json: both, csv: both, tsv: both }, [true, true]])
    await isSparrow(triples)
  })

  test('goes over the graph as over its own, and over that of a source', async () => {
    const each = script(`graph = Graph(SPARQLStore(url))
source = Graph(SPARQLStore(url), identifier=URIRef(args[0]))
print(json.dumps([[str(one) for one in graph.subjects(None, Literal('麻雀', lang='zh'))], len(graph), len(source)]))`)
    const count = async (where: string): Promise<number> => {
      const answer = await ask(graph, `SELECT (COUNT(*) AS ?n) { ${where} }`)
      return answer.type === 'bindings' ? Number(answer.rows[0]!['n']!.value) : -1
    }
    const source = `${graph.base}document/bloom-paper`
    expect(JSON.parse(await printed(python, [...each, source]))).toEqual([
      [`${graph.base}model/sparrow`],
      await count('?s ?p ?o'),
      await count(`GRAPH <${source}> { ?s ?p ?o }`),
    ])
  })

  test('sends long questions by POST', async () => {
    const each = script(`print(*[row[0] for row in Graph(SPARQLStore(url, method='POST')).query(args[0])])`)
    expect(await printed(python, [...each, long])).toBe('3000\n')
  })

  test('keeps our words for what is wrong', async () => {
    const each = script(`try:
    Graph(SPARQLStore(url)).query(args[0])
except ValueError as error:
    print(json.load(error.__context__)['detail'])`)
    // Its own prefixes stand above the question.
    expect(await printed(python, [...each, slip])).toMatch(/^line \d+ of the query is not SPARQL, at \}\n$/)
  })
})

describe.skipIf(!hasCurl)('curl', () => {
  const curl = (args: readonly string[], input?: string): Promise<string> => printed('curl', ['-sS', ...args], input)

  test.each([
    ['json', 'application/sparql-results+json'],
    ['xml', 'application/sparql-results+xml'],
    ['csv', 'text/csv'],
    ['tsv', 'text/tab-separated-values'],
  ] as const)('gets rows as %s, by each way to ask', async (format, type) => {
    const expected = await rows(format)
    const accept = ['-H', `Accept: ${type}`]
    expect(await curl([serving.sparql, ...accept, '--data-urlencode', `query=${names}`])).toBe(expected)
    expect(await curl([serving.sparql, ...accept, '-G', '--data-urlencode', `query=${names}`])).toBe(expected)
    const file = ['-H', 'Content-Type: application/sparql-query', '--data-binary', '@-']
    expect(await curl([serving.sparql, ...accept, ...file], names)).toBe(expected)
  })

  test('gets triples', async () => {
    await isSparrow(await curl([serving.sparql, '--data-urlencode', `query=${describes}`]))
  })

  test('shows why there is no answer, and fails', async () => {
    const { out, status } = await run('curl', ['-sS', '--fail-with-body', serving.sparql, '--data-urlencode', `query=${slip}`])
    expect([status, (JSON.parse(out) as { detail: string }).detail]).toEqual([22, 'line 1 of the query is not SPARQL, at }'])
  })

  test.each(['sparrow', '麻雀'])('asks a saved question of %s', async (model) => {
    const answer = await curl(['-G', `${serving.url}queries/ancestors`, '--data-urlencode', `model=${model}`, '-H', 'Accept: text/csv'])
    const lines = answer.trim().split('\r\n')
    expect(lines[0]).toBe('ancestor,name,released,parameters')
    expect(lines.map((line) => line.split(',')[0])).toContain(`${graph.base}model/chinchilla`)
  })
})

describe.skipIf(!hasJena)('Jena', () => {
  const declared = (sparql: string): string =>
    `${['st', 'model', 'dataset', 'rdfs'].map((prefix) => `PREFIX ${prefix}: <${prefixesFor(graph.base)[prefix]}>`).join('\n')}\n${sparql}`
  const jena = (program: string, ...args: string[]): Promise<string> =>
    printed('java', ['-Dfile.encoding=UTF-8', '-cp', jenaClassPath(folder), program, ...args])

  test.each([
    ['short', names],
    ['long', `${names} # ${'x'.repeat(9000)}`],
  ])('rsparql gets rows for a %s question', async (_, sparql) => {
    const answer = await jena('arq.rsparql', '--service', serving.sparql, '--results=csv', declared(sparql))
    expect(answer).toBe(await rows('csv'))
  })

  test('rsparql gets an ASK and triples', async () => {
    expect(await jena('arq.rsparql', '--service', serving.sparql, '--results=json', declared(fromMassiveText))).toMatch(/"boolean" : true/)
    await isSparrow(await jena('arq.rsparql', '--service', serving.sparql, declared(describes)))
  })

  test('joins rows of its own with ours by SERVICE', async () => {
    const own = join(folder, 'own.ttl')
    writeFileSync(own, `<x:my-app> <x:uses> <${graph.base}model/sparrow> .`)
    const sparql = declared(`SELECT ?app ?name { ?app <x:uses> ?m SERVICE <${serving.sparql}> { ?m rdfs:label ?name } } ORDER BY ?name`)
    expect(await jena('arq.sparql', '--data', own, '--results=csv', sparql)).toBe('app,name\r\nx:my-app,Sparrow\r\nx:my-app,麻雀\r\n')
  })
})

const missing = [hasRdflib ? '' : 'python3-rdflib', hasCurl ? '' : 'curl', hasJena ? '' : 'libapache-jena-java'].filter(Boolean)
test.runIf(missing.length > 0)('python3-rdflib, curl and libapache-jena-java are installed', ({ skip }) => {
  skip(`not installed: ${missing.join(', ')}`)
})
