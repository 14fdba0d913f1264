/** SPARQL 1.1 over a graph, by Comunica's engine without network access. */
import type { Source } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { sourceOf } from '../graph/source.ts'
import { prefixesFor } from '../model/iri.ts'
import type { Answer, Parameters } from './answer.ts'

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
  const { runQuery } = await import('./comunica.ts')
  const { text, offset } = withPrefixes(sparql, prefixesFor(graph.base))
  try {
    const answer = await runQuery(text, readerOf(graph), parameters)
    if (answer) return answer
  } catch (error) {
    throw queryError(error as Error, sparql, offset, text.length - sparql.length)
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

/** Declares the prefixes that the query uses and does not declare itself, on one line before it. */
function withPrefixes(sparql: string, prefixes: Record<string, string>): { text: string; offset: number } {
  const declared = new Set([...sparql.matchAll(/\bPREFIX\s+([\w.-]*):/giu)].map(([, prefix]) => prefix))
  const used = new Set([...sparql.matchAll(/(?<![\w?$<:/.-])([a-z][\w-]*):/giu)].map(([, prefix]) => prefix!))
  const lines = [...used]
    .filter((prefix) => Object.hasOwn(prefixes, prefix) && !declared.has(prefix))
    .map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>`)
  return lines.length === 0 ? { text: sparql, offset: 0 } : { text: `${lines.join(' ')}\n${sparql}`, offset: 1 }
}

/** Comunica's errors in our words, with the lines counted in the query that was written. */
function queryError(error: Error, sparql: string, offset: number, before: number): StemmaError {
  const hint = 'see the saved questions for examples: stemma queries'
  const character = /^unexpected character: ->.*<- at offset: (\d+)/s.exec(error.message)
  if (character) {
    const lines = sparql.slice(0, Number(character[1]) - before).split('\n')
    return new StemmaError({
      code: 'bad-query',
      message: `line ${lines.length} of the query is not SPARQL`,
      excerpt: `  ${sparql.split('\n')[lines.length - 1]}\n  ${'-'.repeat(lines.at(-1)!.length)}^`,
      hint,
    })
  }
  const syntax = /^(?:Parse|Lexing) error on line (\d+)\n(.*)\n(-*\^)/.exec(error.message)
  if (syntax) {
    const [, line, source, caret] = syntax
    const found = /but found: (.*)$/m.exec(error.message)?.[1]
    return new StemmaError({
      code: 'bad-query',
      message: `line ${Number(line) - offset} of the query is not SPARQL${found ? `, at ${found}` : ''}`,
      excerpt: `  ${source}\n  ${caret}`,
      hint,
    })
  }
  if (/Unknown prefix: /.test(error.message))
    return new StemmaError({
      code: 'unknown-prefix',
      message: error.message.replace('Unknown', 'unknown'),
      hint: 'declare it with PREFIX, or see the declared ones: stemma queries --prefixes',
    })
  if (/query-source-dereference|Query source identification failed/.test(error.message))
    return new StemmaError({
      code: 'foreign-source',
      message: 'this engine reads no other place than its own graph, so SERVICE and LOAD do not work',
      hint: 'ask for the data here, or use an engine of your own on an export',
    })
  return new StemmaError({ code: 'bad-query', message: error.message.split('\n', 1)[0]!, hint })
}
