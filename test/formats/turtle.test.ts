/** Turtle and TriG as a careful person would write them: the order of blocks and of what is in them, and their lines. */
import type { Quad, Term } from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { jsonld } from '../../src/formats/jsonld.ts'
import { rdfxml } from '../../src/formats/rdfxml.ts'
import { trig, turtle } from '../../src/formats/turtle.ts'
import { prefixesFor } from '../../src/model/iri.ts'
import { prefixes } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'
import { quadsOf } from '../../src/graph/quads.ts'

const { namedNode, literal, quad, blankNode } = DataFactory
const options = { prefixes: prefixesFor('https://example.org/') }
const [p, q] = [namedNode('urn:p'), namedNode('urn:q')]
const triple = (subject: Term, predicate: Term, object: Term, graph?: Term): Quad =>
  quad(subject as never, predicate as never, object as never, graph as never)
const model = (id: string): Term => namedNode(`https://example.org/model/${id}`)
const decimal = (value: string): Term => literal(value, namedNode(`${prefixes.xsd}decimal`))
const withoutHead = (text: string): string => text.replace(/^(@prefix .*\n)+\n/, '')
const written = (...quads: Quad[]): string => withoutHead(turtle.write(quads, options))

describe('blocks', () => {
  const subjects = ['squad-2.0', 'squad', 'a100-40gb', 'a100'].map((id) => triple(model(id), p, literal('x')))

  test('stand in the order of their IRIs, those of blank nodes last', () => {
    expect(
      written(triple(blankNode('b'), p, literal('x')), ...subjects, triple(namedNode('https://example.org/model/squad/x'), p, q)),
    ).toBe(
      [
        'model:a100 <urn:p> "x" .',
        'model:a100-40gb <urn:p> "x" .',
        'model:squad <urn:p> "x" .',
        'model:squad-2.0 <urn:p> "x" .',
        '<https://example.org/model/squad/x> <urn:p> <urn:q> .',
        '_:b <urn:p> "x" .\n',
      ].join('\n\n'),
    )
  })

  test('begin with the one that is asked for, in every format that has blocks', () => {
    const first = 'https://example.org/model/squad'
    const order = (text: string): string[] => [...text.matchAll(/(?:a100|squad)[-a-z0-9.]*/g)].map(([id]) => id)
    for (const format of [turtle, trig, rdfxml, jsonld])
      expect(order(format.write(subjects, { ...options, first }))).toEqual(['squad', 'a100', 'a100-40gb', 'squad-2.0'])
  })
})

test('the key of a class comes first, in its order, and the figures after it, in every format that has blocks', () => {
  const graph = graphOf(`
id: m
source: paper
name: M
training: { phase: fine-tuning, duration: 3.5, tokensSeen: 1000, usage: { uses: dataset/d, duration: 2.5, tokensSeen: 300, weight: 30 } }
comparison: { with: n, aspect: size, outcome: better, unit: percent }
---
{ id: n, source: paper, name: N }
---
{ kind: Dataset, id: d, source: paper, name: D }
`)
  const blocks = turtle.write(quadsOf(graph, 'best'), { prefixes: prefixesFor(graph.base) }).split('\n\n')
  expect(blocks.filter((block) => /^(training|usage|comparison):/.test(block))).toEqual([
    `comparison:m--n--size a st:Comparison ;
    st:ofModel model:m ;
    st:comparedWith model:n ;
    st:aspect "size" ;
    st:scoreUnit "percent" ;
    st:outcome "better" .`,
    `training:m--fine-tuning a st:Training ;
    st:ofModel model:m ;
    st:phase "fine-tuning" ;
    st:tokensSeen 1000 ;
    st:duration 3.5 .`,
    `usage:m--fine-tuning--dataset--d a st:Usage ;
    st:ofTraining training:m--fine-tuning ;
    st:uses dataset:d ;
    st:tokensSeen 300 ;
    st:duration 2.5 ;
    st:weight 30.0 .\n`,
  ])
  const order = ['ofTraining', 'uses', 'tokensSeen', 'duration', 'weight']
  const own = quadsOf(graph, 'best').filter(({ subject }) => subject.value.includes('/usage/'))
  expect(Object.keys((JSON.parse(jsonld.write(own, options)) as { '@graph': object[] })['@graph'][0]!)).toEqual(['id', 'kind', ...order])
  expect([...rdfxml.write(own, options).matchAll(/<st:(\w+)/g)].map(([, name]) => name)).toEqual(order)
})

describe('lines', () => {
  test('a list that fits in 100 columns stays on its line, a longer one has a line for each value', () => {
    const values = (count: number): Quad[] =>
      Array.from({ length: count }, (_, index) => triple(model('m'), q, literal(`value number ${index}`)))
    // 4 + `<urn:q> ` + 4 × 16 + 3 × ` , ` + ` ;` is 87 columns; a fifth value would make it 106.
    expect(written(triple(model('m'), p, literal('x')), ...values(4))).toBe(
      'model:m <urn:p> "x" ;\n    <urn:q> "value number 0" , "value number 1" , "value number 2" , "value number 3" .\n',
    )
    expect(written(triple(model('m'), p, literal('x')), ...values(5))).toBe(
      `model:m <urn:p> "x" ;\n    <urn:q>\n${[0, 1, 2, 3, 4].map((index) => `        "value number ${index}"`).join(' ,\n')} .\n`,
    )
  })

  test('the first line counts its subject, and a graph what it moves in', () => {
    const values = (graph?: Term): Quad[] =>
      [0, 1, 2, 3].map((index) => triple(model('m'.repeat(9)), q, literal(`value number ${index}`), graph))
    const lines = 'model:mmmmmmmmm <urn:q> "value number 0" , "value number 1" , "value number 2" , "value number 3" .\n'
    expect(lines.trimEnd()).toHaveLength(99)
    expect(written(...values())).toBe(lines)
    expect(withoutHead(trig.write(values(namedNode('urn:g')), options))).toBe(
      `<urn:g> {\n  model:mmmmmmmmm <urn:q>\n${[0, 1, 2, 3].map((index) => `          "value number ${index}"`).join(' ,\n')} .\n}\n`,
    )
  })

  test('one long value stays on its line', () => {
    expect(written(triple(model('m'), p, literal('word '.repeat(30))))).toBe(`model:m <urn:p> "${'word '.repeat(30)}" .\n`)
  })

  test('a line separator in a text is no line of the file', () => {
    const quads = [triple(model('m'), p, literal('a\u2028b\u2029c\u0085d'), namedNode('urn:g'))]
    expect(trig.write(quads, options)).toContain('"a\u2028b\u2029c\u0085d"')
  })
})

