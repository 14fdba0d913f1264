/** The one place that loads the SPARQL parser, which takes long to set up: a saved question of the package needs none. */
import { toAlgebra } from '@traqula/algebra-sparql-1-2'
import { Parser } from '@traqula/parser-sparql-1-2'
import { StemmaError } from '../errors.ts'
import type { Operation } from './answer.ts'

const parser = new Parser({ lexerConfig: { positionTracking: 'full' } })
const hint = 'see the saved questions for examples: stemma queries'

/**
 * Parses a question or an update (https://www.w3.org/TR/sparql11-query/) into SPARQL algebra.
 *
 * @param prefixes namespaces by prefix that need no declaration
 * @throws StemmaError `bad-query` with line and caret, `unknown-prefix`
 */
export function parse(sparql: string, prefixes: Readonly<Record<string, string>>): Operation {
  try {
    const context = { prefixes: { ...prefixes } }
    return toAlgebra(parser.parse(sparql, context), { quads: true, blankToVariable: true, ...context })
  } catch (error) {
    throw syntaxError(error as Error, sparql)
  }
}

/** The parser's errors in our words. */
function syntaxError({ message }: Error, sparql: string): StemmaError {
  const character = /^unexpected character: ->.*<- at offset: (\d+)/s.exec(message)
  if (character) {
    const lines = sparql.slice(0, Number(character[1])).split('\n')
    const found = sparql.split('\n')[lines.length - 1]!
    return notSparql(lines.length, found, `${'-'.repeat(lines.at(-1)!.length)}^`)
  }
  const syntax = /^(?:Parse|Lexing) error on line (\d+)\n(.*)\n(-*\^)/.exec(message)
  if (syntax) return notSparql(Number(syntax[1]), syntax[2]!, syntax[3]!, /but found: (.*)$/m.exec(message)?.[1])
  if (message.startsWith('Unknown prefix: '))
    return new StemmaError({
      code: 'unknown-prefix',
      message: message.replace('Unknown', 'unknown'),
      hint: 'declare it with PREFIX, or see the declared ones: stemma queries --prefixes',
    })
  return new StemmaError({ code: 'bad-query', message: message.split('\n', 1)[0]!, hint })
}

function notSparql(line: number, source: string, caret: string, found?: string): StemmaError {
  const message = `line ${line} of the query is not SPARQL${found ? `, at ${found}` : ''}`
  return new StemmaError({ code: 'bad-query', message, excerpt: `  ${source}\n  ${caret}`, hint })
}
