/** What is written is read back as the same quads, by readers that are not ours: n3 and jsonld. */
import type { Quad } from '@rdfjs/types'
import fc from 'fast-check'
import jsonldProcessor from 'jsonld'
import { DataFactory, Parser } from 'n3'
import { expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { jsonld } from '../../src/formats/jsonld.ts'
import { nquads } from '../../src/formats/nquads.ts'
import { defaultBase, prefixesFor } from '../../src/model/iri.ts'
import { allProperties, classNames, classOf, prefixes } from '../../src/model/vocabulary.ts'

const { namedNode, literal, quad, defaultGraph, blankNode } = DataFactory
const options = { prefixes: prefixesFor(defaultBase) }

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
const iri = fc.oneof(
  fc.constantFrom(
    ...['bloom', 'opt-6.7b', 'a.', 'x--y', '1', 'a/b', 'a:b', "o'k", 'p(q)', 'ü', '', '%20'].map((id) => `${defaultBase}model/${id}`),
  ),
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
const object = fc.oneof(
  iri.map((value) => namedNode(value)),
  text.map((value) => literal(value)),
  fc.tuple(text, fc.constantFrom('en', 'zh', 'pt-br')).map(([value, language]) => literal(value, language)),
  fc
    .tuple(
      fc.constantFrom('01', '1', '-7', '1.0', '1.', '.5', 'x', 'true', '2022-03', '2022'),
      fc.constantFrom('integer', 'decimal', 'boolean', 'gYear', 'date', 'language', 'double'),
    )
    .map(([value, type]) => literal(value, namedNode(prefixes.xsd + type))),
)
const predicate = fc.constantFrom(
  ...allProperties.map(({ path }) => path),
  `${prefixes.rdf}type`,
  'https://example.org/p',
  'https://example.org/vocab#q.r',
)
const someQuad = (graph: fc.Arbitrary<string>): fc.Arbitrary<Quad> =>
  fc.tuple(iri, predicate, object, graph).map(([s, p, o, g]) => quad(namedNode(s), namedNode(p), o, g ? namedNode(g) : defaultGraph()))
const quadsIn = (named: boolean): fc.Arbitrary<Quad[]> =>
  fc.array(
    someQuad(
      named
        ? fc.oneof(
            fc.constant(''),
            iri.filter((value) => value !== ''),
          )
        : fc.constant(''),
    ),
    { maxLength: 12 },
  )
const canonical = (quads: readonly Quad[]): string => nquads.write(quads, options)

test.each(
  formats.filter(({ name }) => ['turtle', 'trig', 'ntriples', 'nquads'].includes(name)).map((format) => [format.name, format] as const),
)('%s', (_, format) => {
  fc.assert(
    fc.property(quadsIn(format.quads), (quads) => {
      expect(canonical(new Parser({ format: format.mediaType }).parse(format.write(quads, options)))).toBe(canonical(quads))
    }),
    { numRuns: 400 },
  )
})

// The reader rewrites the lexical form of doubles, which no property of ours has; they are left out here.
const noDoubles = quadsIn(true).filter(
  (quads) => !quads.some(({ object }) => object.termType === 'Literal' && object.datatype.value === `${prefixes.xsd}double`),
)

test('JSON-LD, so that the context and the mapping check each other', async () => {
  await fc.assert(
    fc.asyncProperty(noDoubles, async (quads) => {
      const lines = (await jsonldProcessor.toRDF(JSON.parse(jsonld.write(quads, options)) as never, {
        format: 'application/n-quads',
      })) as unknown as string
      expect(canonical(new Parser({ format: 'N-Quads' }).parse(lines))).toBe(canonical(quads))
    }),
    { numRuns: 300 },
  )
})

test('blank nodes keep their triples, nested or shared or in a circle', () => {
  const p = namedNode('https://example.org/p')
  const s = namedNode('https://example.org/s')
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((label) => blankNode(label)) as [
    ReturnType<typeof blankNode>,
    ReturnType<typeof blankNode>,
    ReturnType<typeof blankNode>,
    ReturnType<typeof blankNode>,
  ]
  const turtle = formats.find(({ name }) => name === 'turtle')!
  const quads = [quad(s, p, a), quad(a, p, b), quad(b, p, literal('x')), quad(s, p, c), quad(a, p, c), quad(d, p, d)]
  const text = turtle.write(quads, options)
  expect(new Parser().parse(text)).toHaveLength(quads.length)
  expect(text).toContain('[ <https://example.org/p> [ <https://example.org/p> "x" ] , _:c ]')
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