describe('values', () => {
  test('numbers stand bare where Turtle reads them as what they are', () => {
    const values = ['integer', 'decimal', 'double'].flatMap((type) =>
      ['30', '30.0', '3e1', 'x'].map((value) => literal(value, namedNode(prefixes.xsd + type))),
    )
    expect(
      written(...values.map((value, index) => triple(model('m'), namedNode(`urn:p${String(index).padStart(2, '0')}`), value))).match(
        /(?<=> ).*(?= [;.])/g,
      ),
    ).toEqual([
      ...['30', '"30.0"^^xsd:integer', '"3e1"^^xsd:integer', '"x"^^xsd:integer'],
      ...['"30"^^xsd:decimal', '30.0', '"3e1"^^xsd:decimal', '"x"^^xsd:decimal'],
      ...['"30"^^xsd:double', '"30.0"^^xsd:double', '3e1', '"x"^^xsd:double'],
    ])
  })

  test('a whole number of a decimal property is written like its neighbours', () => {
    const graph = graphOf(
      '{ id: m, source: paper, name: M, training: { phase: fine-tuning, usage: [{ uses: dataset/d, weight: 30 }, { uses: dataset/e, weight: 7.25 }] } }\n---\n{ kind: Dataset, id: d, source: paper, name: D }\n---\n{ kind: Dataset, id: e, source: paper, name: E }',
    )
    expect(turtle.write(quadsOf(graph, 'best'), { prefixes: prefixesFor(graph.base) }).match(/st:weight .*(?= \.)/g)).toEqual([
      'st:weight 30.0',
      'st:weight 7.25',
    ])
    expect(written(triple(model('m'), p, decimal('74.9')), triple(model('m'), p, decimal('30.0')))).toBe('model:m <urn:p> 30.0 , 74.9 .\n')
  })
})

describe('a blank node', () => {
  const s = namedNode('urn:s')
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((label) => blankNode(label)) as unknown as [Term, Term, Term, Term]
  const [g, h] = [namedNode('urn:g'), namedNode('urn:h')]

  test('stands in its place, or has a label when it is shared or in a circle', () => {
    const quads = [triple(s, p, a), triple(a, p, b), triple(b, p, literal('x')), triple(s, p, c), triple(a, p, c), triple(d, p, d)]
    expect(written(...quads)).toBe('<urn:s> <urn:p> [ <urn:p> [ <urn:p> "x" ] , _:c ] , _:c .\n\n_:d <urn:p> _:d .\n')
  })

  test('with nothing to say is empty brackets, also when the triple comes twice', () => {
    expect(written(triple(s, p, a), triple(s, p, a))).toBe('<urn:s> <urn:p> [] .\n')
  })

  test('that does not fit in the line has a line for each of its statements', () => {
    const text = literal('word '.repeat(15).trim())
    expect(written(triple(s, p, a), triple(a, p, text), triple(a, q, b), triple(b, p, text), triple(b, q, literal('y')))).toBe(
      `<urn:s> <urn:p> [
        <urn:p> "${text.value}" ;
        <urn:q> [
            <urn:p> "${text.value}" ;
            <urn:q> "y"
        ]
    ] .
`,
    )
  })

  test.each<[string, Quad[]]>([
    ['used in two graphs', [triple(s, p, a, g), triple(a, p, literal('1'), h)]],
    ['pointed to in two graphs', [triple(s, p, a, g), triple(s, p, a, h)]],
    ['the name of a graph', [triple(s, p, a), triple(s, p, literal('1'), a)]],
    ['in two graphs and described in both', [triple(s, p, a, g), triple(a, p, literal('1'), g), triple(a, p, literal('1'), h)]],
  ])('that is %s keeps its label', (_, quads) => {
    const text = trig.write(quads, options)
    expect(text).not.toContain('[')
    const read = new Parser({ format: 'application/trig' }).parse(text)
    const nodes = read.flatMap(({ subject, object, graph }) => [subject, object, graph].filter(({ termType }) => termType === 'BlankNode'))
    expect([read.length, nodes.length, new Set(nodes.map(({ value }) => value)).size]).toEqual([quads.length, nodes.length, 1])
  })

  test('in a chain of 20,000 is written, and every step of it read', () => {
    const node = (index: number): Term => blankNode(`n${index}`)
    const quads = [triple(s, p, node(0)), ...Array.from({ length: 20_000 }, (_, index) => triple(node(index), p, node(index + 1)))]
    const next = new Map(new Parser().parse(turtle.write(quads, options)).map(({ subject, object }) => [subject.value, object.value]))
    let steps = 0
    for (let at = next.get('urn:s'); at !== undefined; at = next.get(at)) steps += 1
    expect([next.size, steps]).toEqual([20_001, 20_001])
  })
})
