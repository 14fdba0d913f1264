/** The rows of a pattern question, each with the sources of the statements that it rests on. */
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { compareText, literal } from '../../model/claim.ts'
import { termId } from '../../model/term-key.ts'
import type { AnswerStream, Operation, Row } from '../answer.ts'
import type { Dataset, Part, Projection, Slice } from './part.ts'
import { sourcesOfRows, type RowSources } from './sources-of-rows.ts'
import { notRows, supported } from './supports.ts'

/** Puts a question to the engine. */
type Put = (question: Operation) => Promise<AnswerStream | undefined>

/** What stands around the projection of a SELECT. */
interface Around {
  readonly project: Projection
  readonly dataset?: Dataset
  readonly distinct: boolean
  readonly slice?: Slice
}

/** So many rows are handed out at once. */
const batch = 512

/**
 * Asks a SELECT with one variable more, `sources` (or `sources2`, where that is asked for already): the IRIs of the sources of the
 * statements that the row rests on, in their order, with a space between; no value where it rests on none. Of a property path that is one
 * shortest way. Rows that DISTINCT makes one have the sources of them all.
 *
 * @param question algebra, with its parameters put in
 * @param put asks the engine for rows as they are found
 * @param file the file that the question was read from, for errors
 * @throws StemmaError `no-why` for a question that is not of rows, or whose rows are put together by aggregates
 */
export async function withSources(question: Operation, index: QuadIndex, put: Put, file?: string): Promise<AnswerStream | undefined> {
  const { project, dataset, distinct, slice } = aroundOf(question as Part, file)
  const { part, supports } = supported(project, distinct, file)
  const cut: Part = slice && !distinct ? { ...slice, input: part } : part
  const answer = await put(dataset ? ({ ...dataset, input: cut } as Operation) : cut)
  if (answer?.type !== 'bindings') return answer
  const asked = project.variables.map(({ value }) => value)
  const sources = freeName(asked)
  const reading: Reading = { index, asked, sources, find: sourcesOfRows(index, supports, dataset?.default) }
  const rows = distinct ? merged(answer.rows, reading, slice) : each(answer.rows, reading)
  return { type: 'bindings', variables: [...asked, sources], sources, rows }
}

function aroundOf(question: Part, file: string | undefined): Around {
  switch (question.type) {
    case 'project':
      return { project: question, distinct: false }
    case 'distinct':
      return { ...aroundOf(question.input, file), distinct: true }
    case 'reduced':
      return aroundOf(question.input, file)
    case 'slice':
      return { ...aroundOf(question.input, file), slice: question }
    case 'from':
      return { ...aroundOf(question.input, file), dataset: question }
    default:
      throw notRows(file)
  }
}

function freeName(asked: readonly string[]): string {
  let name = 'sources'
  for (let count = 2; asked.includes(name); count++) name = `sources${count}`
  return name
}

interface Reading {
  readonly index: QuadIndex
  readonly asked: readonly string[]
  readonly sources: string
  readonly find: RowSources
}

/** The row that is shown; without a prototype, as all rows are. */
function shown(row: Row, found: ReadonlySet<number>, { index, asked, sources }: Reading): Row {
  const made = Object.create(null) as Record<string, Row[string]>
  for (const name of asked) if (row[name]) made[name] = row[name]
  const iris = [...found].map((source) => index.terms.term(source).value).sort(compareText)
  if (iris.length > 0) made[sources] = literal(iris.join(' '))
  return made
}

async function* each(rows: AsyncIterable<readonly Row[]>, reading: Reading): AsyncGenerator<Row[]> {
  for await (const some of rows)
    yield some.map((row) => {
      const found = new Set<number>()
      reading.find(row, found)
      return shown(row, found, reading)
    })
}

/** Equal rows as one, in the place of the first. All are read, since a later one may bring sources; those that are cut off are not kept. */
async function* merged(rows: AsyncIterable<readonly Row[]>, reading: Reading, slice: Slice | undefined): AsyncGenerator<Row[]> {
  const { start = 0, length = Infinity } = slice ?? {}
  const all = new Map<string, { readonly row: Row; readonly found: Set<number> }>()
  for await (const some of rows) {
    if (length === 0) break
    for (const row of some) {
      const key = JSON.stringify(reading.asked.map((name) => (row[name] ? termId(row[name]) : null)))
      let one = all.get(key)
      if (!one && all.size === start + length) continue
      if (!one) all.set(key, (one = { row, found: new Set() }))
      reading.find(row, one.found)
    }
  }
  const kept = [...all.values()].slice(start)
  for (let at = 0; at < kept.length; at += batch) yield kept.slice(at, at + batch).map(({ row, found }) => shown(row, found, reading))
}
