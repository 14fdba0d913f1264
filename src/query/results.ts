/** SPARQL results in the W3C's formats: JSON, XML, CSV, TSV. All are of SPARQL 1.1, so they hold what RDF 1.1 holds. */
import type { Term } from '@rdfjs/types'
import { safeLabels } from '../formats/blank.ts'
import { Problems } from '../formats/problems.ts'
import { isNumeral, nTriplesTerm } from '../formats/terms.ts'
import { checkTerms } from '../formats/valid.ts'
import { xmlAttribute, xmlProblem, xmlText } from '../formats/xml.ts'
import { blankNode } from '../model/claim.ts'
import { prefixes } from '../model/vocabulary.ts'
import type { Answer } from './answer.ts'

/** Rows, or a yes or no. */
export type Results = Exclude<Answer, { type: 'quads' }>

/** What a row has for each variable, in the order of the variables; nothing for one that is unbound. */
type Row = readonly (Term | undefined)[]

/** How a format writes an answer of rows and one of yes or no. */
interface ResultFormat {
  readonly rows: (variables: readonly string[], rows: readonly Row[]) => string
  readonly boolean: (value: boolean) => string
}

const json: ResultFormat = {
  /** https://www.w3.org/TR/sparql11-results-json/ */
  rows(variables, rows) {
    const bindings = rows.map((row) =>
      Object.fromEntries(row.flatMap((term, index) => (term ? [[variables[index]!, jsonTerm(term)]] : []))),
    )
    return `${JSON.stringify({ head: { vars: variables }, results: { bindings } }, null, 2)}\n`
  },
  boolean: (value) => `${JSON.stringify({ head: {}, boolean: value })}\n`,
}

const xml: ResultFormat = {
  /** https://www.w3.org/TR/rdf-sparql-XMLres/ */
  rows(variables, rows) {
    const problems = new Problems()
    for (const term of rows.flat()) if (term?.termType === 'Literal') problems.add(xmlProblem(term.value))
    problems.throwAny()
    const named = (index: number): string => `name="${xmlAttribute(variables[index]!)}"`
    const head = variables.map((_, index) => `    <variable ${named(index)}/>\n`)
    const cell = (term: Term | undefined, index: number): string => (term ? `<binding ${named(index)}>${xmlTerm(term)}</binding>` : '')
    const lines = rows.map((row) => `    <result>${row.map(cell).join('')}</result>\n`)
    return xmlDocument(head.join(''), `  <results>\n${lines.join('')}  </results>\n`)
  },
  boolean: (value) => xmlDocument('', `  <boolean>${value}</boolean>\n`),
}

const csv: ResultFormat = {
  /** https://www.w3.org/TR/sparql11-results-csv-tsv/, with that format's CRLF. */
  rows(variables, rows) {
    const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const text = (term: Term | undefined): string => (!term ? '' : term.termType === 'BlankNode' ? `_:${term.value}` : term.value)
    return [variables, ...rows.map((row) => row.map(text))].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
  },
  boolean: (value) => `${value}\r\n`,
}

const tsv: ResultFormat = {
  rows(variables, rows) {
    const text = (term: Term | undefined): string =>
      !term ? '' : term.termType === 'Literal' && isNumeral(term) ? term.value : nTriplesTerm(term)
    return [variables.map((name) => `?${name}`), ...rows.map((row) => row.map(text))].map((row) => `${row.join('\t')}\n`).join('')
  },
  boolean: (value) => `${value}\n`,
}

/**
 * The writers, by name.
 *
 * @throws StemmaError when a term is not well formed or the format cannot hold it
 */
export const results = { json: writer(json), xml: writer(xml), csv: writer(csv), tsv: writer(tsv) }

function writer({ rows, boolean }: ResultFormat): (answer: Results) => string {
  return (answer) => (answer.type === 'boolean' ? boolean(answer.value) : rows(answer.variables, checkedRows(answer)))
}

/** The rows, their terms checked and their blank nodes labelled so that every format takes the labels. */
function checkedRows({ variables, rows }: Extract<Results, { type: 'bindings' }>): Row[] {
  // A variable may have the name of something that every object inherits.
  const table = rows.map((row) => variables.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)))
  const terms = table.flat().filter((term) => term !== undefined)
  checkTerms(terms)
  const renamed = safeLabels(terms.filter(({ termType }) => termType === 'BlankNode').map(({ value }) => value))
  const safe = (term: Term | undefined): Term | undefined => {
    const label = term?.termType === 'BlankNode' ? renamed.get(term.value) : undefined
    return label === undefined ? term : blankNode(label)
  }
  return renamed.size === 0 ? table : table.map((row) => row.map(safe))
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

const xmlDocument = (head: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>\n${head}  </head>\n${body}</sparql>\n`
