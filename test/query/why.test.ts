/** Rows with the sources of the statements that they rest on. */
import { beforeAll, describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import type { Row } from '../../src/query/answer.ts'
import { ask } from '../../src/query/engine.ts'
import { paths } from '../../src/query/paths.ts'
import { readQuery } from '../../src/query/question.ts'
import { bind, savedQuery } from '../../src/query/saved.ts'
import { graphOf } from '../graph-of.ts'
import { stemma } from '../run.ts'

/** Each thing is told of by sources that say different things of it. */
const small = graphOf(`
id: c
source: paper
name: C
fineTunedFrom: b
parameterCount: 2B
---
id: b
source: article
name: B
variantOf: a
trainedOn: [corpus]
---
id: b
source: model-card
variantOf: a
parameterCount: 3B
---
id: a
source: paper
name: A
released: 2020
quantizedFrom: d
---
id: a
source: article
released: 2021
---
id: d
source: model-card
name: D
distilledFrom: a
---
kind: Dataset
id: corpus
source: paper
name: Corpus
`)

/** The rows as lines: cells with a bar between, things and sources by their ids. */
async function lines(sparql: string, graph = small): Promise<string[]> {
  const answer = await ask(graph, sparql, {}, undefined, { why: true })
  if (answer.type !== 'bindings') throw new Error('no rows')
  const cell = (row: Row, name: string): string => row[name]?.value.replaceAll(/\S*\/(\S+)/g, '$1') ?? '-'
  return [answer.variables.join(' | '), ...answer.rows.map((row) => answer.variables.map((name) => cell(row, name)).join(' | '))]
}

const sourcesOnly = async (sparql: string): Promise<string[]> => (await lines(sparql)).slice(1).map((line) => line.split(' | ').at(-1)!)

describe('a row has the sources of', () => {
  test('the statement that is stated, not of the one that another source has in its place', async () => {
    expect(await lines('SELECT ?d { model:a dct:issued ?d }')).toEqual(['d | sources', '2020 | paper'])
    expect(await lines('SELECT ?g ?d { GRAPH ?g { model:a dct:issued ?d } } ORDER BY ?d')).toEqual([
      'g | d | sources',
      'paper | 2020 | paper',
      'article | 2021 | article',
    ])
  })
  test('every pattern, each source once, in their order', async () => {
    expect(await lines('SELECT ?of ?n { model:b st:variantOf ?of ; st:parameterCount ?n . ?of rdfs:label "A"@en }')).toEqual([
      'of | n | sources',
      'a | 3000000000 | article model-card paper',
    ])
  })
  test('patterns with variables that are not asked for, or have no name', async () => {
    expect(await lines('SELECT ?m { ?m st:fineTunedFrom [ st:trainedOn ?d ] }')).toEqual(['m | sources', 'c | article paper'])
  })
  test('the sub-property that derivedFrom follows from', async () => {
    expect(await lines('SELECT ?m ?of { ?m st:derivedFrom ?of } ORDER BY ?m')).toEqual([
      'm | of | sources',
      'a | d | paper',
      'c | b | paper',
      'd | a | model-card',
    ])
  })
  test('the graphs that the question is put to', async () => {
    expect(await lines('SELECT ?x FROM document:article { model:b st:variantOf ?x }')).toEqual(['x | sources', 'a | article'])
    expect(await lines('SELECT ?x FROM document:article FROM document:paper { model:b st:variantOf/st:quantizedFrom ?x }')).toEqual([
      'x | sources',
      'd | article paper',
    ])
  })
  test('a claim, which is what the graph of claims is about', async () => {
    const graph = graphOf('id: a\nsource: article\nname: A\nreleased: { value: 2021, at: §1 }')
    expect(await lines('SELECT ?at { GRAPH graph:claims { ?c st:at ?at } }', graph)).toEqual(['at | sources', '§1 | article'])
  })
})

describe('a path has those of one shortest way', () => {
  const walk = '(st:derivedFrom|st:variantOf)'
  test('over two steps of two sources', async () => {
    expect(await lines(`SELECT ?up { model:c ${walk}+ ?up } ORDER BY ?up`)).toEqual([
      'up | sources',
      'a | article model-card paper',
      'b | paper',
      'd | article model-card paper',
    ])
  })
  test.each([
    [
      'from its end',
      `SELECT ?m { ?m ${walk}+ model:a } ORDER BY ?m`,
      ['model-card paper', 'article model-card', 'article model-card paper', 'model-card'],
    ],
    ['backward', `SELECT ?m { model:b ^(${walk}) ?m }`, ['paper']],
    ['in a circle', `SELECT ?m { ?m st:derivedFrom+ ?m } ORDER BY ?m`, ['model-card paper', 'model-card paper']],
    ['of no steps', `SELECT ?m { model:d st:derivedFrom? ?m } ORDER BY ?m`, ['model-card', '-']],
    ['in sequence', `SELECT ?m { model:c (st:fineTunedFrom/st:variantOf)* ?m } ORDER BY ?m`, ['article model-card paper', '-']],
    ['of all but one property', `SELECT ?m { model:d !(rdf:type|rdfs:label|st:derivedFrom) ?m }`, ['model-card']],
    ['within the graph of a source', `SELECT ?m { GRAPH ?g { model:b ${walk}+ ?m } } ORDER BY ?g`, ['article', 'model-card']],
  ])('%s', async (_, sparql, sources) => {
    expect(await sourcesOnly(sparql)).toEqual(sources)
  })
})

describe('what does not hold adds nothing', () => {
  test.each([
    ['OPTIONAL that finds nothing', 'SELECT ?n { model:a st:quantizedFrom ?d OPTIONAL { ?d st:parameterCount ?n } }', ['paper']],
    [
      'OPTIONAL that finds something',
      'SELECT ?n { model:c st:fineTunedFrom ?b OPTIONAL { ?b st:parameterCount ?n } }',
      ['model-card paper'],
    ],
    [
      'OPTIONAL without a variable of its own, whose filter fails',
      'SELECT ?d { model:a st:quantizedFrom ?d OPTIONAL { ?d st:distilledFrom model:a FILTER(false) } }',
      ['paper'],
    ],
    [
      'OPTIONAL without a variable of its own, which holds',
      'SELECT ?d { model:a st:quantizedFrom ?d OPTIONAL { ?d st:distilledFrom model:a } }',
      ['model-card paper'],
    ],
    [
      'OPTIONAL whose variable another pattern gives a value',
      'SELECT ?x { { model:a st:quantizedFrom ?d OPTIONAL { ?d st:trainedOn ?x . ?d st:distilledFrom model:a } } model:b st:trainedOn ?x }',
      ['article paper'],
    ],
    [
      'the other branch of UNION',
      'SELECT ?m ?x { { ?m st:fineTunedFrom ?x } UNION { ?m st:quantizedFrom ?x } } ORDER BY ?m',
      ['paper', 'paper'],
    ],
    [
      'a branch of UNION that has the same variables, and a filter',
      'SELECT ?x { { model:b st:variantOf ?x } UNION { ?x dct:issued ?y FILTER(?y = 1) } UNION { model:b st:variantOf ?x . ?x rdfs:label "A"@en FILTER(false) } }',
      ['article model-card'],
    ],
    ['MINUS', 'SELECT ?x { ?x st:fineTunedFrom ?y MINUS { ?x st:trainedOn ?d } }', ['paper']],
    ['EXISTS', 'SELECT ?x { ?x st:quantizedFrom ?y FILTER EXISTS { ?y st:distilledFrom ?x } }', ['paper']],
    ['VALUES and BIND', 'SELECT ?x ?y { VALUES ?x { 1 2 } BIND(?x + 1 AS ?y) }', ['-', '-']],
  ])('%s', async (_, sparql, sources) => {
    expect(await sourcesOnly(sparql)).toEqual(sources)
  })
})

describe('sub-selects', () => {
  test('carry what they hide, whatever it is called outside', async () => {
    expect(await lines('SELECT ?m ?x { { SELECT ?m { ?m st:fineTunedFrom ?x } } ?m st:parameterCount ?x }')).toEqual([
      'm | x | sources',
      'c | 2000000000 | paper',
    ])
    expect(await lines('SELECT ?a { { SELECT ?b { ?b st:variantOf ?a } LIMIT 1 } ?b st:trainedOn ?a }')).toEqual([
      'a | sources',
      'corpus | article model-card',
    ])
  })
  test('with DISTINCT do in a question with DISTINCT', async () => {
    expect(await lines('SELECT DISTINCT ?m { { SELECT DISTINCT ?m { ?m st:variantOf|st:trainedOn ?x } } }')).toEqual([
      'm | sources',
      'b | article model-card',
    ])
  })
})

describe('rows are cut and put in order', () => {
  const models = 'SELECT ?m ?of { ?m st:derivedFrom ?of } ORDER BY DESC(?m)'
  test('as ever', async () => {
    expect(await lines(`${models} OFFSET 1 LIMIT 1`)).toEqual(['m | of | sources', 'c | b | paper'])
  })
  test('and DISTINCT makes them one with all their sources, before LIMIT counts them', async () => {
    const both = '{ ?m st:variantOf|st:quantizedFrom|st:fineTunedFrom|st:trainedOn ?of }'
    expect(await lines(`SELECT DISTINCT ?m ${both} ORDER BY ?m`)).toEqual([
      'm | sources',
      'a | paper',
      'b | article model-card',
      'c | paper',
    ])
    expect(await lines(`SELECT DISTINCT ?m ${both} ORDER BY ?m OFFSET 1 LIMIT 1`)).toEqual(['m | sources', 'b | article model-card'])
    expect(await lines(`SELECT DISTINCT ?m ${both} LIMIT 0`)).toEqual(['m | sources'])
  })
  test('with their duplicates where nothing makes them one', async () => {
    expect(await lines('SELECT ?g { GRAPH ?g { model:b st:variantOf ?a } } ORDER BY ?g')).toEqual([
      'g | sources',
      'article | article',
      'model-card | model-card',
    ])
    expect(await sourcesOnly('SELECT ?m { ?m st:distilledFrom|st:derivedFrom model:a }')).toEqual(['model-card', 'model-card'])
  })
})

test('a column that is asked for as ?sources stays', async () => {
  expect(await lines('SELECT ?sources { ?sources st:fineTunedFrom ?b }')).toEqual(['sources | sources2', 'c | paper'])
})

test.each([
  ['ASK { ?m a st:Model }', 'only the rows of a SELECT can carry their sources'],
  ['CONSTRUCT { ?m a st:Model } { ?m a st:Model }', 'only the rows of a SELECT can carry their sources'],
  ['DESCRIBE model:a', 'only the rows of a SELECT can carry their sources'],
  ['SELECT (COUNT(*) AS ?n) { ?m a st:Model }', 'rows that are counted or put together by GROUP BY cannot carry their sources'],
  ['SELECT ?m { { SELECT ?m { ?m a ?c } GROUP BY ?m } }', 'rows that are counted or put together by GROUP BY cannot carry their sources'],
  [
    'SELECT ?m { { SELECT DISTINCT ?m { ?m a ?c } } }',
    'a sub-select with DISTINCT can carry its sources only in a question with DISTINCT, and without a LIMIT of its own',
  ],
  [
    'SELECT DISTINCT ?m { { SELECT DISTINCT ?m { ?m a ?c } LIMIT 1 } }',
    'a sub-select with DISTINCT can carry its sources only in a question with DISTINCT, and without a LIMIT of its own',
  ],
])('%s has no rows that carry sources', async (sparql, message) => {
  const error = await ask(small, sparql, {}, undefined, { why: true }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StemmaError)
  expect([(error as StemmaError).failure, (error as StemmaError).problems]).toMatchObject(['usage', [{ code: 'no-why', message }]])
})

describe('of the shipped data', () => {
  let graph: Graph
  beforeAll(() => {
    graph = openShipped()
  })
  const rowsOf = async (sparql: string, why = false): Promise<readonly Row[]> => {
    const answer = await ask(graph, sparql, {}, undefined, { why })
    return answer.type === 'bindings' ? answer.rows : []
  }
  const textOf = (row: Row): string =>
    JSON.stringify(
      Object.entries(row)
        .map(([name, { value }]) => `${name} ${value}`)
        .sort(),
    )

  test.each(['ancestors', 'compared-with', 'downstream', 'trained-on', 'unknown', 'without-data', 'sizes', 'derivations', 'ran-on'])(
    'the saved question %s has the rows that it has without sources',
    async (name) => {
      const query = savedQuery(name)!
      const pairs = [...(query.examples[0] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key!, value!] as const)
      const parameters = bind(graph, query, Object.fromEntries(pairs))
      const [plain, carrying] = [
        await ask(graph, query.sparql, parameters),
        await ask(graph, query.sparql, parameters, undefined, { why: true }),
      ]
      if (plain.type !== 'bindings' || carrying.type !== 'bindings') throw new Error('no rows')
      expect(plain.rows.length).toBeGreaterThan(0)
      expect(carrying.rows.map(({ sources: _, ...row }) => textOf(row))).toEqual(plain.rows.map(textOf))
    },
  )

  test('statements have the sources whose graphs they stand in', async () => {
    const found = await rowsOf('SELECT ?m ?d ?o { ?m st:trainedOn ?d . ?d st:hasPart ?o }', true)
    const says = await rowsOf(
      'SELECT ?m ?d ?o ?source { ?m st:trainedOn ?d . ?d st:hasPart ?o { GRAPH ?source { ?m st:trainedOn ?d } } UNION { GRAPH ?source { ?d st:hasPart ?o } } }',
    )
    const expected = new Map<string, Set<string>>()
    for (const { source, ...row } of says) expected.set(textOf(row), (expected.get(textOf(row)) ?? new Set<string>()).add(source!.value))
    expect(found.length).toBeGreaterThan(50)
    expect(new Map(found.map(({ sources, ...row }) => [textOf(row), sources!.value]))).toEqual(
      new Map([...expected].map(([row, sources]) => [row, [...sources].sort().join(' ')])),
    )
  })

  test('every way is one that claims lead along, and as short as any', async () => {
    const rows = await rowsOf('SELECT ?m ?up { ?m (st:derivedFrom|st:variantOf)+ ?up }', true)
    expect(rows.length).toBeGreaterThan(100)
    for (const { m, up, sources } of rows) {
      const { ways } = paths(graph, m!.value, up!.value, { most: 1000 })
      const shortest = Math.min(...ways.map(({ length }) => length))
      const between = ways.filter(({ length }) => length === shortest)
      const stated = between.map((way) =>
        way.map(({ child, parent }) => graph.claimsOf(child).flatMap(({ value, source }) => (value?.value === parent ? [source] : []))),
      )
      const own = sources!.value.split(' ')
      const explains = (way: readonly (readonly string[])[]): boolean =>
        way.every((step) => step.some((source) => own.includes(source))) && own.every((source) => way.flat().includes(source))
      expect([m!.value, up!.value, stated.some(explains)]).toEqual([m!.value, up!.value, true])
    }
  })

  test('a table for a person names them in short, data in full', async () => {
    const question = 'SELECT ?of { model:dialogue-prompted-chinchilla st:promptedFrom ?of }'
    const shown = `of                sources
────────────────  ─────────────────────────────────────────────────────────
model:chinchilla  document:gen2-gen3-survey document:sparrow-wolfe-overview
1 row
`
    const first = 'https://w3id.org/stemma/'
    const row = `${first}model/chinchilla,${first}document/gen2-gen3-survey ${first}document/sparrow-wolfe-overview`
    expect(await stemma(['query', question, '--why'], { terminal: true })).toEqual({ code: 0, out: shown, err: '' })
    expect(await stemma(['query', question, '--why'])).toEqual({ code: 0, out: `of,sources\r\n${row}\r\n`, err: '' })
  })
})

test('no parameter is called as what asks for them over HTTP', () => {
  expect(() => readQuery('mine', '# @param why string why not\nSELECT ?m { ?m ?p $why }')).toThrow('no parameter can be called why')
})

test('a store is not asked', async () => {
  expect(await stemma(['query', 'ASK {}', '--why', '--endpoint', 'http://127.0.0.1:9/'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--why is for a graph of files') as string,
  })
})
