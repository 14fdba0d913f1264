/** Forms of SPARQL 1.1 that the engine underneath has no way for: ours gives what Oxigraph does, and the specification. */
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { quad } from '../../src/model/claim.ts'
import { linesOf } from '../differential/answers.ts'
import { askOxigraph } from '../differential/oxigraph.ts'
import { prefixes, prologue } from '../differential/vocabulary.ts'
import { answer } from '../differential/under-test.ts'

const declared = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
const quads = new Parser({ format: 'trig' }).parse(`${declared.join('')}
  :a :p :b , 3 . :b :p 5 ; :q :c .
  :g1 { :a :p :b . :b :q 1 }
  :g2 { :a :p :c . :c :p :b }`)

const same = async (query: string): Promise<number> => {
  const [ours, theirs] = [await answer(quads, prologue + query), askOxigraph(quads, prologue + query)]
  expect(linesOf(ours)).toEqual(linesOf(theirs))
  return linesOf(ours).length
}

/** What GRAPH ?g is defined as (18.6): the pattern over each graph by itself, joined with the name of that graph. */
function overEach(pattern: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const own = quads
      .filter(({ graph }) => graph.value.endsWith(name))
      .map(({ subject, predicate, object }) => quad(subject, predicate, object))
    return linesOf(askOxigraph(own, `${prologue}SELECT * { ${pattern} VALUES ?g { :${name} } }`))
  })
}

test('GRAPH within GRAPH, sub-selects in both: each is asked of its own graphs', async () => {
  // Oxigraph takes the names of the graphs for variables that the sub-selects hide.
  const rows = await answer(
    quads,
    `${prologue}SELECT ?g ?h ?c { GRAPH ?g { { SELECT (1 AS ?x) {} } GRAPH ?h { SELECT (COUNT(*) AS ?c) { ?s :p ?o } } } }`,
  )
  const told = linesOf(rows).map((row) => ['c', 'g', 'h'].map((name) => new RegExp(`\\?${name}=\\S*?([g\\d]+)["^>]`).exec(row)?.[1]))
  expect(told).toEqual([
    ['1', 'g1', 'g1'],
    ['1', 'g2', 'g1'],
    ['2', 'g1', 'g2'],
    ['2', 'g2', 'g2'],
  ])
})

describe('GRAPH around what needs no triple, or hides the name of the graph', () => {
  test.each([
    ['', 2],
    ['BIND(1 AS ?x)', 2],
    ['VALUES ?x { 1 2 }', 4],
    ['OPTIONAL { :c :p ?x }', 2],
    ['FILTER NOT EXISTS { :c :p ?x }', 1],
    ['MINUS { :c :p ?x }', 2],
    ['{ :c :p ?x } UNION { BIND(2 AS ?x) }', 3],
    ['{ ?s :q ?x } UNION { :c :p ?x }', 2],
    ['{ SELECT (COUNT(*) AS ?n) { ?s :p ?o } }', 2],
    ['{ SELECT ?s { ?s :p ?o } ORDER BY ?s LIMIT 1 }', 2],
    ['{ SELECT DISTINCT ?p { ?s ?p ?o } }', 3],
    ['{ SELECT (COUNT(?x) AS ?n) { ?g :p ?x } } :a :p ?o', 2],
  ])('{ %s }', async (pattern, rows) => {
    const expected = overEach(pattern, ['g1', 'g2'])
    expect(linesOf(await answer(quads, `${prologue}SELECT * { GRAPH ?g { ${pattern} } }`))).toEqual(expected.sort())
    expect(expected).toHaveLength(rows)
    const named = `${prologue}SELECT * FROM NAMED :g2 { GRAPH ?g { ${pattern} } }`
    expect(linesOf(await answer(quads, named))).toEqual(overEach(pattern, ['g2']).sort())
  })

  test.each([
    ['SELECT * { GRAPH ?g { FILTER(?g = :g2) } }', 1],
    ['SELECT * { ?s :p ?o GRAPH ?g {} }', 6],
    ['SELECT * { GRAPH :g1 {} }', 1],
    ['SELECT * { GRAPH :nowhere {} }', 0],
    ['SELECT * { GRAPH :nowhere { BIND(1 AS ?x) } }', 0],
    ['SELECT * FROM :g1 { GRAPH ?g {} }', 0],
    ['SELECT * { ?s :p ?o FILTER EXISTS { GRAPH ?g { FILTER(?g = :g2) } } }', 3],
  ])('%s', async (query, rows) => {
    expect(await same(query)).toBe(rows)
  })

  test('a path of no steps leads from what a graph has not to itself, in that graph too', async () => {
    const rows = ['?g=:g1 ?x=:c', '?g=:g2 ?x=:b', '?g=:g2 ?x=:c'].map((row) => row.replaceAll(/:(\w+)/g, '<http://example.org/$1>'))
    expect(linesOf(await answer(quads, `${prologue}SELECT * { GRAPH ?g { :c :p* ?x } }`))).toEqual(rows)
  })

  test('GRAPH in GRAPH is that of the inner one, for each of the outer', async () => {
    expect(linesOf(await answer(quads, `${prologue}SELECT * { GRAPH ?g { GRAPH ?h {} } }`))).toHaveLength(4)
  })
})

describe('OPTIONAL with a filter, of what sets variables itself', () => {
  test.each([
    ['SELECT * { ?s :p ?o OPTIONAL { ?o :q ?c BIND(1 AS ?x) FILTER(?o = :b) } }', 3],
    ['SELECT * { ?s :p ?o OPTIONAL { ?o :q ?c BIND(1 AS ?x) FILTER(?s = :nobody) } }', 3],
    ['SELECT * { ?s :p ?o OPTIONAL { BIND(1 AS ?x) FILTER(?o = 3) } }', 3],
    ['SELECT * { ?s :p ?o OPTIONAL { ?a :q ?b BIND(?b AS ?x) FILTER(?o > 3) } }', 3],
    ['SELECT * { ?s :p ?o OPTIONAL { { SELECT ?s (COUNT(*) AS ?n) { ?s :p ?x } GROUP BY ?s } FILTER(?n > 1 && ?o != 3) } }', 3],
    ['SELECT * { ?s :p ?o OPTIONAL { ?t :p ?u BIND(STR(?u) AS ?x) FILTER(?o < ?u) } }', 3],
    ['SELECT * { ?s :p ?o OPTIONAL { BIND(?o AS ?x) FILTER EXISTS { ?o :q ?c } } }', 3],
    ['SELECT * { OPTIONAL { BIND(1 AS ?x) FILTER(true) } }', 1],
    ['SELECT * { ?s :p ?o OPTIONAL { VALUES (?s ?x) { (:a 1) (UNDEF 2) } BIND(?x AS ?y) FILTER(?o != 5) } }', 5],
  ])('%s', async (query, rows) => {
    expect(await same(query)).toBe(rows)
  })
})
