/** SPARQL results: each format holds the row that was found, or says that it cannot. */
import type { Term } from '@rdfjs/types'
import { DataFactory } from 'rdf-data-factory'
import { describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { prefixes } from '../../src/model/vocabulary.ts'
import { ask } from '../../src/query/engine.ts'
import { results, type Results } from '../../src/query/results.ts'
import { graphOf } from '../graph-of.ts'

const factory = new DataFactory()
const iri = (value: string): Term => factory.namedNode(value)
const text = (value: string, language?: string): Term => factory.literal(value, language)
const typed = (value: string, type: string): Term =>
  factory.literal(value, factory.namedNode(type.includes(':') ? type : prefixes.xsd + type))
const blank = (label: string): Term => factory.blankNode(label)
const one = (term: Term): Results => ({ type: 'bindings', variables: ['x'], rows: [{ x: term }] })
const names = Object.keys(results) as (keyof typeof results)[]

function problemsOf(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof StemmaError) return error.problems.map(({ code, message }) => `${message} [${code}]`)
    throw error
  }
  return []
}

describe('unbound variables with the names of what every object has', () => {
  const answer = async (): Promise<Results> => {
    const graph = graphOf('{ id: m, source: paper, name: M }')
    const found = await ask(graph, 'SELECT ?m ?constructor ?__proto__ ?toString { BIND(1 AS ?m) }')
    if (found.type === 'quads') throw new Error('rows expected')
    return found
  }

  test.each([
    ['csv', 'm,constructor,__proto__,toString\r\n1,,,\r\n'],
    ['tsv', '?m\t?constructor\t?__proto__\t?toString\n1\t\t\t\n'],
  ] as const)('%s', async (name, expected) => {
    expect(results[name](await answer())).toBe(expected)
  })
  test('json', async () => {
    expect((JSON.parse(results.json(await answer())) as { results: unknown }).results).toEqual({
      bindings: [{ m: { type: 'literal', value: '1', datatype: `${prefixes.xsd}integer` } }],
    })
  })
  test('xml', async () => {
    expect(results.xml(await answer()).match(/<binding name="[^"]*"/g)).toEqual(['<binding name="m"'])
  })
})

test.each([
  ['csv', '__proto__\r\nx\r\n'],
  ['tsv', '?__proto__\n"x"\n'],
  ['json', '{"head":{"vars":["__proto__"]},"results":{"bindings":[\n{"__proto__":{"type":"literal","value":"x"}}\n]}}\n'],
] as const)('a variable named __proto__ keeps its value in %s', async (name, expected) => {
  const found = await ask(graphOf('{ id: m, source: paper, name: M }'), 'SELECT ?__proto__ { BIND("x" AS ?__proto__) }')
  expect(results[name](found as Results)).toBe(expected)
})

test.each<[string, string, string]>([
  ['7', 'integer', '7'],
  ['-07', 'integer', '-07'],
  ['abc', 'integer', `"abc"^^<${prefixes.xsd}integer>`],
  ['7.0', 'integer', `"7.0"^^<${prefixes.xsd}integer>`],
  ['5', 'decimal', `"5"^^<${prefixes.xsd}decimal>`],
  ['5.0', 'decimal', '5.0'],
  ['5.', 'decimal', `"5."^^<${prefixes.xsd}decimal>`],
  ['1', 'double', `"1"^^<${prefixes.xsd}double>`],
  ['1.5', 'double', `"1.5"^^<${prefixes.xsd}double>`],
  ['1.5E0', 'double', '1.5E0'],
  ['INF', 'double', `"INF"^^<${prefixes.xsd}double>`],
  ['7', 'int', `"7"^^<${prefixes.xsd}int>`],
  ['true', 'boolean', `"true"^^<${prefixes.xsd}boolean>`],
  ['7', 'string', '"7"'],
  ['1\n2', 'integer', `"1\\n2"^^<${prefixes.xsd}integer>`],
])('"%s" of xsd:%s in TSV is %s', (value, type, expected) => {
  expect(results.tsv(one(typed(value, type)))).toBe(`?x\n${expected}\n`)
})

describe('hostile 23: a text that begins as a formula does', () => {
  const values = ['=1+2', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("x","y")', 'a=b']
  const answer: Results = {
    type: 'bindings',
    variables: ['x'],
    rows: [...values.map((value) => text(value)), ...['-5', '+5', '-1.5E3', '-INF'].map((value) => typed(value, 'double'))].map((x) => ({
      x,
    })),
  }

  test('is exact in CSV', () => {
    expect(results.csv(answer)).toBe(
      'x\r\n=1+2\r\n+1\r\n-1\r\n@SUM(A1)\r\n\t=1\r\n"\r=1"\r\n"\n=1"\r\n"=HYPERLINK(""x"",""y"")"\r\na=b\r\n-5\r\n+5\r\n-1.5E3\r\n-INF\r\n',
    )
  })

  test('is a text for a spreadsheet, where numbers are exact', () => {
    expect(results.spreadsheet(answer)).toBe(
      `x\r\n'=1+2\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n'\t=1\r\n"'\r=1"\r\n"'\n=1"\r\n"'=HYPERLINK(""x"",""y"")"\r\na=b\r\n-5\r\n+5\r\n-1.5E3\r\n'-INF\r\n`,
    )
  })
})

test('a row of every sort of term in XML, whole', () => {
  const variables = ['iri', 'label', 'tagged', 'typed', 'node', 'none']
  const row = {
    iri: iri("urn:x?a&b='c'"),
    label: text('<"&>\r\n\t'),
    tagged: text('x', 'en-gb'),
    typed: typed('x', "urn:t?a&b='c'"),
    node: blank('a b'),
  }
  expect(results.xml({ type: 'bindings', variables, rows: [row] })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head>
${variables.map((name) => `    <variable name="${name}"/>\n`).join('')}  </head>
  <results>
    <result><binding name="iri"><uri>urn:x?a&amp;b='c'</uri></binding><binding name="label"><literal>&lt;"&amp;&gt;&#13;
\t</literal></binding><binding name="tagged"><literal xml:lang="en-gb">x</literal></binding><binding name="typed"><literal datatype="urn:t?a&amp;b='c'">x</literal></binding><binding name="node"><bnode>b0</bnode></binding></result>
  </results>
</sparql>
`)
})

test('XML refuses the characters that it cannot hold, which the others can', () => {
  const answer: Results = {
    type: 'bindings',
    variables: ['x'],
    rows: ['a\u0001b', 'fine', '\u0000', 'a\u0001b'].map((value) => ({ x: text(value) })),
  }
  expect(problemsOf(() => results.xml(answer))).toEqual([
    'XML cannot hold U+0001, which "a\\u{1}b" has [no-xml-text]',
    'XML cannot hold U+0000, which "\\u{0}" has [no-xml-text]',
  ])
  expect(results.tsv(answer)).toBe('?x\n"a\\u0001b"\n"fine"\n"\\u0000"\n"a\\u0001b"\n')
})

describe.each(names)('%s refuses', (name) => {
  const [s, p, o] = ['urn:s', 'urn:p', 'urn:o'].map((value) => factory.namedNode(value)) as [never, never, never]

  test.each<[string, Term, string]>([
    ['a triple term', factory.quad(s, p, o), 'in RDF 1.1 a triple term cannot be a value [no-rdf-1.1-term]'],
    [
      'a direction',
      factory.literal('x', { language: 'en', direction: 'ltr' }),
      'in RDF 1.1 a text cannot have a direction, as "x" has [no-rdf-1.1-term]',
    ],
    ['an IRI that is none', iri('urn:a> <b'), '"urn:a> <b" is not an IRI [bad-iri-term]'],
    ['a language that is none', text('x', 'en\t?y'), '"en\\t?y" is not a language tag [bad-language-tag]'],
    ['a datatype that is none', typed('x', 'a:b c'), '"a:b c" is not an IRI [bad-iri-term]'],
  ])('%s', (_, term, message) => {
    expect(problemsOf(() => results[name](one(term)))).toEqual([message])
  })
})

test.each([
  ['json', /"value":"([^"]*)"/g],
  ['xml', /<bnode>([^<]*)</g],
  ['csv', /^_:(.*)\r$/gm],
  ['tsv', /^_:(.*)$/gm],
] as const)('blank nodes have labels in %s that can be read, each its own', (name, pattern) => {
  const labels = ['a b', 'b0', 'x\ty', 'ok', 'a b', '1']
  const answer: Results = { type: 'bindings', variables: ['x'], rows: labels.map((label) => ({ x: blank(label) })) }
  expect([...results[name](answer).matchAll(pattern)].map(([, label]) => label)).toEqual(['b0', 'b1', 'b2', 'b3', 'b0', 'b4'])
})

test.each([
  ['json', '{"head":{},"boolean":true}\n'],
  [
    'xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>\n  </head>\n  <boolean>true</boolean>\n</sparql>\n',
  ],
  ['csv', 'true\r\n'],
  ['spreadsheet', 'true\r\n'],
  ['tsv', 'true\n'],
] as const)('yes in %s', (name, expected) => {
  expect(results[name]({ type: 'boolean', value: true })).toBe(expected)
})
