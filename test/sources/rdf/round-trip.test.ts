/** Our own graphs, read as sources, say the same again. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../../src/formats/index.ts'
import { nTriplesTerm } from '../../../src/formats/terms.ts'
import { graphOfClaims } from '../../../src/graph/of-claims.ts'
import { build } from '../../../src/graph/build.ts'
import type { Graph } from '../../../src/graph/graph.ts'
import { quadsOf, type View } from '../../../src/graph/quads.ts'
import { shippedData } from '../../../src/graph/shipped.ts'
import { defaultBase, prefixesFor } from '../../../src/model/iri.ts'
import { classNames, allProperties, classOf, prefixes } from '../../../src/model/vocabulary.ts'
import { droppedIn, readText } from './claims-of.ts'

const lines = (graph: Graph, view: View): string[] =>
  quadsOf(graph, view)
    .map(({ subject, predicate, object, graph: name }) => [subject, predicate, object].map(nTriplesTerm).join(' ') + ` ${name.value}`)
    .sort()
const written = (graph: Graph, view: View, format: string): string =>
  formats.find(({ name }) => name === format)!.write(quadsOf(graph, view), { prefixes: prefixesFor(defaultBase) })

describe('the graph that comes with Stemma', () => {
  let shipped: Graph
  beforeAll(() => {
    shipped = build(shippedData)
  })

  test.each([
    ['all', 'trig', 'all'],
    ['store', 'trig', 'all'],
    ['sources', 'nquads', 'sources'],
  ] as const)('view %s in %s: the same claims of the same sources, with their places, ranks and notes', (view, format, compared) => {
    const gathered = readText(`graph.${format === 'trig' ? 'trig' : 'nq'}`, written(shipped, view, format))
    expect(gathered.noted).toEqual([])
    expect(droppedIn(gathered)).toEqual([])
    expect(lines(graphOfClaims(gathered.claims, defaultBase), compared)).toEqual(lines(shipped, compared))
  })

  test('the best view in Turtle: the same statements, which the file says', () => {
    const gathered = readText('graph.ttl', written(shipped, 'best', 'turtle'))
    expect(droppedIn(gathered)).toEqual([])
    const again = lines(graphOfClaims(gathered.claims, defaultBase), 'best').filter(
      (line) => !line.startsWith(`<${defaultBase}document/graph>`),
    )
    expect(again).toEqual(lines(shipped, 'best'))
  })
})

test('a small graph as JSON-LD, whose claims have everything that a claim may have', () => {
  const yaml = `
kind: Document
id: paper
source: paper
name: The Paper
---
kind: Document
id: table
source: table
name: The Table
---
id: small
source: paper
name: Small
altName: { value: 小, language: zh }
parameterCount: { value: 7.0B, at: page 1, citing: table }
released: { status: withheld, note: they do not tell }
license: { status: unknown }
training: [{ phase: pre-training, tokensSeen: ">10K", usage: [{ uses: dataset/letters, epochs: 8.40 }] }]
---
id: small
source: table
parameterCount: { value: 70M, rank: deprecated, reason: a slip, confidence: 0.25, written: 70 M }
---
kind: Dataset
id: letters
source: table
name: Letters
`
  const graph = graphFrom(yaml)
  const gathered = readText('graph.jsonld', written(graph, 'all', 'jsonld'))
  expect(gathered.noted).toEqual([])
  expect(lines(graphOfClaims(gathered.claims, defaultBase), 'all')).toEqual(lines(graph, 'all'))
})

const graphFrom = (yaml: string): Graph => graphOfClaims(readText('data.yaml', yaml).claims, defaultBase)

test('what is not described keeps its IRI, too', () => {
  const { claims } = readText('a.nt', `<${defaultBase}model/a-1> <${prefixes.st}fineTunedFrom> <${defaultBase}model/b-2.1> .`)
  expect(
    claims.filter(({ property }) => property === `${prefixes.st}fineTunedFrom`).map(({ subject, value }) => [subject, value?.value]),
  ).toEqual([[`${defaultBase}model/a-1`, `${defaultBase}model/b-2.1`]])
})

test('no small graph makes the reader throw', () => {
  const node = fc.constantFrom(
    '_:a',
    '_:b',
    `<${defaultBase}model/a>`,
    `<${defaultBase}document/a>`,
    `<${defaultBase}training/a--pre-training>`,
    '<urn:x>',
    '<https://huggingface.co/o/n>',
    '<http://example.org/a b>'.replace(' ', '%20'),
  )
  const types = classNames.flatMap((name) => classOf(name).iri)
  const predicate = fc.constantFrom(
    ...[
      ...allProperties.map(({ path }) => path),
      ...Object.values(prefixes).map((namespace) => `${namespace}name`),
      'https://schema.org/name',
      'https://schema.org/license',
      'https://w3id.org/fair4ml#hasEvaluation',
      'http://www.w3.org/ns/dcat#distribution',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject',
    ].map((iri) => `<${iri}>`),
  )
  const object = fc.oneof(
    node,
    fc.constantFrom(
      '""',
      '"x"@zh',
      '"2024-13-01"',
      '"1e999"^^<http://www.w3.org/2001/XMLSchema#decimal>',
      '"pre-training"',
      '"\\u0001"',
      '"@article{x, title={{"',
    ),
  )
  const statement = fc.oneof(
    fc.tuple(node, predicate, object).map((parts) => parts.join(' ')),
    fc.tuple(node, fc.constantFrom(...types)).map(([subject, type]) => `${subject} <${prefixes.rdf}type> <${type}>`),
  )
  const graphName = fc.constantFrom('', `<${defaultBase}document/a>`, `<${defaultBase}graph/claims>`, '<urn:x>', '_:g')
  fc.assert(
    fc.property(fc.array(fc.tuple(statement, graphName), { maxLength: 20 }), (all) => {
      readText('a.nq', all.map((parts) => `${parts.join(' ')} .\n`).join(''))
    }),
    { numRuns: 500 },
  )
})
