/** Literals that engines compare and reckon with differently. */
import type { Literal, Term } from '@rdfjs/types'
import { has, termsIn, type Node, type Question } from '../algebra.ts'
import { keepsLiteral } from '../oxigraph.ts'
import { prefixes } from '../vocabulary.ts'
import type { KnownDifference } from './difference.ts'

export const literalDifferences: readonly KnownDifference[] = [
  {
    name: 'literals by value',
    right: 'Comunica',
    reason: 'A literal is its text and its datatype (RDF 1.1 Concepts, 3.3). Oxigraph keeps the value of some and gives back another text.',
    data: ':a :p "01"^^xsd:integer .',
    query: 'SELECT ?o { ?s :p ?o }',
    applies: (question) => literalsOf(question).some((term) => !keepsLiteral(term)),
  },
  {
    name: 'whether two literals of different types are equal',
    right: 'both',
    reason: 'They are not known to be equal, which is an error; an engine may know more (17.4.1.7, 17.3.1).',
    data: '',
    query: 'SELECT ("one" = 1 AS ?same) {}',
    applies: (question) => comparesLiterals(question, '=', '!=', 'in', 'notin') && (kindsOf(question).size > 1 || makesLiterals(question)),
  },
  {
    name: 'the order of what has no order',
    right: 'both',
    reason: 'Only numbers, texts, booleans and dateTimes have one; an engine may know more (17.3, 17.3.1).',
    data: '',
    query: 'SELECT (:a <= :a AS ?less) {}',
    applies: (question) =>
      question.nodes.some(({ operator, args }) => orders.includes(String(operator)) && !isOrdered(args as Node[], question)),
  },
  {
    name: 'the text of a number that was reckoned',
    right: 'both',
    reason: 'XML Schema 1.0 writes the decimal one as 1.0, XML Schema 1.1 as 1; which one it has to be is left open (17.3).',
    data: '',
    query: 'SELECT (STR(0.5 + 0.5) AS ?text) {}',
    applies: (question) => operators(question, 'str', 'sameterm') && reckons(question),
  },
  {
    name: 'a decimal divided by nought',
    right: 'Oxigraph',
    reason:
      'Only floats and doubles have an infinity; for others it is an error (17.3, XPath and XQuery Functions, 6.2.4). Comunica makes a decimal that is none.',
    data: '',
    query: 'SELECT (1.0 / 0 AS ?ratio) {}',
    applies: (question) => operators(question, '/'),
  },
  {
    name: 'the order of texts',
    right: 'Oxigraph',
    reason: 'Texts are ordered by code points (17.3). Comunica orders them as a dictionary does.',
    data: '',
    query: 'SELECT ("a" < "B" AS ?less) {}',
    applies: (question) =>
      (operators(question, ...orders) || question.nodes.some(({ aggregator }) => ['min', 'max'].includes(String(aggregator)))) &&
      (kindsOf(question).has(`${prefixes.xsd}string`) || makesLiterals(question)),
  },
  {
    name: 'times without a timezone',
    right: 'both',
    reason: 'They are in the timezone of the one who reads them, which is left open (17.3, XPath and XQuery Functions, 10.4).',
    data: '',
    query: 'SELECT ("2024-01-01T00:00:00"^^xsd:dateTime = "2024-01-01T00:00:00Z"^^xsd:dateTime AS ?same) {}',
    applies: (question) => operators(question, ...comparisons) && [true, false].every((zoned) => literalsOf(question).some(isTime(zoned))),
  },
  {
    name: 'what an ill-typed literal is',
    right: 'Oxigraph',
    reason: 'It is a literal and has a datatype and no language, whatever its text is (17.4.2). In Comunica that is an error.',
    data: ':a :p "many"^^xsd:integer .',
    query: 'SELECT (LANG(?o) AS ?language) (DATATYPE(?o) AS ?type) { ?s :p ?o }',
    applies: (question) =>
      operators(question, 'lang', 'datatype', 'langmatches', 'isnumeric') && literalsOf(question).some((term) => isIllTyped(term)),
  },
  {
    name: 'what an ill-typed number is worth',
    right: 'Oxigraph',
    reason: 'It is false as a condition and an error elsewhere (17.2.2, 17.3). Comunica reads it as far as it is a number.',
    data: '',
    query: 'SELECT ("1.5"^^xsd:integer + 1 AS ?sum) {}',
    applies: (question) =>
      (has(question, 'filter') || has(question, 'expression')) && literalsOf(question).some((term) => isIllTyped(term)),
  },
]

