/** What is written piece by piece is read back as the quads of the graph, by readers that are not ours: n3 and jsonld. */
import type { Quad, Term } from '@rdfjs/types'
import fc from 'fast-check'
import jsonldProcessor from 'jsonld'
import { DataFactory, Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { nquads } from '../../src/formats/nquads.ts'
import { dump, pieceCount, wholePart, type DumpFormat, type Part } from '../../src/graph/dump/dump.ts'
import { IndexBuilder, indexOf } from '../../src/graph/index/index-builder.ts'
import type { QuadIndex } from '../../src/graph/index/quad-index.ts'
import { contentOf, shardsOf, targetOf } from '../../src/graph/target.ts'
import { defaultBase } from '../../src/model/iri.ts'
import { prefixes } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

const { namedNode, blankNode, literal, quad, defaultGraph } = DataFactory
const { rdf, rdfs, st, xsd } = prefixes
const dct = 'http://purl.org/dc/terms/'

/** Bases under which a prefix is the scheme of an IRI, and an ordinary one. */
const bases = [defaultBase, 'https://example.org/x#', 'st:/', 'model:#']
const names = [
  'urn:a',
  'https://example.org/',
  'https://example.org/#é',
  'st:foo',
  'Model:foo',
  'name:foo',
  `${st}Model`,
  `${defaultBase}//x`,
  `${defaultBase}model/a.`,
]
const ids = ['model/a', 'model/opt-6.7b', 'benchmark/b', 'license/-x', 'document/d']
const literals = [
  ...['', 'a', '"\\ \b\t\n\f\r/', '\u0000\u0001\u001f\u007f\u2028 雀\u{1F426}', '@id', '_:b0', 'model:a'].map((text) => literal(text)),
  ...['en', 'zh', 'pt-br', 'x-private'].flatMap((language) => [literal('a', language), literal('"雀\n', language)]),
  ...['01', '-7', 'x'].map((text) => literal(text, namedNode(`${xsd}integer`))),
  literal('1.50', namedNode(`${xsd}decimal`)),
  literal('true', namedNode(`${xsd}boolean`)),
  literal('2022-03-01', namedNode(`${xsd}date`)),
  literal('2022', namedNode(`${xsd}gYear`)),
  literal('en', namedNode(`${xsd}language`)),
  literal('a', namedNode('https://example.org/type')),
  literal('a', namedNode('st:type')),
]
const predicates = [
  `${rdf}type`,
  `${rdf}object`,
  `${rdfs}label`,
  `${dct}issued`,
  `${dct}created`,
  `${dct}language`,
  ...['trainedOn', 'parameterCount', 'access', 'hubId', 'score'].map((name) => st + name),
  'https://example.org/p',
  'st:foo',
  'name:foo',
].map((iri) => namedNode(iri))

/** Quads under a base; texts and classes come as often as all else, so that several are of one predicate. */
function quadsUnder(base: string, blanks: boolean): fc.Arbitrary<Quad[]> {
  const own = [...names, ...ids.map((id) => base + id)].map((iri) => namedNode(iri))
  const nodes = [...own, ...(blanks ? ['a', 'b', 'x y', ''].map((label) => blankNode(label)) : [])] as Quad['subject'][]
  const subject = fc.constantFrom(...nodes)
  const object = fc.oneof(subject, fc.constantFrom(...literals))
  const graph = fc.oneof(fc.constant(defaultGraph()), fc.constantFrom(...(nodes.slice(0, 3) as Quad['graph'][]), ...nodes.slice(-2)))
  return fc.array(
    fc
      .tuple(subject, fc.constantFrom(...predicates), object, graph)
      .map((terms) => quad(...(terms as [never, never, never, never])) as Quad),
    { maxLength: 30 },
  )
}
const documents = (blanks: boolean): fc.Arbitrary<{ base: string; quads: Quad[] }> =>
  fc.constantFrom(...bases).chain((base) => fc.record({ base: fc.constant(base), quads: quadsUnder(base, blanks) }))

/** So many terms that stand in no quad fill a piece. */
const filling = 9_000

/** A graph whose subjects are in several pieces, some of them empty. */
function scattered(quads: readonly Quad[], base: string): QuadIndex {
  const builder = new IndexBuilder(base)
  for (const [place, one] of quads.entries()) {
    if (place % 10 === 0) for (let term = 0; term < filling; term++) builder.number(literal(`${place} ${term}`))
    builder.addQuads([one])
  }
  return builder.finish()
}

const textOf = (index: QuadIndex, format: DumpFormat, part: Part = wholePart): string =>
  Buffer.concat(Array.from(dump(index, format, part), (piece) => Buffer.from(piece))).toString()
const lines = (quads: readonly Quad[]): string => nquads.write(quads, { prefixes: {} })
const inDefault = (quads: readonly Quad[]): Quad[] => quads.filter(({ graph }) => graph.termType === 'DefaultGraph')

type Read = (text: string) => Quad[] | Promise<Quad[]>
const parser = (format: string): Read => {
  return (text) => new Parser({ format }).parse(text)
}
const readJsonld: Read = async (text) =>
  new Parser({ format: 'N-Quads' }).parse(
    (await jsonldProcessor.toRDF(JSON.parse(text) as never, { format: 'application/n-quads' })) as unknown as string,
  )

/** The formats, how each is read, and whether it has named graphs. */
const formats: readonly (readonly [format: DumpFormat, read: Read, named: boolean])[] = [
  ['ntriples', parser('N-Triples'), false],
  ['nquads', parser('N-Quads'), true],
  ['turtle', parser('Turtle'), false],
  ['trig', parser('TriG'), true],
  ['jsonld-best', readJsonld, false],
  ['jsonld', readJsonld, true],
]

/** Lines that are the same for the same quads whatever the labels of their blank nodes: RDF Dataset Canonicalization, as jsonld does it. */
function canonical(quads: readonly Quad[]): Promise<string> {
  const plain = (term: Term): Term => (term.termType === 'BlankNode' ? blankNode(`x${Buffer.from(term.value).toString('hex')}`) : term)
  const relabelled = quads.map((one) =>
    quad(...([one.subject, one.predicate, one.object, one.graph].map(plain) as [never, never, never, never])),
  )
  const settings = { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' } as const
  return jsonldProcessor.canonize(lines(relabelled) as never, settings as never) as unknown as Promise<string>
}

describe.each(formats)('%s', (format, read, named) => {
  const expected = (quads: readonly Quad[]): readonly Quad[] => (named ? quads : inDefault(quads))

  test('is read back as the same quads, under any base', async () => {
    await fc.assert(
      fc.asyncProperty(documents(false), async ({ base, quads }) => {
        expect(lines(await read(textOf(indexOf(quads, base), format)))).toBe(lines(expected(quads)))
      }),
      { numRuns: 200 },
    )
  })

  test('with blank nodes, as names of graphs too', async () => {
    await fc.assert(
      fc.asyncProperty(documents(true), async ({ base, quads }) => {
        const few = quads.slice(0, 8)
        expect(await canonical(await read(textOf(indexOf(few, base), format)))).toBe(await canonical(expected(few)))
      }),
      { numRuns: 100 },
    )
  })

  test('in several pieces, and in parts that are each a document', async () => {
    await fc.assert(
      fc.asyncProperty(documents(false), fc.integer({ min: 2, max: 5 }), async ({ base, quads }, parts) => {
        const index = scattered(quads, base)
        if (quads.length > 10) expect(pieceCount(index, wholePart)).toBeGreaterThan(2)
        expect(lines(await read(textOf(index, format)))).toBe(lines(expected(quads)))
        const all = await Promise.all(Array.from({ length: parts }, async (_, part) => read(textOf(index, format, { part, parts }))))
        expect(lines(all.flat())).toBe(lines(expected(quads)))
      }),
      { numRuns: 15 },
    )
  })

  test('of an empty graph is a document', async () => {
    expect(await read(textOf(indexOf([], defaultBase), format))).toEqual([])
  })
})

test('TriG and JSON-LD read as a person would write them, many lines each', () => {
  const model = (id: string): ReturnType<typeof namedNode> => namedNode(`${defaultBase}model/${id}`)
  const source = namedNode(`${defaultBase}document/hub`)
  const index = indexOf(
    [
      quad(model('a'), namedNode(`${rdf}type`), namedNode(`${st}Model`)),
      quad(model('a'), namedNode(`${rdf}type`), namedNode(`${st}Model`), source),
      quad(model('a'), namedNode(`${rdfs}label`), literal('A', 'en'), source),
      quad(model('a'), namedNode(`${rdfs}label`), literal('甲', 'zh'), source),
      quad(model('a'), namedNode(`${st}derivedFrom`), model('b'), source),
      quad(model('a'), namedNode(`${st}derivedFrom`), model('c'), source),
      quad(model('b'), namedNode(`${st}parameterCount`), literal('7', namedNode(`${xsd}integer`))),
    ],
    defaultBase,
  )
  expect(textOf(index, 'trig').split('\n').slice(-11)).toEqual([
    '',
    'model:a a st:Model .',
    '',
    'document:hub {',
    '  model:a a st:Model ;',
    '    rdfs:label "A"@en , "甲"@zh ;',
    '    st:derivedFrom model:b , model:c .',
    '}',
    '',
    'model:b st:parameterCount 7 .',
    '',
  ])
  const text = textOf(index, 'jsonld')
  expect(text.slice(text.indexOf('  "@graph"'))).toBe(`  "@graph": [
{"id":"model:a","kind":"Model"},
{"id":"document:hub","@graph":[{"id":"model:a","kind":"Model","name":{"en":"A","zh":"甲"},"derivedFrom":["model:b","model:c"]}]},
{"id":"model:b","parameterCount":"7"}
]
}
`)
  expect(Object.keys((JSON.parse(text) as { '@context': object })['@context'])).toEqual(
    expect.arrayContaining(['@version', 'document', 'model', 'st', 'id', 'kind', 'Model', 'name', 'derivedFrom', 'parameterCount']),
  )
  expect(text).not.toContain('trainedOn')
})

describe('a large graph', () => {
  const small = graphOf('kind: Model\nid: a\nsource: paper\nname: A')
  const large = Object.create(small, { size: { value: 60_000 } }) as typeof small
  const written = (file: string, view?: 'best' | 'store'): string =>
    Buffer.concat([...contentOf(large, { ...targetOf(file), ...(view && { view }) })]).toString()

  test.each([
    ['x.nq', undefined, 'nquads'],
    ['x.nq', 'best', 'ntriples'],
    ['x.trig', undefined, 'trig'],
    ['x.trig', 'best', 'turtle'],
    ['x.jsonld', undefined, 'jsonld'],
    ['x.jsonld', 'best', 'jsonld-best'],
    ['x.ttl', undefined, 'turtle'],
  ] as const)('as %s, view %s', (file, view, format) => {
    expect(written(file, view)).toBe(textOf(small.index, format))
  })

  test('is refused where all of it would have to be in memory', () => {
    expect(() => written('x.rdf')).toThrow(/not written as rdfxml/)
    expect(() => written('x.trig', 'store')).toThrow(/not written as trig, view store/)
    expect(() => shardsOf(targetOf('x.rdf'), 2)).toThrow(/cannot be written in parts/)
    expect(shardsOf(targetOf('x.jsonld.gz'), 2).map(({ file }) => file)).toEqual(['x-1-of-2.jsonld.gz', 'x-2-of-2.jsonld.gz'])
  })
})
