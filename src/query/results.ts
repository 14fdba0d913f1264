/** SPARQL results in the W3C's formats: JSON, XML, CSV, TSV. */
import type { Term } from '@rdfjs/types'
import { nTriplesTerm } from '../formats/terms.ts'
import type { Answer } from './answer.ts'

/** Rows, or a yes or no. */
export type Results = Exclude<Answer, { type: 'quads' }>

const xsdString = 'http://www.w3.org/2001/XMLSchema#string'

/** The writers, by name. */
export const results = { json, xml, csv, tsv } satisfies Record<string, (answer: Results) => string>

/** https://www.w3.org/TR/sparql11-results-json/ */
function json(answer: Results): string {
  if (answer.type === 'boolean') return `${JSON.stringify({ head: {}, boolean: answer.value })}\n`
  const term = (value: Term): object => {
    if (value.termType === 'NamedNode') return { type: 'uri', value: value.value }
    if (value.termType !== 'Literal') return { type: 'bnode', value: value.value }
    return {
      type: 'literal',
      value: value.value,
      ...(value.language ? { 'xml:lang': value.language } : value.datatype.value === xsdString ? {} : { datatype: value.datatype.value }),
    }
  }
  const bindings = answer.rows.map((row) =>
    Object.fromEntries(answer.variables.flatMap((name) => (row[name] ? [[name, term(row[name])]] : []))),
  )
  return `${JSON.stringify({ head: { vars: answer.variables }, results: { bindings } }, null, 2)}\n`
}

/** https://www.w3.org/TR/rdf-sparql-XMLres/ */
function xml(answer: Results): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
  const escape = (text: string): string => text.replace(/[&<>"\r]/g, (character) => names[character]!)
  const term = (value: Term): string => {
    if (value.termType === 'NamedNode') return `<uri>${escape(value.value)}</uri>`
    if (value.termType !== 'Literal') return `<bnode>${escape(value.value)}</bnode>`
    const kind = value.language
      ? ` xml:lang="${escape(value.language)}"`
      : value.datatype.value === xsdString
        ? ''
        : ` datatype="${escape(value.datatype.value)}"`
    return `<literal${kind}>${escape(value.value)}</literal>`
  }
  const head = answer.type === 'boolean' ? '' : answer.variables.map((name) => `    <variable name="${escape(name)}"/>\n`).join('')
  const rows =
    answer.type === 'boolean'
      ? `  <boolean>${answer.value}</boolean>\n`
      : `  <results>\n${answer.rows.map((row) => `    <result>${answer.variables.map((name) => (row[name] ? `<binding name="${escape(name)}">${term(row[name])}</binding>` : '')).join('')}</result>\n`).join('')}  </results>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head>\n${head}  </head>\n${rows}</sparql>\n`
}

/** https://www.w3.org/TR/sparql11-results-csv-tsv/, with that format's CRLF. */
function csv(answer: Results): string {
  if (answer.type === 'boolean') return `${answer.value}\r\n`
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const term = (value: Term | undefined): string => (!value ? '' : cell(value.termType === 'BlankNode' ? `_:${value.value}` : value.value))
  return [answer.variables.map(cell), ...answer.rows.map((row) => answer.variables.map((name) => term(row[name])))]
    .map((row) => `${row.join(',')}\r\n`)
    .join('')
}

function tsv(answer: Results): string {
  if (answer.type === 'boolean') return `${answer.value}\n`
  const bare = new Set(['integer', 'decimal', 'double'].map((name) => `http://www.w3.org/2001/XMLSchema#${name}`))
  const term = (value: Term | undefined): string =>
    !value ? '' : value.termType === 'Literal' && bare.has(value.datatype.value) ? value.value : nTriplesTerm(value)
  return [answer.variables.map((name) => `?${name}`), ...answer.rows.map((row) => answer.variables.map((name) => term(row[name])))]
    .map((row) => `${row.join('\t')}\n`)
    .join('')
}
