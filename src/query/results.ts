/** SPARQL results in the W3C's formats: JSON, XML, CSV, TSV; and CSV for spreadsheets. All are of SPARQL 1.1, so they hold what RDF 1.1 holds. */
import type { Term } from '@rdfjs/types'
import { Problems } from '../formats/problems.ts'
import { isNumeral, nTriplesTerm } from '../formats/terms.ts'
import { checkTerms } from '../formats/valid.ts'
import { xmlAttribute, xmlProblem, xmlText } from '../formats/xml.ts'
import { blankNode } from '../model/claim.ts'
import { prefixes } from '../model/vocabulary.ts'
import type { Answer, Row as AnswerRow } from './answer.ts'

/** Rows, or a yes or no. */
export type Results = Exclude<Answer, { type: 'quads' }>

/** What a row has for each variable, in the order of the variables; nothing for one that is unbound. */
type Row = readonly (Term | undefined)[]

/** A format of rows, and of a yes or no. */
export interface ResultFormat {
  readonly name: string
  readonly mediaType: string
  /** What stands before all rows, and behind them. */
  readonly head: (variables: readonly string[]) => string
  readonly foot: string
  /**
   * Some rows.
   *
   * @param first whether none stands before them
   */
  readonly rows: (variables: readonly string[], rows: readonly Row[], first: boolean) => string
  readonly boolean: (value: boolean) => string
}

/** https://www.w3.org/TR/sparql11-results-json/, a row a line. */
const json: ResultFormat = {
  name: 'json',
  mediaType: 'application/sparql-results+json',
  head: (variables) => `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[`,
  rows: (variables, rows, first) =>
    rows
      .map((row) => JSON.stringify(Object.fromEntries(row.flatMap((term, index) => (term ? [[variables[index]!, jsonTerm(term)]] : [])))))
      .map((row, index) => `${first && index === 0 ? '' : ','}\n${row}`)
      .join(''),
  foot: '\n]}}\n',
  boolean: (value) => `${JSON.stringify({ head: {}, boolean: value })}\n`,
}

/** https://www.w3.org/TR/rdf-sparql-XMLres/ */
const xml: ResultFormat = {
  name: 'xml',
  mediaType: 'application/sparql-results+xml',
  head: (variables) => `${xmlHead(variables.map((name) => `    <variable name="${xmlAttribute(name)}"/>\n`).join(''))}  <results>\n`,
  rows(variables, rows) {
    const problems = new Problems()
    for (const term of rows.flat()) if (term?.termType === 'Literal') problems.add(xmlProblem(term.value))
    problems.throwAny()
    const cell = (term: Term | undefined, index: number): string =>
      term ? `<binding name="${xmlAttribute(variables[index]!)}">${xmlTerm(term)}</binding>` : ''
    return rows.map((row) => `    <result>${row.map(cell).join('')}</result>\n`).join('')
  },
  foot: '  </results>\n</sparql>\n',
  boolean: (value) => `${xmlHead('')}  <boolean>${value}</boolean>\n</sparql>\n`,
}

/** https://www.w3.org/TR/sparql11-results-csv-tsv/, with that format's CRLF. */
const csv: ResultFormat = {
  name: 'csv',
  mediaType: 'text/csv',
  head: (variables) => csvLine(variables),
  rows: (_, rows) => rows.map((row) => csvLine(row.map(csvText))).join(''),
  foot: '',
  boolean: (value) => `${value}\r\n`,
}

const csvText = (term: Term | undefined): string => (!term ? '' : term.termType === 'BlankNode' ? `_:${term.value}` : term.value)

/**
 * CSV for a spreadsheet, which takes a text that begins as a formula does for one and runs it
 * (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe stands before such a text. Numbers are what they are.
 */
const spreadsheet: ResultFormat = {
  ...csv,
  name: 'spreadsheet',
  rows: (_, rows) => rows.map((row) => csvLine(row.map((term) => (isFormula(term) ? `'${csvText(term)}` : csvText(term))))).join(''),
}

const isFormula = (term: Term | undefined): boolean =>
  term?.termType === 'Literal' &&
  /^[=+\-@\t\r\n]/.test(term.value) &&
  (term.language !== '' || isString(term.datatype) || !decimal.test(term.value))

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

function csvLine(cells: readonly string[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${cells.map(cell).join(',')}\r\n`
}

const tsv: ResultFormat = {
  name: 'tsv',
  mediaType: 'text/tab-separated-values',
  head: (variables) => `${variables.map((name) => `?${name}`).join('\t')}\n`,
  rows: (_, rows) => {
    const text = (term: Term | undefined): string =>
      !term ? '' : term.termType === 'Literal' && isNumeral(term) ? term.value : nTriplesTerm(term)
    return rows.map((row) => `${row.map(text).join('\t')}\n`).join('')
  },
  foot: '',
  boolean: (value) => `${value}\n`,
}

/** The W3C's formats, the preferred one first. */
export const resultFormats: readonly ResultFormat[] = [json, xml, csv, tsv]

/**
 * The writers, by name.
 *
 * @throws StemmaError when a term is not well formed or the format cannot hold it
 */
export const results = { json: writer(json), xml: writer(xml), csv: writer(csv), tsv: writer(tsv), spreadsheet: writer(spreadsheet) }

function writer(format: ResultFormat): (answer: Results) => string {
  return (answer) => {
    if (answer.type === 'boolean') return format.boolean(answer.value)
    return format.head(answer.variables) + rowsWriter(format, answer.variables)(answer.rows) + format.foot
  }
}

/**
 * What writes the rows of an answer, some at a time: their terms checked, their blank nodes labelled so that every format takes the
 * labels.
 *
 * @returns throws StemmaError when a term is not well formed or the format cannot hold it
 */
export function rowsWriter(format: ResultFormat, variables: readonly string[]): (rows: readonly AnswerRow[]) => string {
  const labels = new Map<string, Term>()
  let written = 0
  const safe = (term: Term | undefined): Term | undefined => {
    if (term?.termType !== 'BlankNode') return term
    let renamed = labels.get(term.value)
    if (!renamed) labels.set(term.value, (renamed = blankNode(`b${labels.size}`)))
    return renamed
  }
  return (rows) => {
    // A variable may have the name of something that every object inherits.
    const table = rows.map((row) => variables.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)))
    checkTerms(table.flat().filter((term) => term !== undefined))
    const text = format.rows(
      variables,
      table.map((row) => row.map(safe)),
      written === 0,
    )
    written += rows.length
    return text
  }
}

const isString = (datatype: Term): boolean => datatype.value === `${prefixes.xsd}string`

function jsonTerm(term: Term): object {
  if (term.termType !== 'Literal') return { type: term.termType === 'NamedNode' ? 'uri' : 'bnode', value: term.value }
  const { value, language, datatype } = term
  return { type: 'literal', value, ...(language ? { 'xml:lang': language } : isString(datatype) ? {} : { datatype: datatype.value }) }
}

function xmlTerm(term: Term): string {
  if (term.termType === 'NamedNode') return `<uri>${xmlText(term.value)}</uri>`
  if (term.termType !== 'Literal') return `<bnode>${xmlText(term.value)}</bnode>`
  const { value, language, datatype } = term
  const kind = language ? ` xml:lang="${xmlAttribute(language)}"` : isString(datatype) ? '' : ` datatype="${xmlAttribute(datatype.value)}"`
  return `<literal${kind}>${xmlText(value)}</literal>`
}

const xmlHead = (variables: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>\n${variables}  </head>\n`
