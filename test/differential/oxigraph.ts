/** Oxigraph, an engine that shares no code with Comunica: where both agree, chances are that both are right. */
import type { Literal, Quad, Term } from '@rdfjs/types'
import * as oxigraph from 'oxigraph'
import type { Answer } from '../../src/query/answer.ts'
import { blankNode, literal, namedNode, quad } from '../../src/model/claim.ts'
import { termText } from './terms.ts'

/** What Oxigraph says. It answers at once, and keeps the labels of blank nodes. */
export function askOxigraph(quads: readonly Quad[], sparql: string): Answer {
  const result = new oxigraph.Store(quads.map((each) => oxigraph.fromQuad(each) as oxigraph.Quad)).query(sparql)
  if (typeof result === 'boolean') return { type: 'boolean', value: result }
  // An empty list does not tell of what.
  if (sparql.includes('CONSTRUCT')) return { type: 'quads', quads: (result as oxigraph.Quad[]).map(triple) }
  const rows = (result as Map<string, oxigraph.Term>[]).map((row) => Object.fromEntries([...row].map(([name, term]) => [name, ours(term)])))
  return { type: 'bindings', variables: [...new Set(rows.flatMap(Object.keys))], rows }
}

const triple = ({ subject, predicate, object }: oxigraph.Quad): Quad =>
  quad(ours(subject) as Quad['subject'], ours(predicate) as Quad['predicate'], ours(object) as Quad['object'])

/** Oxigraph's terms live in WebAssembly's memory; a copy does not. */
function ours(term: oxigraph.Term): Term {
  switch (term.termType) {
    case 'NamedNode':
      return namedNode(term.value)
    case 'BlankNode':
      return blankNode(term.value)
    case 'Literal':
      return literal(term.value, term.language || namedNode(term.datatype.value))
    default:
      throw new Error(`no term of RDF 1.1: ${term.toString()}`)
  }
}

const kept = new Map<string, boolean>()

/** Whether Oxigraph keeps a literal as it is written; it stores numbers, booleans and dates as values. */
export function keepsLiteral(term: Literal): boolean {
  const key = termText(term)
  const known = kept.get(key)
  if (known !== undefined) return known
  const subject = namedNode('urn:s')
  const [row] = (askOxigraph([quad(subject, subject, term)], 'SELECT ?o { ?s ?p ?o }') as Extract<Answer, { type: 'bindings' }>).rows
  const same = row?.['o'] !== undefined && termText(row['o']) === key
  kept.set(key, same)
  return same
}
