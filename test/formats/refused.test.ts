/** What no writer lets through: terms that would break out of a serialisation, and what RDF 1.1 does not have. */
import type { Quad } from '@rdfjs/types'
import fc from 'fast-check'
import jsonldProcessor from 'jsonld'
import { Parser } from 'n3'
import { DataFactory } from 'rdf-data-factory'
import { describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { formatOf, formats } from '../../src/formats/index.ts'
import { defaultBase, isIri, prefixesFor } from '../../src/model/iri.ts'

// The terms are those of the query engine, which takes any text as it is.
const factory = new DataFactory()
const namedNode = (iri: string) => factory.namedNode(iri)
const literal = (...args: Parameters<typeof factory.literal>) => factory.literal(...args)
const blankNode = (label: string) => factory.blankNode(label)
const quad = (...args: Parameters<typeof factory.quad>) => factory.quad(...args)
const options = { prefixes: prefixesFor(defaultBase) }
const all = formats.map((format) => [format.name, format] as const)
const s = namedNode('urn:s')
const p = namedNode('urn:p')
const o = namedNode('urn:o')
const triple = (subject: unknown, predicate: unknown = p, object: unknown = o): Quad =>
  quad(subject as never, predicate as never, object as never)

function problemsOf(run: () => unknown): [code: string, message: string][] {
  try {
    run()
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    expect(error.failure).toBe('input')
    expect(error.problems.every(({ hint }) => hint)).toBe(true)
    return error.problems.map(({ code, message }) => [code, message])
  }
  return []
}

describe.each(all)('%s refuses', (_, format) => {
  test.each<[string, Quad, string, string]>([
    [
      'an IRI that ends a statement',
      triple(s, p, namedNode('urn:a> . <urn:c> <urn:d> <urn:e')),
      'bad-iri-term',
      '"urn:a> . <urn:c> <urn:d> <urn:e" is not an IRI',
    ],
    ['a relative IRI', triple(namedNode('x')), 'bad-iri-term', '"x" is not an IRI'],
    ['an empty IRI', triple(s, namedNode('')), 'bad-iri-term', '"" is not an IRI'],
    ['a datatype that is no IRI', triple(s, p, literal('x', namedNode('a b'))), 'bad-iri-term', '"a b" is not an IRI'],
    [
      'a language that ends a statement',
      triple(s, p, literal('x', 'en . <urn:c> <urn:d> <urn:e>')),
      'bad-language-tag',
      '"en . <urn:c> <urn:d> <urn:e>" is not a language tag',
    ],
    ['a language with a line break', triple(s, p, literal('x', 'en\n')), 'bad-language-tag', '"en\\n" is not a language tag'],
    ['half a character', triple(s, p, literal('x\ud800')), 'bad-text', 'the text "x\ud800" holds half a character (an unpaired surrogate)'],
    ['a literal as subject', triple(literal('x')), 'no-rdf-1.1-term', 'in RDF 1.1 a literal cannot be a subject'],
    ['a blank node as predicate', triple(s, blankNode('b')), 'no-rdf-1.1-term', 'in RDF 1.1 a blank node cannot be a predicate'],
    ['a variable', triple(s, p, factory.variable('x')), 'no-rdf-1.1-term', 'in RDF 1.1 a variable cannot be an object'],
    ['a triple term', triple(s, p, triple(s)), 'no-rdf-1.1-term', 'in RDF 1.1 a triple term cannot be an object'],
    [
      'a direction',
      triple(s, p, literal('x', { language: 'en', direction: 'ltr' } as never)),
      'no-rdf-1.1-term',
      'in RDF 1.1 a text cannot have a direction, as "x" has',
    ],
    [
      'a text of a language that has none',
      triple(s, p, literal('x', namedNode(`${options.prefixes['rdf']!}langString`))),
      'no-rdf-1.1-term',
      'in RDF 1.1 "x" needs a language tag by its datatype',
    ],
  ])('%s', (__, bad, code, message) => {
    expect(problemsOf(() => format.write([triple(s), bad], options))).toEqual([[code, message]])
  })

  test('all that is wrong at once, each thing once, ten at most', () => {
    const two = [triple(namedNode('x')), triple(namedNode('x'), p, literal('x', 'e n'))]
    expect(problemsOf(() => format.write(two, options)).map(([code]) => code)).toEqual(['bad-iri-term', 'bad-language-tag'])
    const many = Array.from({ length: 50 }, (__, index) => triple(namedNode(`x${index}`)))
    expect(problemsOf(() => format.write(many, options)).map(([, message]) => message)).toEqual(
      Array.from({ length: 10 }, (__, index) => `"x${index}" is not an IRI`),
    )
  })

  test.each([
    ['a b', 'urn:x:'],
    ['', 'urn:x:'],
    ['x:y', 'urn:x:'],
    ['@base', 'urn:x:'],
    ['ex', 'x'],
    ['ex', 'urn:x> .'],
  ])('the prefix "%s" for "%s"', (prefix, namespace) => {
    const problems = problemsOf(() => format.write([triple(s)], { prefixes: { [prefix]: namespace } }))
    expect(problems).toEqual([['bad-prefix', `"${prefix}" for "${namespace}" cannot be declared as a prefix`]])
  })
})

/** Texts that are likely to break out, and any other. */
const anything = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      'a',
      ':',
      '/',
      '#',
      ' ',
      '>',
      '<',
      '"',
      '\\',
      '\n',
      '.',
      '-',
      '@',
      '^',
      '_',
      '{',
      '}',
      '\ud800',
      '\u202e',
      'é',
      '1',
    ),
  }),
  fc.string({ unit: 'binary' }),
)
const injected = fc.oneof(
  fc
    .tuple(fc.constantFrom('', 'urn:', 'https://example.org/'), anything)
    .map(([start, end]) => triple(namedNode(start + end), namedNode(start + end), namedNode(start + end))),
  anything.map((tag) => triple(s, p, literal('x', `en${tag}`))),
  anything.map((text) => triple(s, p, literal(text))),
  anything.map((iri) => triple(s, p, literal('x', namedNode(`urn:${iri}`)))),
  anything.map((label) => triple(s, p, blankNode(`a${label}`))),
)

