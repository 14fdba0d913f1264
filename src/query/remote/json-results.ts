/**
 * Reading SPARQL 1.1 results in JSON (https://www.w3.org/TR/sparql11-results-json/). They are parsed whole: the streaming
 * parsers that were tried take what breaks off in the middle for a shorter answer.
 */
import type { Term } from '@rdfjs/types'
import { blankNode, literal, namedNode } from '../../model/claim.ts'
import type { Answer } from '../answer.ts'

type Results = Exclude<Answer, { type: 'quads' }>

/** Why a text is no answer: it ends too early, or is something else. */
export type Malformed = 'cut' | 'malformed'

/** The answer that a text holds. */
export function readResults(text: string): Results | Malformed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return endsEarly((error as Error).message, text) ? 'cut' : 'malformed'
  }
  if (!isObject(value)) return 'malformed'
  if (typeof value['boolean'] === 'boolean') return { type: 'boolean', value: value['boolean'] }
  const { head, results } = value
  if (!isObject(head) || !isObject(results)) return 'malformed'
  const { vars = [] } = head
  const { bindings } = results
  if (!Array.isArray(vars) || !vars.every((name) => typeof name === 'string') || !Array.isArray(bindings)) return 'malformed'
  const rows: Record<string, Term>[] = []
  for (const binding of bindings) {
    const row = isObject(binding) ? rowOf(binding) : undefined
    if (!row) return 'malformed'
    rows.push(row)
  }
  // Virtuoso 7 answers ASK with a row for yes and none for no.
  if (vars.length === 1 && vars[0] === '__ASK_RETVAL') return { type: 'boolean', value: rows.length > 0 }
  return { type: 'bindings', variables: vars, rows }
}

/** Whether it is the end of the text that the parser did not expect. */
function endsEarly(message: string, text: string): boolean {
  const position = /at position (\d+)/.exec(message)?.[1]
  return /end of JSON input|^Unterminated string/.test(message) || Number(position) >= text.length
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Without a prototype, so that a variable such as ?toString has the value that it was given or none. */
function rowOf(binding: Record<string, unknown>): Record<string, Term> | undefined {
  const row = Object.create(null) as Record<string, Term>
  for (const [name, cell] of Object.entries(binding)) {
    const term = isObject(cell) ? termOf(cell) : undefined
    if (!term) return undefined
    row[name] = term
  }
  return row
}

function termOf({ type, value, datatype, 'xml:lang': language }: Record<string, unknown>): Term | undefined {
  if (typeof value !== 'string') return undefined
  if (type === 'uri') return namedNode(value)
  if (type === 'bnode') return blankNode(value)
  // Typed literals had a type of their own before SPARQL 1.1, and Virtuoso still writes it.
  if (type !== 'literal' && type !== 'typed-literal') return undefined
  if (typeof language === 'string' && language !== '') return literal(value, language)
  return typeof datatype === 'string' ? literal(value, namedNode(datatype)) : literal(value)
}
