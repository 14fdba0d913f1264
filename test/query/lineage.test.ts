/** Trees of lineage and the ways between two things, on graphs that are made for it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { lineage, paths, stepsIn, type Branch, type Direction, type Ways } from '../../src/query/lineage.ts'
import { graphOf } from '../graph-of.ts'

const iri = (id: string): string => `https://w3id.org/stemma/model/${id}`
const id = (one: string): string => one.replace(/.*\//, '')
const sheets = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, rest]) => `id: ${name}\nsource: paper\nname: ${name.toUpperCase()}\n${rest}`)
    .join('\n---\n')

/** A tree as text: `a(b c(d))`; ^ is repeated, ~ inherited, +2 cut. */
const outline = ({ iri: one, repeated, inherited, cut, branches }: Branch): string =>
  `${id(one)}${repeated ? '^' : ''}${inherited ? '~' : ''}${cut > 0 ? `+${cut}` : ''}${branches.length > 0 ? `(${branches.map(outline).join(' ')})` : ''}`

/** The ways as text: `c>b>a`. */
const ways = (found: Ways): string[] => found.ways.map((way) => [...way.map(({ child }) => child), way.at(-1)!.parent].map(id).join('>'))

const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof StemmaError) return error.code
    throw error
  }
  return 'no error'
}

describe('a tree', () => {
  test('has sizes the largest first, and other branches the best sourced first', () => {
    const graph = graphOf(
      sheets({
        root: '',
        small: 'variantOf: root\nparameterCount: 1B',
        large: 'variantOf: root\nparameterCount: 20B',
        middle: 'variantOf: [{ value: root }, { value: root, source: article }]\nparameterCount: 3B',
        unknown: 'variantOf: root',
        once: 'fineTunedFrom: root',
        twice: 'fineTunedFrom: [{ value: root }, { value: root, source: article }]',
      }),
    )
    expect(outline(lineage(graph, iri('root'), 'down'))).toBe('root(large middle small unknown twice once)')
  })

  test('says what is inherited, repeated and cut', () => {
    const graph = graphOf(
      sheets({
        size: 'variantOf: family\nfineTunedFrom: base',
        family: 'fineTunedFrom: base',
        base: 'mergedFrom: [x, y]',
        x: '',
        y: '',
      }),
    )
    expect(outline(lineage(graph, iri('size'), 'up'))).toBe('size(family(base^~) base(x y))')
    expect(outline(lineage(graph, iri('size'), 'up', { depth: 1 }))).toBe('size(family+1 base+2)')
  })

  test('ends where steps run in a circle', () => {
    const graph = graphOf(sheets({ a: 'fineTunedFrom: b', b: 'mergedFrom: [a, c]', c: '' }))
    expect(outline(lineage(graph, iri('a'), 'up'))).toBe('a(b(a^ c))')
    expect(
      stepsIn(lineage(graph, iri('a'), 'up'), lineage(graph, iri('a'), 'down')).map(({ child, parent }) => id(child) + id(parent)),
    ).toEqual(['ab', 'ba', 'bc'])
  })

  test('is not made of what is no thing, no direction, no depth', () => {
    const graph = graphOf(sheets({ a: '' }))
    expect(codeOf(() => lineage(graph, 'a', 'up'))).toBe('unknown-thing')
    expect(codeOf(() => lineage(graph, iri('a'), 'sideways' as Direction))).toBe('bad-argument')
    expect([0, -1, 1.5, NaN].map((depth) => codeOf(() => lineage(graph, iri('a'), 'up', { depth })))).toEqual(Array(4).fill('bad-argument'))
    expect(codeOf(() => paths(graph, iri('a'), iri('b')))).toBe('unknown-thing')
  })
})

describe('the ways between two', () => {
  test('come by the sources of their weakest step, then by length, then by names', () => {
    const both = (parent: string): string => `{ value: ${parent} }, { value: ${parent}, source: article }`
    const graph = graphOf(
      sheets({
        z: '',
        // Two sources all along, and long.
        long: `fineTunedFrom: [${both('z')}]`,
        longer: `fineTunedFrom: [${both('long')}]`,
        // One source at one step.
        b: `fineTunedFrom: z`,
        a: `fineTunedFrom: z`,
        start: `mergedFrom: [${both('longer')}, ${both('b')}, ${both('a')}, z]`,
      }),
    )
    const found = paths(graph, iri('start'), iri('z'))
    expect(ways(found)).toEqual(['start>longer>long>z', 'start>z', 'start>a>z', 'start>b>z'])
    expect([found.count, found.exact, found.steps.length]).toEqual([4n, true, 8])
    expect(ways(paths(graph, iri('start'), iri('z'), { most: 2 }))).toEqual(['start>longer>long>z', 'start>z'])
  })

  test('are none where there is none, and one without steps from a thing to itself', () => {
    const graph = graphOf(sheets({ a: 'fineTunedFrom: b', b: '' }))
    expect(paths(graph, iri('b'), iri('a'))).toEqual({ ways: [], count: 0n, exact: true, steps: [] })
    expect(paths(graph, iri('a'), iri('a'))).toEqual({ ways: [[]], count: 1n, exact: true, steps: [] })
  })

  test('are counted at least where steps run in a circle', () => {
    const graph = graphOf(sheets({ a: 'fineTunedFrom: [b, c]', b: 'fineTunedFrom: [c, d]', c: 'fineTunedFrom: [b, d]', d: '' }))
    const found = paths(graph, iri('a'), iri('d'))
    expect([found.exact, found.count <= 4n, found.count >= 3n, found.steps.length]).toEqual([false, true, true, 6])
    expect(ways(found).length).toBe(Number(found.count))
  })
})

describe('however much there is', () => {
  let chain: Graph
  let ladder: Graph
  beforeAll(() => {
    chain = graphOf(
      sheets(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`m${n}`, n === 0 ? '' : `fineTunedFrom: m${n - 1}`]))),
    )
    const rungs = Array.from({ length: 101 }, (_, n) =>
      ['a', 'b'].map((side) => [`l${n}${side}`, n === 0 ? '' : `mergedFrom: [l${n - 1}a, l${n - 1}b]`]),
    )
    ladder = graphOf(sheets(Object.fromEntries(rungs.flat()) as Record<string, string>))
  })

  test('a chain of 5,000 steps is walked', () => {
    expect(stepsIn(lineage(chain, iri('m5000'), 'up')).length).toBe(5000)
    expect(stepsIn(lineage(chain, iri('m0'), 'down')).length).toBe(5000)
    expect(paths(chain, iri('m5000'), iri('m0')).ways.map((way) => way.length)).toEqual([5000])
  })

  test('2^99 ways are counted, and twelve given', () => {
    const { ways: given, count, exact, steps } = paths(ladder, iri('l100a'), iri('l0a'))
    expect([given.length, new Set(given.map((way) => way.map(({ parent }) => parent).join())).size, count, exact]).toEqual([
      12,
      12,
      2n ** 99n,
      true,
    ])
    expect(steps.length).toBe(4 * 98 + 4)
  })
})