/** Whether the one triple that was read is the one that was written, labels of blank nodes apart. */
function expectSame(read: readonly Quad[], written: Quad): void {
  expect(read).toHaveLength(1)
  const plain = ({ subject, predicate, object }: Quad): unknown => [
    subject.value,
    predicate.value,
    object.termType,
    object.termType === 'BlankNode' ? '' : object.value,
    // Readers may write tags in lower case.
    ...(object.termType === 'Literal' ? [object.language.toLowerCase(), object.datatype.value] : []),
  ]
  expect(plain(read[0]!)).toEqual(plain(written))
}

describe('whatever the terms, one triple is refused, or read back as that triple', () => {
  test.each(['turtle', 'trig', 'ntriples', 'nquads'])('%s', (name) => {
    const format = formatOf(name)
    let written = 0
    fc.assert(
      fc.property(injected, (bad) => {
        if (problemsOf(() => format.write([bad], options)).length > 0) return
        written += 1
        expectSame(new Parser({ format: format.mediaType }).parse(format.write([bad], options)), bad)
      }),
      { numRuns: 2_000 },
    )
    expect(written).toBeGreaterThan(200)
  })

  test('jsonld', async () => {
    await fc.assert(
      fc.asyncProperty(injected, async (bad) => {
        const format = formatOf('jsonld')
        if (problemsOf(() => format.write([bad], options)).length > 0) return
        const lines = (await jsonldProcessor.toRDF(JSON.parse(format.write([bad], options)) as never, {
          format: 'application/n-quads',
        })) as unknown as string
        expectSame(new Parser({ format: 'N-Quads' }).parse(lines), bad)
      }),
      { numRuns: 1_000 },
    )
  })

  test('an IRI passes exactly when isIri says so', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const iri = `urn:${text}`
        expect(problemsOf(() => formatOf('ntriples').write([triple(namedNode(iri))], options)).length === 0).toBe(isIri(iri))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('labels of blank nodes', () => {
  test('are written as they are where every format takes them, and as b0, b1, … where not', () => {
    const labels = ['x <urn:p> <urn:o> . _:y', '1', 'é', 'b1', 'ok_1', 'a-b']
    const quads = labels.map((label) => triple(blankNode(label)))
    expect(formatOf('ntriples').write(quads, options)).toBe(
      ['b0', 'b1', 'b2', 'b3', 'b4', 'ok_1'].map((label) => `_:${label} <urn:p> <urn:o> .\n`).join(''),
    )
    expect(formatOf('ntriples').write([...quads].reverse(), options)).toBe(formatOf('ntriples').write(quads, options))
  })

  test('stay one node in every place of a document', () => {
    const node = blankNode('a b')
    expect(formatOf('nquads').write([quad(node as never, p, node as never, node as never)], options)).toBe('_:b0 <urn:p> _:b0 _:b0 .\n')
    expect(formatOf('rdfxml').write([triple(node, p, node)], options)).toContain(
      '<rdf:Description rdf:nodeID="b0">\n    <ns1:p rdf:nodeID="b0"/>',
    )
  })
})

test('a quad in a graph that is not written is not looked at', () => {
  const elsewhere = quad(namedNode('x'), p, o, namedNode('urn:g'))
  expect(formatOf('ntriples').write([triple(s), elsewhere], options)).toBe('<urn:s> <urn:p> <urn:o> .\n')
})

test.each([
  ['csv', 'triples cannot be written as "csv"', 'one of: turtle, trig, ntriples, nquads, jsonld, rdfxml'],
  ['turtel', 'triples cannot be written as "turtel"', 'did you mean "turtle"?'],
  ['__proto__', 'triples cannot be written as "__proto__"', 'one of: turtle, trig, ntriples, nquads, jsonld, rdfxml'],
])('the format %s', (name, message, hint) => {
  expect(() => formatOf(name)).toThrow(expect.objectContaining({ failure: 'usage', problems: [{ code: 'unknown-format', message, hint }] }))
})
