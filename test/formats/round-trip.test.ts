/** What is written is read back as the same quads, by readers that are not ours: n3 and jsonld. */
import type { Quad, Term } from '@rdfjs/types'
import fc from 'fast-check'
import jsonldProcessor from 'jsonld'
import { DataFactory, Parser } from 'n3'
import { expect, test } from 'vitest'
import type { WriteOptions } from '../../src/formats/format.ts'
import { formats } from '../../src/formats/index.ts'
import { jsonld } from '../../src/formats/jsonld.ts'
import { nquads } from '../../src/formats/nquads.ts'
import { defaultBase, prefixesFor } from '../../src/model/iri.ts'
import { allProperties, classNames, classOf, prefixes } from '../../src/model/vocabulary.ts'

const { namedNode, literal, quad, defaultGraph, blankNode } = DataFactory

/** Bases that build accepts, the odd ones included. */
const bases = [
  defaultBase,
  'https://example.org/x#',
  'https://example.org/?q=/',
  'https://example.org/#/',
  'https://example.org/a/../b/',
  'https://example.org/./',
  'https://example.org//',
  'HTTP://EXAMPLE.ORG/',
  'urn:x/',
  'a:/',
  'st:/',
  'model:#',
]

/** Texts with everything that a serialisation must escape; unpaired surrogates are no text. */
const text = fc
  .string({
    unit: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'a',
          'é',
          '中',
          ' ',
          '"',
          '\\',
          '\n',
          '\r',
          '\t',
          "'",
          '<',
          '>',
          '&',
          '{',
          '@',
          '#',
          ';',
          '.',
          '\u0001',
          '\u007f',
          '\u2028',
          '😀',
        ),
      },
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .filter((value) => !/\p{Cs}/u.test(value))
const ids = ['bloom', 'opt-6.7b', 'a.', 'x--y', '1', 'a/b', 'a:b', "o'k", 'p(q)', 'ü', '', '%20', '../x', '//x', '#x', '?x', '@id']
const segments = ['model/', 'benchmark/', 'license/', 'graph/', 'release/', '']
/** What a context may have as a name, and what may follow it when it is the scheme of an IRI. */
const names = [
  ...Object.keys(prefixesFor(defaultBase)),
  ...allProperties.map(({ name }) => name),
  ...classNames,
  'id',
  'kind',
  'benchmarks',
]
const iriUnder = (base: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...segments), fc.constantFrom(...ids)).map(([segment, id]) => base + segment + id) },
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom('foo', '//foo', '/foo', 'a:b', '#x', '?x'))
      .map(([name, rest]) => `${name}:${rest}`),
    fc.constantFrom(
      'https://example.org/',
      'https://example.org/a?b=c&d#e',
      'urn:uuid:0',
      'mailto:a@example.org',
      `${defaultBase}//x`,
      `${prefixes.st}Model`,
      `${prefixes.xsd}integer`,
      'tag:x,2020:中',
    ),
  )
const aLiteral = fc.oneof(
  text.map((value) => literal(value)),
  fc.tuple(text, fc.constantFrom('en', 'zh', 'pt-br', 'x-private')).map(([value, language]) => literal(value, language)),
  fc
    .tuple(
      fc.constantFrom('01', '1', '-7', '+1', '1.0', '1.', '.5', '1e0', '1.E-2', 'x', 'true', '1 ', '2022-03', '2022'),
      fc.constantFrom('integer', 'decimal', 'boolean', 'gYear', 'date', 'language', 'double'),
    )
    .map(([value, type]) => literal(value, namedNode(prefixes.xsd + type))),
)
const predicate = fc.constantFrom(
  ...allProperties.map(({ path }) => path),
  `${prefixes.rdf}type`,
  'https://example.org/p',
  'https://example.org/vocab#q.r',
  'st:foo',
  'name:foo',
)
const label = fc.constantFrom('a', 'b', 'c', 'b0', '1', 'a b', '', 'x . <urn:p>', 'é', 'n3-0')
const blank = label.map((value) => blankNode(value))

/** Quads of a dataset under a base, with blank nodes or without. */
const quadsIn = (named: boolean, base: string, blanks: boolean): fc.Arbitrary<Quad[]> => {
  const node = (weight: number): fc.Arbitrary<Term> =>
    fc.oneof({ weight, arbitrary: iriUnder(base).map((value) => namedNode(value)) }, { weight: blanks ? 2 : 0, arbitrary: blank })
  const graph = named ? fc.oneof(fc.constant(defaultGraph()), node(4)) : fc.constant(defaultGraph())
  const some = fc
    .tuple(node(2), predicate, fc.oneof(node(2), aLiteral), graph)
    .map(([s, p, o, g]) => quad(s as never, namedNode(p), o as never, g as never))
  return fc.array(some, { maxLength: blanks ? 6 : 12 })
}
const documents = (named: boolean, blanks = false): fc.Arbitrary<{ base: string; quads: Quad[] }> =>
  fc.constantFrom(...bases).chain((base) => fc.record({ base: fc.constant(base), quads: quadsIn(named, base, blanks) }))
