/** The few terms that random data and queries are made of: few, so that they meet. */
import type { Literal, NamedNode } from '@rdfjs/types'
import { literal, namedNode } from '../../src/model/claim.ts'

const example = 'http://example.org/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const stemma = 'https://w3id.org/stemma#'

/** What stands before each query. */
export const prologue = `PREFIX : <${example}>\nPREFIX xsd: <${xsd}>\nPREFIX st: <${stemma}>\n`
export const prefixes = { '': example, xsd, st: stemma }

const own = (names: string): NamedNode[] => names.split(' ').map((name) => namedNode(example + name))

export const things = own('a b c d e f')
/** In no data. */
export const absent = own('nobody nowhere')
export const graphs = own('g1 g2 g3')
export const absentGraph = namedNode(`${example}g9`)
export const blanks = ['x', 'y', 'z']

/** A few ordinary ones, and those whose paths Stemma answers itself. */
export const predicates = [
  ...own('p q r'),
  ...['derivedFrom', 'fineTunedFrom', 'variantOf', 'trainedOn', 'hasPart'].map((name) => namedNode(stemma + name)),
]

const typed = (type: string, ...texts: string[]): Literal[] => texts.map((text) => literal(text, namedNode(xsd + type)))

/** Literals that are easily taken for one another: a set of data has those of a few families. */
export const families: readonly (readonly Literal[])[] = [
  [...typed('integer', '1', '01', '+1'), ...typed('decimal', '1.0', '1', '1.00'), ...typed('double', '1.0e0', '1', '1.0E0'), literal('1')],
  [...typed('integer', '2', '0', '-1', '10', '9'), ...typed('decimal', '0.5', '2.0', '-1.5'), ...typed('double', '2.0E0', '5.0E-1')],
  [
    ...typed('float', '1', '2.5', '1.0', 'NaN', 'INF'),
    ...typed('double', '2.5E0', 'NaN', '-INF', '-0.0E0', '0.0E0'),
    ...typed('int', '1', '2'),
  ],
  [literal('chat'), literal('chat', 'en'), literal('chat', 'fr'), literal('chat', 'fr-BE'), literal('Chat', 'en'), literal('Chat')],
  [literal(''), literal('', 'en'), literal('a'), literal('b'), literal('ab'), literal('B'), literal('10'), literal('9')],
  [literal('Ünïcödé ☃'), literal('𝒳'), literal('\uFFFD'), literal('é'), literal('e\u0301'), literal('日本', 'ja')],
  [literal('"quoted"'), literal('back\\slash'), literal('two\nlines'), literal('\ttab\r'), literal("it's"), literal('{?a}'), literal('$1')],
  [...typed('boolean', 'true', 'false', '1', '0', 'TRUE'), literal('true')],
  [
    ...typed('dateTime', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00', '2024-01-01T01:00:00+01:00', '2024-01-01T00:00:00.000Z'),
    ...typed('date', '2024-01-01', '2024-01-01Z', '2023-12-31'),
  ],
  [
    ...typed('gYear', '2024', '2023', '2024Z'),
    ...typed('gYearMonth', '2024-01'),
    ...typed('date', '2024-01-01'),
    ...typed('time', '00:00:00'),
  ],
  [
    literal('x', namedNode(`${example}type`)),
    literal('y', namedNode(`${example}type`)),
    literal('x', namedNode(`${example}other`)),
    literal('x'),
    ...typed('anyURI', 'http://example.org/a'),
    ...typed('duration', 'P1Y', 'P12M'),
  ],
]

/** Literals whose text is none of their datatype. */
export const illTyped = [
  ...typed('integer', 'abc', '', '1.5'),
  ...typed('decimal', '1e0'),
  ...typed('dateTime', 'yesterday'),
  ...typed('boolean', 'maybe'),
]
