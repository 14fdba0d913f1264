/** Independent readers agree on what we write: Raptor (raptor2-utils) and rdflib (python3-rdflib), from Debian's packages. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { dump } from '../../src/graph/dump/dump.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { prefixesFor } from '../../src/model/iri.ts'
import { bind, savedQuery } from '../../src/query/saved.ts'
import { ask } from '../../src/query/engine.ts'
import { writeWhole } from '../../src/write-file.ts'

const python = '/usr/bin/python3'
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const hasRaptor = has('rapper', '--version')
const hasRdflib = has(python, '-c', 'import rdflib')

const graph = openShipped()
const folder = mkdtempSync(join(tmpdir(), 'stemma-interop-'))
const fileOf = (extension: string): string => join(folder, `graph.${extension}`)
const view = (quads: boolean): 'all' | 'best' => (quads ? 'all' : 'best')

beforeAll(() => {
  for (const format of ['trig', 'jsonld'] as const)
    writeWhole(fileOf(`dump.${format}`), Buffer.concat(Array.from(dump(graph.index, format), (piece) => Buffer.from(piece))).toString())
  for (const format of formats)
    writeWhole(fileOf(format.extensions[0]!), format.write(quadsOf(graph, view(format.quads)), { prefixes: prefixesFor(graph.base) }))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Distinct statements, which is what readers that keep sets count. */
const expected = (quads: boolean): number =>
  new Set(
    formats
      .find(({ name }) => name === 'nquads')!
      .write(quadsOf(graph, view(quads)), { prefixes: {} })
      .trim()
      .split('\n'),
  ).size

describe.skipIf(!hasRaptor)('Raptor counts the statements that we count', () => {
  test.each([
    ['ttl', 'turtle'],
    ['nt', 'ntriples'],
    ['rdf', 'rdfxml'],
    ['nq', 'nquads'],
    ['trig', 'trig'],
    ['dump.trig', 'trig'],
  ])('.%s', (extension, syntax) => {
    const quads = syntax === 'nquads' || syntax === 'trig'
    const { stdout, stderr, status } = spawnSync(
      'rapper',
      ['-q', '-i', syntax, '-o', quads ? 'nquads' : 'ntriples', fileOf(extension), graph.base],
      { encoding: 'utf8', maxBuffer: 2 ** 29 },
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(new Set(stdout.trim().split('\n')).size).toBe(expected(quads))
  })
})

describe.skipIf(!hasRdflib)('rdflib', () => {
  const run = (script: string, ...args: string[]): string => {
    const { stdout, stderr, status } = spawnSync(python, ['-c', script, ...args], { encoding: 'utf8', maxBuffer: 2 ** 29 })
    expect([status, stderr]).toEqual([0, ''])
    return stdout.trim()
  }

  test.each([
    ['ttl', 'turtle'],
    ['nt', 'nt'],
    ['rdf', 'xml'],
    ['nq', 'nquads'],
    ['trig', 'trig'],
    ['jsonld', 'json-ld'],
    ['dump.trig', 'trig'],
    ['dump.jsonld', 'json-ld'],
  ])('counts the statements that we count in .%s', (extension, syntax) => {
    const script =
      'import logging, sys\nlogging.disable(logging.ERROR)\nfrom rdflib import ConjunctiveGraph\ng = ConjunctiveGraph()\ng.parse(sys.argv[1], format=sys.argv[2])\nprint(sum(1 for _ in g.quads()))'
    expect(run(script, fileOf(extension), syntax)).toBe(String(expected(!['ttl', 'nt', 'rdf'].includes(extension))))
  })

  test.each([
    ['ancestors', { model: 'sparrow' }],
    ['ancestors', { model: 'bloomz' }],
  ])('answers the saved question %s %o on our Turtle as we do', async (name, args) => {
    const saved = savedQuery(name)!
    const terms = bind(graph, saved, args)
    const ours = await ask(graph, saved.sparql, terms)
    if (ours.type !== 'bindings') throw new Error('rows expected')
    const script = `import sys, json, logging
logging.disable(logging.ERROR)
from rdflib import Graph, URIRef, Literal
g = Graph(); g.parse(sys.argv[1], format='turtle')
terms = {k: URIRef(v['value']) if v['type'] == 'NamedNode' else Literal(v['value']) for k, v in json.loads(sys.argv[3]).items()}
rows = g.query(sys.argv[2], initNs=json.loads(sys.argv[4]), initBindings=terms)
print(json.dumps([[str(row[v]) if row[v] is not None else '' for v in rows.vars] for row in rows]))`
    const bound = Object.fromEntries(Object.entries(terms).map(([key, { termType, value }]) => [key, { type: termType, value }]))
    const theirs = JSON.parse(
      run(script, fileOf('ttl'), saved.sparql, JSON.stringify(bound), JSON.stringify(prefixesFor(graph.base))),
    ) as string[][]
    expect(theirs.length).toBeGreaterThan(0)
    expect(theirs.map((row) => row.join('|')).sort()).toEqual(
      ours.rows.map((row) => ours.variables.map((variable) => row[variable]?.value ?? '').join('|')).sort(),
    )
  })
})

test.runIf(!hasRaptor || !hasRdflib)('raptor2-utils and python3-rdflib are installed', ({ skip }) => {
  skip(`not installed: ${[hasRaptor ? '' : 'raptor2-utils', hasRdflib ? '' : 'python3-rdflib'].filter(Boolean).join(', ')}`)
})
