/** The answers that the W3C's tests expect, in whatever form they are written. */
import { Readable } from 'node:stream'
import type { Quad, Term } from '@rdfjs/types'
import { Parser, Store } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { SparqlJsonParser } from 'sparqljson-parse'
import { SparqlXmlParser } from 'sparqlxml-parse'
import { namedNode } from '../../src/model/claim.ts'
import type { Answer } from '../../src/query/answer.ts'
import { base, fileText } from './manifest.ts'

type Row = Readonly<Record<string, Term>>

/** An answer, or rows of texts without types, which is all that CSV has. */
export type Expected = Answer | { readonly type: 'texts'; readonly rows: readonly Readonly<Record<string, string>>[] }

/** Turtle, N-Triples or RDF/XML. */
export async function readGraph(path: string): Promise<Quad[]> {
  const text = fileText(path)
  if (!path.endsWith('.rdf')) return new Parser({ baseIRI: base + path }).parse(text)
  const quads = new RdfXmlParser({ baseIRI: base + path })
  Readable.from([text]).pipe(quads)
  return (await (quads as unknown as Readable).toArray()) as Quad[]
}

export async function readResult(path: string): Promise<Expected> {
  const text = fileText(path)
  switch (path.replace(/^.*\./, '')) {
    case 'srx':
      return xmlResult(text)
    case 'srj':
      return jsonResult(JSON.parse(text) as { boolean?: boolean })
    case 'tsv':
      return rowsOf(tsvRows(text))
    case 'csv':
      return { type: 'texts', rows: csvRows(text) }
    default:
      return graphResult(await readGraph(path))
  }
}

const rowsOf = (rows: readonly Row[]): Answer => ({ type: 'bindings', variables: [...new Set(rows.flatMap(Object.keys))], rows })

async function xmlResult(text: string): Promise<Answer> {
  const parser = new SparqlXmlParser()
  if (/<boolean>/.test(text)) return { type: 'boolean', value: await parser.parseXmlBooleanStream(Readable.from([text])) }
  const rows: Row[] = []
  for await (const row of parser.parseXmlResultsStream(Readable.from([text]))) rows.push(row as unknown as Row)
  return rowsOf(rows)
}

function jsonResult(json: { boolean?: boolean }): Answer {
  if (json.boolean !== undefined) return { type: 'boolean', value: json.boolean }
  return rowsOf(new SparqlJsonParser().parseJsonResults(json))
}

/** Each cell is a term as Turtle writes it. */
function tsvRows(text: string): Row[] {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/)
  const names = head!.split('\t').map((name) => name.slice(1))
  return lines.map((line) => {
    const cells = line.split('\t').map((cell): Term | undefined => (cell === '' ? undefined : turtleTerm(cell)))
    return Object.fromEntries(names.flatMap((name, index) => (cells[index] ? [[name, cells[index]]] : [])))
  })
}

const turtleTerm = (text: string): Term => new Parser().parse(`<urn:s> <urn:p> ${text} .`)[0]!.object

function csvRows(text: string): Record<string, string>[] {
  const [head, ...rows] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!),
    )
  return rows.map((cells) => Object.fromEntries(head!.map((name, index) => [name, cells[index] ?? ''])))
}

const rs = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#'

/** What CONSTRUCT makes, or rows that are themselves written as a graph. */
function graphResult(quads: readonly Quad[]): Answer {
  const graph = new Store([...quads])
  const objects = (subject: Term | null, property: string): Term[] => graph.getObjects(subject, namedNode(rs + property), null)
  if (objects(null, 'resultVariable').length === 0) return { type: 'quads', quads }
  const rows = objects(null, 'solution').map((solution) =>
    Object.fromEntries(
      objects(solution, 'binding').map((binding) => [objects(binding, 'variable')[0]!.value, objects(binding, 'value')[0]!]),
    ),
  )
  return rowsOf(rows)
}
