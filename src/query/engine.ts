/** SPARQL 1.1 over a graph, by Comunica's engine without network access. */
import type { Source } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { sourceOf } from '../graph/source.ts'
import { prefixesFor } from '../model/iri.ts'
import type { Answer, Parameters } from './answer.ts'
import { compiled } from './compiled.ts'

const sources = new WeakMap<Graph, Source>()

/** What a source has worked out serves the next question too. */
function readerOf(graph: Graph): Source {
  const source = sources.get(graph) ?? sourceOf(graph)
  sources.set(graph, source)
  return source
}

/**
 * Asks a question. The project's prefixes are declared already.
 *
 * @param graph what to ask
 * @param sparql a SELECT, ASK, CONSTRUCT or DESCRIBE query
 * @param parameters variables that are bound beforehand, as terms
 * @throws StemmaError `bad-query` with line and caret, `not-a-question` for updates, `foreign-source` for SERVICE
 */
export async function ask(graph: Graph, sparql: string, parameters: Parameters = {}): Promise<Answer> {
  const question = compiled(sparql, graph.base) ?? (await import('./sparql-parser.ts')).parse(sparql, prefixesFor(graph.base))
  const { runQuery } = await import('./comunica.ts')
  try {
    const answer = await runQuery(question, readerOf(graph), parameters)
    if (answer) return answer
  } catch (error) {
    throw engineError(error as Error)
  }
  throw new StemmaError(
    {
      code: 'not-a-question',
      message: 'an update changes a graph; this one is read-only',
      hint: 'use SELECT, ASK, CONSTRUCT or DESCRIBE; facts are changed in the data files',
    },
    'usage',
  )
}

/** Comunica's errors in our words. */
function engineError({ message }: Error): StemmaError {
  if (/query-source-dereference|Query source identification failed/.test(message))
    return new StemmaError({
      code: 'foreign-source',
      message: 'this engine reads no other place than its own graph, so SERVICE and LOAD do not work',
      hint: 'ask for the data here, or use an engine of your own on an export',
    })
  return new StemmaError({
    code: 'bad-query',
    message: message.split('\n', 1)[0]!,
    hint: 'see the saved questions for examples: stemma queries',
  })
}
