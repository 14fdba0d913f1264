/**
 * Reads JSON-LD 1.1 with jsonld.js, in a room of its own (node:vm): it has no way out, so nothing can be fetched, what it waits for is
 * done when the call returns, and it is stopped when it takes too long.
 */
import { readFileSync } from 'node:fs'
import { createContext, Script, type Context } from 'node:vm'
import type { Quad_Graph, Quad_Object, Quad_Subject, Term } from '@rdfjs/types'
import type { Problem } from '../../errors.ts'
import { blankNode, defaultGraph, literal, namedNode, quad } from '../../model/claim.ts'
import { jsonldLibrary } from '../../package-files.ts'
import { quote } from '../../quote.ts'
import { knownContexts } from './contexts.ts'
import { jsonBreak } from './json-break.ts'
import { brokenSyntax, type Reader } from './statement.ts'

const hint = 'mend it: nothing of the file was read'

/** How long one file may take; what is read in practice takes a hundredth of it. */
const longest = 60_000

/** A term as the room hands it over. */
interface PlainTerm {
  readonly termType: Term['termType']
  readonly value: string
  readonly language?: string
  readonly datatype?: PlainTerm
}

interface Answer {
  readonly quads?: readonly Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>>[]
  readonly meaningless: readonly string[]
  readonly refused: readonly string[]
  readonly failed?: string
}

/** What runs in the room: `input`, `base` and `contexts` are texts, and so is `answer`. */
const program = new Script(
  `answer = undefined
  {
    const known = JSON.parse(contexts), refused = [], meaningless = []
    const documentLoader = async (url) => {
      if (Object.hasOwn(known, url)) return { documentUrl: url, document: known[url] }
      refused.push(url)
      throw new Error('refused')
    }
    const eventHandler = ({ event }) => {
      const { property, type, value, id } = event.details
      const what = property ?? type ?? id
      if (event.level === 'warning') meaningless.push(String(what ?? (typeof value === 'string' ? value : event.code)))
    }
    const settle = (more) => { answer = JSON.stringify({ meaningless, refused, ...more }) }
    jsonld.toRDF(JSON.parse(input), { base, documentLoader, eventHandler, rdfDirection: undefined })
      .then((quads) => settle({ quads }), (error) => settle({ failed: String(error?.details?.code ?? error?.message ?? error) }))
  }`,
  { filename: 'jsonld' },
)

let room: Context | undefined

/** Sets up the room when the first file is read. */
function roomOf(): Context {
  if (room) return room
  const made = createContext(
    { contexts: JSON.stringify(knownContexts()) },
    { microtaskMode: 'afterEvaluate', codeGeneration: { strings: false, wasm: false } },
  )
  new Script(`globalThis.self = globalThis; ${readFileSync(jsonldLibrary, 'utf8')}`, { filename: 'jsonld.min.js' }).runInContext(made)
  return (room = made)
}

export const readJsonld: Reader = (text, file, base) => {
  const problem = jsonProblem(text, file)
  if (problem) return { statements: [], problems: [problem], meaningless: new Map() }
  const { quads = [], meaningless, refused, failed } = ask(text, base)
  const problems =
    failed === undefined
      ? []
      : [refused.length > 0 ? refusal(refused[0]!, file) : { ...brokenSyntax(`the JSON-LD cannot be read: ${failed}`, file), hint }]
  const counts = new Map<string, number>()
  for (const one of meaningless) counts.set(one, (counts.get(one) ?? 0) + 1)
  const statements = quads.map(({ subject, predicate, object, graph }) => ({
    quad: quad(termOf(subject) as Quad_Subject, namedNode(predicate.value), termOf(object) as Quad_Object, termOf(graph) as Quad_Graph),
  }))
  return { statements, problems, meaningless: counts }
}

function ask(input: string, base: string): Answer {
  const context = roomOf()
  Object.assign(context, { input, base })
  const nothing = { meaningless: [], refused: [] }
  try {
    program.runInContext(context, { timeout: longest })
    const answer = context['answer'] as string | undefined
    return answer === undefined ? { ...nothing, failed: 'it does not end' } : (JSON.parse(answer) as Answer)
  } catch (error) {
    // What was begun in the room would go on when it is used again.
    room = undefined
    const isSlow = (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    return { ...nothing, failed: isSlow ? `it takes more than ${longest / 1_000} seconds` : (error as Error).message }
  } finally {
    context['input'] = context['answer'] = undefined
  }
}

/** The line on which JSON breaks off. */
function jsonProblem(text: string, file: string): Problem | undefined {
  const at = jsonBreak(text)
  return at && { ...brokenSyntax(`the file is no JSON: ${at.message}`, file, at.line, at.column), hint }
}

const refusal = (url: string, file: string): Problem => ({
  code: 'refused-context',
  message: `the file needs the JSON-LD context ${quote(url)}, which does not come with Stemma; nothing is fetched, and nothing of the file was read`,
  place: { file },
  hint: 'put the context into the file, in place of its address',
})

function termOf({ termType, value, language, datatype }: PlainTerm): Term {
  if (termType === 'NamedNode') return namedNode(value)
  if (termType === 'BlankNode') return blankNode(value.replace(/^_:/, ''))
  if (termType === 'DefaultGraph') return defaultGraph()
  return language ? literal(value, language) : literal(value, datatype && namedNode(datatype.value))
}
