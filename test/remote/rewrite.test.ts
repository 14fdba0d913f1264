/** Questions as a store is asked them: the same answers, by the text of SPARQL 1.1 alone. */
import { Parser as SparqlParser } from '@traqula/parser-sparql-1-2'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShipped } from '../../src/graph/shipped.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { prefixesFor } from '../../src/model/iri.ts'
import { literal, namedNode } from '../../src/model/claim.ts'
import type { Parameters } from '../../src/query/answer.ts'
import { askEndpoint } from '../../src/query/endpoint.ts'
import { ask } from '../../src/query/engine.ts'
import { rewrite } from '../../src/query/remote/rewrite.ts'
import { nodesOf } from '../../src/query/remote/syntax-tree.ts'
import { bind, savedQueries } from '../../src/query/saved.ts'
import { answerLines, unlike } from './answers.ts'
import { localStore, type LocalStore } from './local-store.ts'

const graph = openShipped()
const { base } = graph
const prefixes = prefixesFor(base)
const st = (name: string) => namedNode(`${prefixes['st']!}${name}`)
const model = (id: string) => namedNode(`${base}model/${id}`)

let store: LocalStore
beforeAll(async () => {
  const own = quadsOf(graph, 'store')
  store = await localStore(own)
  // What others have in the same store, in the default graph and in a graph of theirs: every property of some of our things.
  const { namedNode: iri, quad, defaultGraph } = DataFactory
  const subjects = ['urn:decoy', ...['sparrow', 'bloom', 'chinchilla', 'bloomz'].map((id) => model(id).value)]
  for (const name of [defaultGraph(), iri('urn:foreign')])
    for (const predicate of new Set(own.map((one) => one.predicate.value)))
      for (const subject of subjects) store.quads.addQuad(quad(iri(subject), iri(predicate), iri('urn:decoy'), name))
})
afterAll(() => store.close())

const both = async (sparql: string, parameters: Parameters = {}): Promise<[theirs: string[], ours: string[]]> => [
  answerLines(await askEndpoint(`${store.url}/query`, sparql, parameters)),
  answerLines(await ask(graph, sparql, parameters)),
]

describe('a store answers as our own graph does, whatever else it holds', () => {
  const saved = savedQueries().flatMap((query) =>
    query.examples.slice(0, 1).map((example) => {
      const args = Object.fromEntries(example === '' ? [] : example.split(' ').map((pair) => pair.split('=') as [string, string]))
      return [query.name, example, query.sparql, bind(graph, query, args)] as const
    }),
  )
  test.each(saved)('%s %s', async (_, __, sparql, parameters) => {
    const [theirs, ours] = await both(sparql, parameters)
    expect(unlike(theirs, ours)).toBeUndefined()
  })

  test.each([
    ['everything about a thing, from any graph of ours', 'SELECT * { GRAPH ?g { model:sparrow ?p ?o } }'],
    ['the graphs that there are', 'SELECT DISTINCT ?g { GRAPH ?g { ?s a st:Model } }'],
    [
      'a graph inside of a graph',
      'SELECT ?h ?p { GRAPH graph:about { ?x a <http://www.w3.org/ns/sparql-service-description#NamedGraph> . GRAPH ?h { model:bloom ?p model:bigscience } } }',
    ],
    ['zero steps from what is not there', 'SELECT ?x { model:nothing st:derivedFrom* ?x }'],
    ['a path through a negated set', 'SELECT ?x { model:sparrow !(rdf:type|rdfs:label|^st:ofModel) ?x }'],
    ['a blank node on both sides of a filter', 'SELECT ?n { _:m st:variantOf model:opt FILTER(true) _:m rdfs:label ?n }'],
    [
      'existence in a projection and in an order',
      'SELECT ?m (EXISTS { ?m st:fineTunedFrom ?x } AS ?tuned) { ?m st:variantOf model:bloom } ORDER BY EXISTS { ?m st:fineTunedFrom ?y } ?m',
    ],
    [
      'groups with conditions',
      'SELECT ?o (COUNT(?m) AS ?n) { ?m st:producer ?o } GROUP BY ?o HAVING (EXISTS { ?o a st:Organization } && COUNT(?m) > 2) ORDER BY ?o',
    ],
    ['what is not there, in two ways', 'SELECT ?m { ?m a st:Model MINUS { ?m st:trainedOn ?d } FILTER NOT EXISTS { ?m st:variantOf ?f } }'],
    [
      'values in and after a query',
      'SELECT ?m ?n { ?m rdfs:label ?n VALUES ?loc { 1 } } VALUES (?m ?patterns) { (model:bloom 1) (model:opt UNDEF) }',
    ],
    [
      'triples of a template with blank nodes',
      'CONSTRUCT { ?m rdfs:seeAlso [ rdfs:label ?n ] } { ?m st:variantOf model:gopher ; rdfs:label ?n }',
    ],
    ['the short form of a template', 'CONSTRUCT WHERE { model:sparrow ?p ?o }'],
    ['a description of a name', 'DESCRIBE model:sparrow dataset:the-pile'],
    ['a graph that is named', 'SELECT ?o { GRAPH document:bloom-paper { model:bloom rdfs:label ?o } }'],
    [
      'a question that is put to graphs',
      'SELECT ?n FROM document:bloom-paper FROM NAMED graph:claims { model:bloom rdfs:label ?n FILTER EXISTS { GRAPH graph:claims { ?c rdf:subject model:bloom } } }',
    ],
    ['lists', 'ASK { (1 2) rdf:first ?x }'],
    ['another prefix of the same name', 'PREFIX st: <urn:other:> SELECT ?x { ?x a st:Model }'],
  ])('%s', async (_, sparql) => {
    const [theirs, ours] = await both(sparql)
    expect(unlike(theirs, ours)).toBeUndefined()
  })
})