const comparisons = ['=', '!=', '<', '<=', '>', '>=', 'in', 'notin']
const orders = ['<', '<=', '>', '>=']
const ordered = ['number', ...['string', 'boolean', 'dateTime', 'date'].map((type) => prefixes.xsd + type)]

const operators = ({ nodes }: Question, ...names: string[]): boolean =>
  nodes.some(({ subType, operator }) => subType === 'operator' && names.includes(String(operator)))

/** Whether values are made that are in neither the data nor the query. */
const makesLiterals = (question: Question): boolean => operators(question, 'str', 'lang', 'ucase', 'lcase', 'strlen') || reckons(question)

const reckons = (question: Question): boolean =>
  operators(question, '+', '-', '*', '/', 'abs') || question.nodes.some(({ subType }) => subType === 'aggregate')

/** Whether there is a comparison of which no side is known to be something else than any literal. */
const comparesLiterals = ({ nodes }: Question, ...names: string[]): boolean =>
  nodes.some(({ operator, args }) => names.includes(String(operator)) && !(args as Node[]).some(isPlain))

/** What is an IRI for certain is compared in the same way by all. */
const isPlain = ({ subType, term, operator }: Node): boolean =>
  subType === 'term' ? (term as Term).termType === 'NamedNode' : operator === 'datatype'

/** Whether one of two operands is a number or the like, and nothing is around that it might be compared with in different ways. */
const isOrdered = (operands: readonly Node[], question: Question): boolean =>
  operands.some(({ subType, term }) => subType === 'term' && (term as Term).termType === 'Literal') &&
  [...kindsOf(question)].every((kind) => ordered.includes(kind))

/** All literals of the data and the query. */
const literalsOf = ({ quads, nodes }: Question): Literal[] =>
  [...quads.map(({ object }): Term => object), ...termsIn(nodes[0])].filter((term) => term.termType === 'Literal')

/** The kinds of literals that cannot be compared with one another. */
export const kindsOf = (question: Question): ReadonlySet<string> => new Set(literalsOf(question).map(kindOf))

function kindOf(literal: Literal): string {
  if (isIllTyped(literal)) return 'ill-typed'
  return /#(integer|decimal|double|float|int)$/.test(literal.datatype.value) ? 'number' : literal.datatype.value
}

const isTime =
  (zoned: boolean) =>
  ({ value, datatype }: Literal): boolean =>
    /#(dateTime|date|time|gYear\w*)$/.test(datatype.value) && /(Z|[+-]\d\d:\d\d)$/.test(value) === zoned

const whole = /^[+-]?\d+$/
const real = /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|NaN|[+-]?INF)$/
const lexical: Readonly<Record<string, RegExp>> = {
  integer: whole,
  int: whole,
  decimal: /^[+-]?(\d+\.?\d*|\.\d+)$/,
  double: real,
  float: real,
  boolean: /^(true|false|0|1)$/,
  dateTime: /^\d{4}-.*T/,
}

/** Whether a literal's text is none of its datatype. */
function isIllTyped({ value, datatype }: Literal): boolean {
  if (!datatype.value.startsWith(prefixes.xsd)) return false
  const form = lexical[datatype.value.slice(prefixes.xsd.length)]
  return form !== undefined && !form.test(value)
}
