/** Families of models, against a walk over statements that does the same one thing at a time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childrenIn, familiesOf, membersOf } from '../../src/graph/families/families.ts'
import { undated } from '../../src/graph/families/released.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { allProperties, isSubPropertyOf, st } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

const derived = allProperties.map(({ path }) => path).filter((path) => isSubPropertyOf(path, st('derivedFrom')))
const sources = ['paper', 'model-card', 'article'] as const
const keys = ['variantOf', 'fineTunedFrom', 'mergedFrom'] as const

const step = fc.record({ child: fc.nat(9), parent: fc.nat(9), key: fc.constantFrom(...keys), source: fc.constantFrom(...sources) })

/** A graph of ten models and some steps among them, cycles and several parents included. */
function graphOfSteps(steps: readonly { child: number; parent: number; key: string; source: string }[]): Graph {
  const documents = Array.from({ length: 10 }, (_, child) =>
    sources.map((source) => {
      const own = steps.filter((one) => one.child === child && one.parent !== child && one.source === source)
      const values = keys.flatMap((key) => {
        const parents = [...new Set(own.filter((one) => one.key === key).map(({ parent }) => `m${parent}`))]
        return parents.length > 0 ? [`, ${key}: [${parents.join(', ')}]`] : []
      })
      return `{ id: m${child}, source: ${source}, name: M${child}${values.join('')} }`
    }),
  ).flat()
  return graphOf(documents.join('\n---\n'))
}

/** The parent of each model, as the rule is written. */
function plainParents(graph: Graph, models: readonly string[]): Map<string, string | undefined> {
  const best = (iri: string, properties: readonly string[]): string | undefined =>
    properties
      .flatMap((property) => graph.stated(iri, property))
      .filter(({ value }) => models.includes(value.value) && value.value !== iri)
      .map(({ value, claims }) => ({ iri: value.value, count: new Set(claims.map(({ source }) => source)).size }))
      .sort((a, b) => b.count - a.count || (a.iri < b.iri ? -1 : 1))[0]?.iri
  const parents = new Map(models.map((iri) => [iri, best(iri, [st('variantOf')]) ?? best(iri, derived)]))
  for (const start of models) {
    const way: string[] = []
    for (let iri: string | undefined = start; iri !== undefined && !way.includes(iri); iri = parents.get(iri)) way.push(iri)
    const back = parents.get(way.at(-1)!)
    if (back !== undefined) parents.set(way.slice(way.indexOf(back)).sort()[0]!, undefined)
  }
  return parents
}

test('are those of the plain walk', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      const graph = graphOfSteps(steps)
      const families = familiesOf(graph.index)
      const iris = [...families.models].map((number) => graph.index.terms.term(number).value)
      const plain = plainParents(graph, [...iris].sort())
      const under = (iri: string): string[] => iris.filter((other) => plain.get(other) === iri).flatMap((child) => [child, ...under(child)])
      for (const [rank, iri] of iris.entries()) {
        expect(iris[families.parent[rank]!]).toBe(plain.get(iri))
        expect(families.descendants[rank]).toBe(under(iri).length)
        expect([...childrenIn(families, rank)].map((child) => plain.get(iris[child]!))).toEqual(
          [...childrenIn(families, rank)].map(() => iri),
        )
        expect([...membersOf(families, rank)].map((member) => iris[member]!).sort()).toEqual([iri, ...under(iri)].sort())
      }
    }),
    { numRuns: 60 },
  )
})

describe('days of release', () => {
  const day = (text: string): number => Date.parse(text) / 86_400_000
  test.each([
    ['released: 2022-11-03', day('2022-11-03')],
    ['released: 2022-11', day('2022-11-15')],
    ['released: 2022', day('2022-07-02')],
    ['released: 2022-11-03, created: 2023-01-01', day('2022-11-03')],
    ['created: 2023-01-01', day('2023-01-01')],
    ['parameterCount: 7', undated],
  ])('%s', (facts, expected) => {
    expect([...familiesOf(graphOf(`{ id: m, source: paper, name: M, ${facts} }`).index).released]).toEqual([expected])
  })
})