const optionsFor = (base: string): WriteOptions => ({ prefixes: prefixesFor(base) })
const options = optionsFor(defaultBase)
/** Lines that are the same for the same quads; blank nodes keep their labels, so they must have none. */
const lines = (quads: readonly Quad[]): string => nquads.write(quads, options)
/** The same for blank nodes, whose labels mean nothing: RDF Dataset Canonicalization, which is jsonld's and not ours. */
function canonical(quads: readonly Quad[]): Promise<string> {
  const plain = (term: Term): Term => (term.termType === 'BlankNode' ? blankNode(`x${Buffer.from(term.value).toString('hex')}`) : term)
  const relabelled = quads.map(({ subject, predicate, object, graph }) =>
    quad(plain(subject) as never, predicate as never, plain(object) as never, plain(graph) as never),
  )
  const settings = { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' } as const
  return jsonldProcessor.canonize(lines(relabelled) as never, settings as never) as unknown as Promise<string>
}

const read = (text: string, mediaType: string): Quad[] => new Parser({ format: mediaType }).parse(text)
const readJsonld = async (text: string): Promise<Quad[]> =>
  read((await jsonldProcessor.toRDF(JSON.parse(text) as never, { format: 'application/n-quads' })) as unknown as string, 'N-Quads')

const byParser = formats
  .filter(({ name }) => ['turtle', 'trig', 'ntriples', 'nquads'].includes(name))
  .map((format) => [format.name, format] as const)

test.each(byParser)('%s', (_, format) => {
  fc.assert(
    fc.property(documents(format.quads), ({ base, quads }) => {
      expect(lines(read(format.write(quads, optionsFor(base)), format.mediaType))).toBe(lines(quads))
    }),
    { numRuns: 400 },
  )
})

test.each(byParser)('%s with blank nodes, whatever their labels and the order of the quads', async (_, format) => {
  await fc.assert(
    fc.asyncProperty(documents(format.quads, true), async ({ base, quads }) => {
      const text = format.write(quads, optionsFor(base))
      expect(format.write([...quads].reverse(), optionsFor(base))).toBe(text)
      expect(await canonical(read(text, format.mediaType))).toBe(await canonical(quads))
    }),
    { numRuns: 200 },
  )
})

// The reader rewrites the lexical form of doubles, which no property of ours has; they are left out here.
const noDoubles = (quads: readonly Quad[]): boolean =>
  !quads.some(({ object }) => object.termType === 'Literal' && object.datatype.value === `${prefixes.xsd}double`)

test('JSON-LD under any base, so that the context and the mapping check each other', async () => {
  await fc.assert(
    fc.asyncProperty(documents(true), async ({ base, quads }) => {
      fc.pre(noDoubles(quads))
      expect(lines(await readJsonld(jsonld.write(quads, optionsFor(base))))).toBe(lines(quads))
    }),
    { numRuns: 600 },
  )
})

test('JSON-LD with blank nodes', async () => {
  await fc.assert(
    fc.asyncProperty(documents(true, true), async ({ base, quads }) => {
      fc.pre(noDoubles(quads))
      expect(await canonical(await readJsonld(jsonld.write(quads, optionsFor(base))))).toBe(await canonical(quads))
    }),
    { numRuns: 200 },
  )
})

test('every class and property of the vocabulary is a term of the context, under its own key', () => {
  const context = (
    JSON.parse(
      jsonld.write(
        allProperties.map(({ path }) => quad(namedNode(`${defaultBase}model/x`), namedNode(path), namedNode(`${defaultBase}model/y`))),
        options,
      ),
    ) as { '@context': Record<string, unknown> }
  )['@context']
  expect(allProperties.filter(({ name, kind }) => ['reference', 'iri', 'any', 'date'].includes(kind) && !(name in context))).toEqual([])
  const typed = JSON.parse(
    jsonld.write(
      classNames.map((name) => quad(namedNode(`${defaultBase}model/x`), namedNode(`${prefixes.rdf}type`), namedNode(classOf(name).iri))),
      options,
    ),
  ) as { '@graph': { kind: string[] }[] }
  expect(typed['@graph'][0]!.kind.sort()).toEqual([...classNames].sort())
})
