/** Answers of different engines made comparable: the same text for the same rows or triples, in any order. */

/** A term in SPARQL's JSON results. */
export interface JsonTerm {
  readonly type: string
  readonly value: string
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

/** An answer: rows of terms by variable, where triples are rows of s, p and o and a yes or no is one row. */
export type Rows = readonly Readonly<Record<string, JsonTerm>>[]

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const numeric = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger'].map((name) => xsd + name))

/** Numbers by value, since engines divide with different precision; names of blank nodes mean nothing. */
function text({ type, value, 'xml:lang': language, datatype }: JsonTerm): string {
  if (type === 'uri') return `<${value}>`
  if (type === 'bnode') return '_:'
  if (language) return `"${value}"@${language.toLowerCase()}`
  if (datatype !== undefined && numeric.has(datatype)) return String(Number(Number(value).toPrecision(10)))
  return datatype === undefined || datatype === `${xsd}string` ? `"${value}"` : `"${value}"^^${datatype}`
}

/** The rows of an answer as text, sorted. */
export const rowTexts = (rows: Rows): string[] =>
  rows
    .map((row) =>
      Object.keys(row)
        .sort()
        .map((name) => `${name}=${text(row[name]!)}`)
        .join(' '),
    )
    .sort()

interface RdfTerm {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: { readonly value: string }
}

const types: Readonly<Record<string, string>> = { NamedNode: 'uri', BlankNode: 'bnode', Literal: 'literal' }

/** A term of RDF/JS as SPARQL's JSON results have it. */
export const jsonTerm = ({ termType, value, language, datatype }: RdfTerm): JsonTerm => ({
  type: types[termType]!,
  value,
  ...(language ? { 'xml:lang': language } : datatype && { datatype: datatype.value }),
})

/** A yes or no as a row. */
export const yesOrNo = (value: boolean): Rows => [{ '': { type: 'literal', value: String(value) } }]

/** Triples as rows, each once. */
export function tripleRows(quads: Iterable<{ readonly subject: RdfTerm; readonly predicate: RdfTerm; readonly object: RdfTerm }>): Rows {
  const rows = new Map<string, Readonly<Record<string, JsonTerm>>>()
  for (const { subject, predicate, object } of quads) {
    const row = { s: jsonTerm(subject), p: jsonTerm(predicate), o: jsonTerm(object) }
    rows.set(JSON.stringify(row), row)
  }
  return [...rows.values()]
}

/**
 * Rows without what the specification leaves open or Oxigraph and rdflib are known to do otherwise: the order of what GROUP_CONCAT joins,
 * whether it has a language, and the last zero of a decimal in a text.
 */
export const spelling = (rows: readonly string[]): string =>
  rows
    .map((row) =>
      row
        .replace(/"([^"]*; [^"]*)"/g, (_, joined: string) => `"${joined.split('; ').sort().join('; ')}"`)
        .replace(/"@[\w-]+/g, '"')
        .replace(/(\d)\.0\b/g, '$1'),
    )
    .sort()
    .join('\n')

/** How one answer differs from another; where only in what engines are known to write otherwise, that is no difference. */
export function difference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  if (ours.join('\n') === theirs.join('\n') || spelling(ours) === spelling(theirs)) return undefined
  const only = (some: readonly string[], others: readonly string[]): string => some.find((row) => !others.includes(row)) ?? 'nothing'
  return `${theirs.length} rows; only there: ${only(theirs, ours)}; only here: ${only(ours, theirs)}`
}
