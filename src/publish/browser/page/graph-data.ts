/** What of an answer a lineage graph can show: things, and the links between them. */
import type { QueryConfig } from '../config.ts'
import type { SentAnswer, SentTerm } from '../protocol.ts'
import { isIri, isLiteral, textOf } from './terms.ts'

export interface Link {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** The columns that things stand in, and the one of the properties between them. */
export interface LinkColumns {
  readonly things: readonly number[]
  readonly property?: number
}

/** In so many rows a column shows what it is. */
const looked = 200
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'

export function linkColumns({ type, variables, rows }: SentAnswer, { terms }: QueryConfig): LinkColumns {
  if (type === 'quads') return { things: [0, 2], property: 1 }
  const properties = new Set(terms.flatMap(({ kind, iri }) => (kind === 'property' ? [iri] : [])))
  const some = rows.slice(0, looked)
  const all = (column: number, test: (term: SentTerm) => boolean): boolean => {
    const cells = some.map((row) => row[column] ?? null).filter((cell) => cell !== null)
    return cells.length > 0 && cells.every(test)
  }
  const iris = variables.map((_, column) => column).filter((column) => all(column, isIri))
  const property = iris.find((column) => all(column, (term) => properties.has(term as string)))
  return { things: iris.filter((column) => column !== property), ...(property !== undefined && { property }) }
}

/** Each link once; of triples those between things, without their types. */
export function linksOf({ type, rows }: SentAnswer, from: number, to: number, property: number | undefined, config: QueryConfig): Link[] {
  const derived = config.terms.find(({ curie }) => curie === 'st:derivedFrom')?.label
  const links = new Map<string, Link>()
  for (const row of rows) {
    const [source, target, by] = [row[from]!, row[to]!, property === undefined ? '' : row[property]!]
    if (!isIri(source) || !isIri(target) || source === target) continue
    if (type === 'quads' && by === 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type') continue
    const label = by === '' ? '' : (config.terms.find(({ iri }) => iri === by)?.label ?? textOf(by, config))
    links.set(`${source} ${target} ${label}`, { from: source, to: target, label })
  }
  // What follows from a link of a kind says nothing more.
  const kinds = new Set([...links.values()].flatMap(({ from, to, label }) => (label === derived ? [] : [`${from} ${to}`])))
  return [...links.values()].filter(({ from, to, label }) => label !== derived || !kinds.has(`${from} ${to}`))
}

/** The names that triples give to things. */
export function labelsIn({ type, rows }: SentAnswer, language: string): Map<string, string> {
  const labels = new Map<string, string>()
  if (type !== 'quads') return labels
  for (const [subject, predicate, object] of rows)
    if (isIri(subject!) && predicate === `${rdfs}label` && isLiteral(object!))
      if (!labels.has(subject) || object.language === language) labels.set(subject, object.value)
  return labels
}
