/** rdflib (python3-rdflib) reads the saved questions as they are described, and takes each for SPARQL with the prefixes that they name. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { prefixesFor } from '../../src/model/iri.ts'
import { questionQuads } from '../../src/publish/endpoint/question-quads.ts'
import { savedQueries } from '../../src/query/saved.ts'

const python = '/usr/bin/python3'
const hasRdflib = spawnSync(python, ['-c', 'import rdflib']).status === 0

const script = `
import sys, rdflib
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import prepareQuery
graph = rdflib.Dataset(default_union=True)
graph.parse(data=sys.stdin.buffer.read(), format=sys.argv[1])
for question in sorted(graph.subjects(RDF.type, SH.SPARQLExecutable)):
    declared = [d for node in graph.objects(question, SH.prefixes) for d in graph.objects(node, SH.declare)]
    head = ''.join(f'PREFIX {graph.value(d, SH.prefix)}: <{graph.value(d, SH.namespace)}>\\n' for d in declared)
    [text] = [text for key in (SH.select, SH.ask, SH.construct) for text in graph.objects(question, key)]
    prepareQuery(head + text)
    print(question.rsplit('/', 1)[1], len(list(graph.objects(question, SH.parameter))))
`

describe.skipIf(!hasRdflib)('rdflib reads the saved questions', () => {
  const graph = openShipped()
  const questions = savedQueries()
  const readerOf: Readonly<Record<string, string>> = { ntriples: 'nt', jsonld: 'json-ld', rdfxml: 'xml' }

  test.each(formats)('in $name', ({ name, write }) => {
    const { stdout, stderr, status } = spawnSync(python, ['-c', script, readerOf[name] ?? name], {
      encoding: 'utf8',
      input: write(questionQuads(graph, questions), { prefixes: prefixesFor(graph.base) }),
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.trim().split('\n')).toEqual(questions.map((question) => `${question.name} ${question.parameters.length}`))
  })
})