describe('parameters', () => {
  test.each([
    [
      'in a pattern, a path, a filter and a sub-select',
      'SELECT ?model ?n { $model st:derivedFrom+ ?b . ?b rdfs:label ?n FILTER($model != ?b) { SELECT ?b { $model st:derivedFrom+ ?b } } }',
      { model: model('sparrow') },
    ],
    [
      'as the only column of a sub-select',
      'SELECT ?x { { SELECT ?model { $model a st:Model } } ?model st:derivedFrom ?x }',
      { model: model('sparrow') },
    ],
    ['with a star', 'SELECT * { $model st:derivedFrom ?x }', { model: model('sparrow') }],
    [
      'in existence',
      'SELECT ?x { ?x st:variantOf model:bloom FILTER(NOT EXISTS { ?x st:parameterCount $count }) }',
      { count: literal('176247271424', namedNode(`${prefixes['xsd']!}integer`)) },
    ],
    ['bound or not', 'SELECT ?m { ?m st:variantOf ?f FILTER(!BOUND($f) || ?f = $f) }', { f: model('bloom') }],
    ['not bound', 'SELECT ?m { ?m st:variantOf ?g FILTER(!BOUND($f) || ?g = $f) }', {}],
    ['in an order', 'SELECT ?model ?x { $model st:derivedFrom ?x } ORDER BY ?model DESC(?x)', { model: model('sparrow') }],
    ['in a template', 'CONSTRUCT { $model rdfs:seeAlso ?x } { $model st:derivedFrom ?x }', { model: model('sparrow') }],
    ['as a graph', 'SELECT ?p { GRAPH $source { model:bloom ?p ?o } }', { source: namedNode(`${base}document/bloom-paper`) }],
    ['as a predicate', 'SELECT ?x { model:sparrow $p ?x }', { p: st('derivedFrom') }],
    ['in an aggregate', 'SELECT (COUNT(DISTINCT $model) AS ?n) { $model st:derivedFrom ?x }', { model: model('sparrow') }],
  ] satisfies [string, string, Parameters][])('%s', async (_, sparql, parameters) => {
    const [theirs, ours] = await both(sparql, parameters)
    expect(unlike(theirs, ours)).toBeUndefined()
    if ('model' in parameters && sparql.startsWith('SELECT')) expect(theirs.length).toBeGreaterThan(1)
  })

  test('a description of the first things that are found is of them whole', async () => {
    const theirs = await askEndpoint(`${store.url}/query`, 'DESCRIBE ?m WHERE { ?m st:variantOf model:gopher } ORDER BY ?m LIMIT 2')
    expect(unlike(answerLines(theirs), answerLines(await ask(graph, 'DESCRIBE model:gopher-1.4b model:gopher-117m')))).toBeUndefined()
  })

  test.each([
    ['DESCRIBE $model', 'DESCRIBE model:sparrow'],
    ['DESCRIBE $model ?base { $model st:fineTunedFrom ?base }', 'DESCRIBE model:sparrow ?base { model:sparrow st:fineTunedFrom ?base }'],
    ['DESCRIBE * { $model st:fineTunedFrom ?base }', 'DESCRIBE model:sparrow ?base { model:sparrow st:fineTunedFrom ?base }'],
  ])('to be described: %s', async (sparql, plain) => {
    const [theirs, ours] = await both(sparql, { model: model('sparrow') })
    const expected = answerLines(await ask(graph, plain))
    expect([unlike(theirs, expected), unlike(ours, expected)]).toEqual([undefined, undefined])
  })

  test.each([
    ['SELECT ?f (COUNT(?m) AS ?n) { ?m st:variantOf ?f } GROUP BY ?f', ['?f\t?n', '<gopher>\t6']],
    ['SELECT ?f ?g (COUNT(?m) AS ?n) { ?m st:variantOf ?f ; st:producer ?g } GROUP BY ?g ?f', ['?f\t?g\t?n', '<gopher>\t<deepmind>\t1']],
    ['SELECT (COUNT(?m) AS ?n) ?f { ?m st:variantOf ?f } GROUP BY ?f HAVING (COUNT(?m) > 5) ORDER BY ?f', ['?n\t?f', '6\t<gopher>']],
    ['SELECT ?n { { SELECT ?f (COUNT(?m) AS ?n) { ?m st:variantOf ?f } GROUP BY ?f } ?f a st:Model }', ['?n', '6']],
    ['SELECT DISTINCT ?f { { SELECT DISTINCT ?f { ?m st:variantOf ?f } } } LIMIT 3', ['?f', '<gopher>']],
    ['SELECT * { ?m st:variantOf ?f FILTER(?m = model:gopher-44m) }', ['?f\t?m', '<gopher>\t<gopher-44m>']],
    ['SELECT (STR(?f) AS ?n) { ?m st:variantOf ?f } LIMIT 1', ['?n', `"${model('gopher').value}"`]],
  ])('a column of one: %s', async (sparql, lines) => {
    const short = (all: readonly string[]): string[] => all.map((line) => line.replace(/<[^>]*\/([^/>]*)>/g, '<$1>'))
    expect((await both(sparql, { f: model('gopher') })).map(short)).toEqual([lines, lines])
  })

  test('a condition on a group alone', async () => {
    const answer = await askEndpoint(
      `${store.url}/query`,
      'SELECT (COUNT(?m) AS ?n) { ?m st:variantOf $f } GROUP BY ?g HAVING (BOUND($f))',
      { f: model('gopher') },
    )
    expect(answerLines(answer)).toEqual(['?n', '6'])
  })

  test.each([
    ['SELECT ?x { BIND(1 AS ?x) }', { x: literal('1') }, 'bad-query'],
    ['SELECT (1 AS ?x) {}', { x: literal('1') }, 'bad-query'],
    ['SELECT ?y { VALUES ?x { 1 2 } ?y ?x 1 }', { x: literal('1') }, 'bad-query'],
    ['SELECT ?y { ?y $x 1 }', { x: literal('1') }, 'bad-query'],
    ['SELECT ?y { GRAPH $x { ?y ?z 1 } }', { x: literal('1') }, 'bad-query'],
    ['SELECT ?y { GRAPH $x { ?y st:derivedFrom+ ?z } }', { x: literal('1') }, 'bad-query'],
    ['CONSTRUCT { ?y $x ?z } { ?y ?w ?z }', { x: literal('1') }, 'bad-query'],
    ['DESCRIBE $x', { x: literal('1') }, 'bad-query'],
    ['SELECT ?y { ?y ?z $x }', { x: namedNode('a> . ?s ?p ?o . <b') }, 'bad-iri-term'],
    ['SELECT ?y { ?y ?z $x }', { x: literal('a', 'en> ') }, 'bad-language-tag'],
    ['SELECT ?y { ?y ?z $x }', { x: DataFactory.blankNode('b') }, 'bad-argument'],
    ['SELECT ?y { ?y ?z $x }', { 'x } #': literal('a') }, 'bad-argument'],
    ['INSERT DATA { <a:b> <a:c> 1 }', {}, 'not-a-question'],
    ['# nothing', {}, 'empty-query'],
    ['SELECT ?y {', {}, 'bad-query'],
    ['SELECT ?y { ?y nope:x 1 }', {}, 'unknown-prefix'],
    [`SELECT ?y ${'{'.repeat(5000)} ?y ?p 1 ${'}'.repeat(5000)}`, {}, 'bad-query'],
  ] satisfies [string, Parameters, string][])('%s with %o is refused and not sent', async (sparql, parameters, code) => {
    const before = store.seen.length
    const error: unknown = await askEndpoint(`${store.url}/query`, sparql, parameters).catch((one: unknown) => one)
    expect(error).toMatchObject({ code })
    expect(store.seen.length).toBe(before)
    // What is wrong with a question, and not with the way to a store, is told alike.
    if (Object.keys(parameters).length > 0 && code === 'bad-query')
      await expect(ask(graph, sparql, parameters)).rejects.toThrow((error as Error).message)
  })

  test('no text becomes syntax', () => {
    const parser = new SparqlParser()
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom(
          '"',
          '\\',
          '\n',
          '\r',
          '\t',
          "'",
          '\\u0022',
          '\\U00000022',
          'u0022',
          '}',
          '.',
          '#',
          '<',
          '>',
          '\\"',
          '"""',
          '{',
          ';',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 8 },
    )
    const tree = parser.parse('SELECT ?s { ?s ?p $text FILTER(STR($text) != "y") }')
    fc.assert(
      fc.property(parts, (all) => {
        const value = all.join('').replace(/\p{Cs}/gu, '')
        const rewritten = rewrite(tree, { prefixes: {}, parameters: { text: literal(value) }, places: { base, best: `${base}graph/best` } })
        if (!('text' in rewritten)) throw new Error('unfit')
        // As a store reads it that turns code points into characters before all else, and as one that does so within strings.
        const before = rewritten.text.replace(/\\u([0-9a-fA-F]{4})/g, (_: string, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
        for (const text of [before, rewritten.text.replaceAll('\\u0075', 'u').replaceAll('\\u0055', 'U')]) {
          const texts = [...nodesOf(parser.parse(text))].flatMap((node) =>
            node['subType'] === 'literal' && node['value'] !== 'y' ? [node['value']] : [],
          )
          expect(texts).toEqual([value, value])
        }
      }),
    )
  })
})
