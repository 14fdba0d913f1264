/** The views of a graph as quads: who says what, under which name, and what is told of the dataset itself. */
import type { Quad } from '@rdfjs/types'
import { expect, test } from 'vitest'
import { quadsOf } from '../../src/graph/quads.ts'
import { termKey } from '../../src/model/claim.ts'
import { prefixesFor, toCurie } from '../../src/model/iri.ts'
import { graphOf } from '../graph-of.ts'

const graph = graphOf(`
{ id: m, source: paper, name: M, parameterCount: { value: 70B, at: Table 1, confidence: 0.8 } }
---
{ id: m, source: article, parameterCount: { value: 75B, rank: deprecated, reason: a misprint } }
---
{ id: notes, kind: Document, source: notes, name: Notes, retrieved: 2026-11-24, sha256: ${'0'.repeat(64)}, documentType: article }
---
id: n
source: notes
name: N
training: { phase: pre-training, usage: [{ uses: hardware/tpu, at: page 2 }] }
---
{ id: tpu, kind: Hardware, source: notes, name: TPU }
`)
const prefixes = prefixesFor(graph.base)
const short = (term: Quad['object'] | Quad['graph']): string =>
  term.termType === 'NamedNode' ? toCurie(term.value, prefixes) : term.termType === 'Literal' ? termKey(term) : ''
const lines = (quads: readonly Quad[]): string[] =>
  quads.map(({ subject, predicate, object, graph: name }) =>
    [subject, predicate, object, name]
      .map((term) => short(term as Quad['object']))
      .join(' ')
      .trim(),
  )
const all = lines(quadsOf(graph, 'all'))

test('the best view states one figure; each source keeps its own', () => {
  expect(all.filter((line) => line.includes('st:parameterCount "'))).toEqual([
    'model:m st:parameterCount "70000000000"^^http://www.w3.org/2001/XMLSchema#integer',
    'model:m st:parameterCount "70000000000"^^http://www.w3.org/2001/XMLSchema#integer document:paper',
    'model:m st:parameterCount "75000000000"^^http://www.w3.org/2001/XMLSchema#integer document:article',
  ])
})

test('in a store, where all graphs are asked at once, the best view has a name and nothing is in the default graph', () => {
  const store = lines(quadsOf(graph, 'store'))
  const best = lines(quadsOf(graph, 'best'))
  expect(store.filter((line) => line.endsWith(' graph:best'))).toEqual(best.map((line) => `${line} graph:best`))
  expect(store.slice(best.length)).toEqual(all.slice(best.length))
  expect(quadsOf(graph, 'store').filter(({ graph: name }) => name.termType === 'DefaultGraph')).toEqual([])
})

test('what is said of a source and stands nowhere in it is said by the curation', () => {
  expect(
    all
      .filter((line) => / st:(retrieved|sha256|documentType) /.test(line) && line.startsWith('document:notes'))
      .map((line) => line.split(' ').at(-1)),
  ).toEqual([
    // The best view, the graph of the curation, and the graph about the dataset.
    '"article"^^http://www.w3.org/2001/XMLSchema#string',
    '"2026-11-24"^^http://www.w3.org/2001/XMLSchema#date',
    `"${'0'.repeat(64)}"^^http://www.w3.org/2001/XMLSchema#string`,
    ...Array.from({ length: 3 }, () => 'document:curation'),
    ...Array.from({ length: 2 }, () => 'graph:about'),
  ])
})

test('a claim is an st:Claim when it has more to say than its triple; a key is none, unless it is all that is said', () => {
  const claims = quadsOf(graph, 'all').filter(({ graph: name }) => name.value.endsWith('graph/claims'))
  const of = (predicate: string): string[] =>
    claims
      .filter((quad) => toCurie(quad.predicate.value, prefixes) === predicate)
      .map(({ object }) => short(object))
      .sort()
  expect(of('rdf:predicate')).toEqual(['st:parameterCount', 'st:parameterCount', 'st:uses'])
  expect(of('st:at')).toEqual(['"Table 1"', '"page 2"'].map((text) => `${text}^^http://www.w3.org/2001/XMLSchema#string`))
  expect(of('st:confidence')).toEqual(['"0.8"^^http://www.w3.org/2001/XMLSchema#decimal'])
  expect(of('st:rankReason')).toEqual(['"a misprint"^^http://www.w3.org/2001/XMLSchema#string'])
})

test('the graph about the dataset counts what is there', () => {
  const about = quadsOf(graph, 'all').filter(({ graph: name }) => name.value.endsWith('graph/about'))
  const number = (subject: string, predicate: string): number[] =>
    about
      .filter((quad) => quad.subject.value === graph.base + subject && quad.predicate.value.endsWith(predicate))
      .map(({ object }) => Number(object.value))
  expect(number('graph/best', '#triples')).toEqual([quadsOf(graph, 'best').length])
  expect(number('graph/best', '#entities')).toEqual([graph.entities.size])
  expect(number('graph/best/model', '#entities')).toEqual([2])
  expect(number('graph/source/article', '#triples')).toEqual([all.filter((line) => line.endsWith(' document:article')).length])
})
