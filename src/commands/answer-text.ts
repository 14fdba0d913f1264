/** An answer to a question as text: in the format that is asked for, or the one that a file's ending stands for. */
import { extname } from 'node:path'
import type { Term } from '@rdfjs/types'
import { counted } from '../counted.ts'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { prefixesFor, toCurie } from '../model/iri.ts'
import { formatOf, formats } from '../formats/index.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import type { Answer } from '../query/answer.ts'
import { results } from '../query/results.ts'
import { painter, type Io } from './io.ts'
import { table } from './table.ts'

/** What rows can be written as, by the endings of files. */
const rowEndings: Readonly<Record<string, string>> = {
  json: 'json',
  srj: 'json',
  xml: 'xml',
  srx: 'xml',
  csv: 'csv',
  tsv: 'tsv',
  txt: 'table',
}
const rowFormats = ['table', ...Object.keys(results)]
const tripleFormats = formats.map(({ name }) => name)

/**
 * The format that a file's ending stands for: of rows, of triples, or of both.
 *
 * @throws StemmaError `bad-argument` for no file, `unknown-format` for an ending that stands for none
 */
export function formatOfOutput(file: string): string {
  if (file === '')
    throw new StemmaError({ code: 'bad-argument', message: '-o names no file', hint: 'write -o FILE, or leave it out' }, 'usage')
  const ending = extname(file).slice(1).toLowerCase()
  if (Object.hasOwn(rowEndings, ending) || formats.some(({ extensions }) => extensions.includes(ending))) return ending
  throw new StemmaError(
    {
      code: 'unknown-format',
      message: ending === '' ? `${quote(file)} has no ending that tells its format` : `no format's files end in ${quote(`.${ending}`)}`,
      hint: `--format says it, or an ending: ${[...new Set([...Object.keys(rowEndings), ...formats.flatMap(({ extensions }) => extensions)])].map((one) => `.${one}`).join(' ')}`,
    },
    'usage',
  )
}

/** An answer as text, and whether that is for programs: then it is as the answer is, and nothing in it is escaped for a terminal. */
export interface AnswerText {
  readonly text: string
  readonly isData: boolean
}

/**
 * An answer as text.
 *
 * @param graph whose prefixes shorten IRIs
 * @param format a name or an ending; without one what suits who reads it
 * @throws StemmaError `unknown-format` when rows are asked for as triples, or triples as rows
 */
export async function answerText(graph: Pick<Graph, 'base'>, answer: Answer, format: string | undefined, io: Io): Promise<AnswerText> {
  if (answer.type === 'quads') {
    const wanted = format ?? 'turtle'
    // .json and .xml are endings of both.
    if (Object.hasOwn(rowEndings, wanted) || rowFormats.includes(wanted))
      if (!formats.some(({ extensions }) => extensions.includes(wanted))) throw wrongFormat('triples', wanted, tripleFormats)
    return data(formatOf(wanted).write(answer.quads, { prefixes: prefixesFor(graph.base) }))
  }
  const asked = format ?? (io.terminal ? 'table' : 'csv')
  const wanted = Object.hasOwn(rowEndings, asked) ? rowEndings[asked]! : asked
  if (wanted === 'table')
    return { text: answer.type === 'boolean' ? `${answer.value ? 'yes' : 'no'}\n` : await rowsAsTable(graph, answer, io), isData: false }
  if (Object.hasOwn(results, wanted)) return data(results[wanted as keyof typeof results](answer))
  throw wrongFormat(answer.type === 'boolean' ? 'a yes or no' : 'rows', wanted, rowFormats)
}

const data = (text: string): AnswerText => ({ text, isData: true })

const wrongFormat = (what: string, format: string, known: readonly string[]): StemmaError =>
  new StemmaError(
    {
      code: 'unknown-format',
      message: `${what} cannot be written as ${quote(format)}`,
      hint: didYouMean(format, known) ?? `one of: ${known.join(', ')}`,
    },
    'usage',
  )

async function rowsAsTable(
  graph: Pick<Graph, 'base'>,
  { variables, rows, sources }: Extract<Answer, { type: 'bindings' }>,
  io: Io,
): Promise<string> {
  const prefixes = prefixesFor(graph.base)
  const short = (iri: string): string => toCurie(iri, prefixes)
  const cell = (name: string, term: Term | undefined): string => {
    if (!term) return ''
    if (name === sources) return term.value.split(' ').map(short).join(' ')
    return term.termType === 'NamedNode' ? short(term.value) : term.value
  }
  const paint = painter(io)
  const lines = await table(
    variables,
    rows.map((row) => variables.map((name) => cell(name, Object.hasOwn(row, name) ? row[name] : undefined))),
    (header) => paint('bold', header),
  )
  return `${lines}${paint('dim', counted(rows.length, 'rows'))}\n`
}
