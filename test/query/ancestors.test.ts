/** All ancestors and descendants in one call are what SPARQL's path says. */
import { expect, test } from 'vitest'
import type { Graph } from '../../src/graph/graph.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { ancestors, descendants } from '../../src/query/ancestors.ts'
import { ask } from '../../src/query/engine.ts'
import { graphOf } from '../graph-of.ts'

const iri = (id: string): string => `https://w3id.org/stemma/model/${id}`

async function pairs(graph: Graph): Promise<string[]> {
  const answer = await ask(graph, 'SELECT ?thing ?ancestor { ?thing (st:derivedFrom|st:variantOf)+ ?ancestor FILTER(isIRI(?ancestor)) }')
  return answer.type === 'bindings' ? answer.rows.map((row) => `${row['thing']!.value} ${row['ancestor']!.value}`).sort() : []
}

const graphWith = (...sheets: readonly string[]): Graph =>
  graphOf(sheets.map((sheet) => `id: ${sheet.split('\n')[0]!}\nsource: paper\nname: x\n${sheet.split('\n')[1] ?? ''}`).join('\n---\n'))

test.each([
  ['the shipped graph', openShipped],
  ['a graph with a cycle', () => graphWith('a\nfineTunedFrom: b', 'b\nvariantOf: c', 'c\nquantizedFrom: a', 'd\nderivedFrom: [a, e]', 'e')],
])('%s', async (_, open) => {
  const graph = open()
  const expected = await pairs(graph)
  expect(expected.length).toBeGreaterThan(10)
  const things = [...graph.entities.keys()]
  expect(things.flatMap((thing) => ancestors(graph, thing).map((ancestor) => `${thing} ${ancestor}`)).sort()).toEqual(expected)
  expect(things.flatMap((thing) => descendants(graph, thing).map((thingBelow) => `${thingBelow} ${thing}`)).sort()).toEqual(expected)
})

test('the nearest come first, and what is not in the graph has none', () => {
  const graph = graphWith('c\nderivedFrom: [b, z]', 'b\nvariantOf: a', 'z', 'a')
  const [some, other, farther] = ancestors(graph, iri('c'))
  expect([[some, other].sort(), farther]).toEqual([['b', 'z'].map(iri), iri('a')])
  expect(ancestors(graph, iri('no-such-model'))).toEqual([])
})
