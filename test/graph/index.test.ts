/** The graph on numbers holds any quads, and finds them as n3's Store does. */
import type { Quad, Term } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory, Store } from 'n3'
import { describe, expect, test } from 'vitest'
import { indexOf } from '../../src/graph/index/index-builder.ts'
import { Column } from '../../src/graph/index/column.ts'
import { asBits, KeySet, keySetLength, KeySetWriter } from '../../src/graph/index/key-set.ts'
import { Section, words } from '../../src/graph/index/section.ts'
import { datasetOf, sourceOf } from '../../src/graph/index/rdfjs.ts'
import { nTriplesTerm } from '../../src/formats/terms.ts'
import { termId } from '../../src/model/term-key.ts'

const { namedNode, blankNode, literal, quad, defaultGraph } = DataFactory
const base = 'https://w3id.org/stemma/'

const names = [
  'https://w3id.org/stemma/model/a',
  'https://w3id.org/stemma#a',
  'urn:a',
  'https://example.org/',
  'https://example.org/#é',
].map(namedNode)
const literals = [
  literal(''),
  literal('a'),
  literal('a', 'en'),
  literal('a', 'zh-hant'),
  literal('1', namedNode('http://www.w3.org/2001/XMLSchema#integer')),
  literal('01', namedNode('http://www.w3.org/2001/XMLSchema#integer')),
  literal('a', namedNode('urn:a')),
  literal('雀\u{1F426}\n"\\'),
]
const blanks = ['a', 'b'].map((label) => blankNode(label))
const subjects: Quad['subject'][] = [...names, ...blanks]
const objects: Quad['object'][] = [...subjects, ...literals]
const graphs: Quad['graph'][] = [defaultGraph(), ...names.slice(0, 3), blanks[0]!]
const quads = fc.array(
  fc
    .tuple(fc.constantFrom(...subjects), fc.constantFrom(...names), fc.constantFrom(...objects), fc.constantFrom(...graphs))
    .map((terms) => quad(...(terms as [never, never, never, never])) as Quad),
  { maxLength: 60 },
)
const pattern = fc.tuple(...[subjects, names, objects, graphs].map((terms) => fc.option(fc.constantFrom(...(terms as Term[])))))

const lineOf = ({ subject, predicate, object, graph }: Quad): string =>
  [subject, predicate, object, graph].map((term) => (term.termType === 'DefaultGraph' ? '' : nTriplesTerm(term))).join(' ')
const linesOf = (all: Iterable<Quad>): string[] => [...all].map(lineOf).sort()

describe('a graph on numbers', () => {
  test('has the quads that it was made of, each once', () => {
    fc.assert(
      fc.property(quads, (all) => {
        const known = new Store(all)
        expect(linesOf(datasetOf(indexOf(all, base)))).toEqual(linesOf(known))
      }),
    )
  })
  test('finds the quads of a pattern, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(quads, pattern, async (all, [s, p, o, g]) => {
        const [index, store] = [indexOf(all, base), new Store(all)]
        const expected = linesOf(store.match(s as never, p as never, o as never, g as never))
        const source = sourceOf(index)
        const found: Quad[] = []
        for await (const one of source.match(s, p, o, g) as unknown as AsyncIterable<Quad>) found.push(one)
        expect(linesOf(found)).toEqual(expected)
        expect(source.countQuads(s, p, o, g)).toBe(expected.length)
        const dataset = datasetOf(index).match(s, p, o, g)
        expect(dataset.size).toBe(expected.length)
        expect(linesOf(dataset)).toEqual(expected)
        for (const one of all) expect(dataset.has(one)).toBe(expected.includes(lineOf(one)))
      }),
    )
  })
  test('cannot be changed as a dataset', () => {
    const dataset = datasetOf(indexOf([], base))
    expect(() => dataset.add(quad(names[0]!, names[0]!, names[0]!))).toThrow(/cannot be changed/)
  })
  test('a term is another one when its language or datatype is', () => {
    expect(new Set(objects.map(termId)).size).toBe(objects.length)
  })
})

describe('its parts', () => {
  test('a column gives back what was added, and moves it out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 9000, size: 'max' }), (values) => {
        const column = new Column()
        for (const value of values) column.push(value)
        expect(Array.from(values, (_, index) => column.at(index))).toEqual(values)
        const target = new Uint32Array(values.length)
        column.moveTo(target)
        expect([...target]).toEqual(values)
      }),
      { numRuns: 20 },
    )
  })
  test('so does a column of many', () => {
    const column = new Column()
    const length = 9_000_000
    for (let value = 0; value < length; value++) column.push(value)
    const places = [0, 1023, 1024, 64_511, 64_512, 64_513, 8_453_119, 8_453_120, length - 1]
    expect(places.map((place) => column.at(place))).toEqual(places)
    const target = new Uint32Array(length)
    column.moveTo(target)
    expect(target.every((value, index) => value === index)).toBe(true)
  })
  test.each([200, 5000])('a set of numbers below %i knows the rank of each member, and the next one', (numbers) => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: numbers - 1 }), { maxLength: 400 }), (members) => {
        const sorted = [...members].sort((a, b) => a - b)
        const from = 3
        const target = words(from + keySetLength(sorted.length, numbers))
        const writer = new KeySetWriter(target, from, sorted.length, numbers)
        for (const member of sorted) writer.add(member)
        writer.close()
        const set = new KeySet(new Section(target), from, sorted.length, numbers)
        for (let number = 0; number < numbers + 70; number++) {
          expect(set.rankOf(number)).toBe(sorted.indexOf(number))
          expect(set.next(number)).toBe(sorted.find((member) => member >= number) ?? -1)
        }
      }),
      { numRuns: 30 },
    )
    expect([asBits(3, 5000), asBits(300, 5000)]).toEqual([false, true])
  })
})
