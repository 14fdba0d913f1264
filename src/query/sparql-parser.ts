/**
 * The one place that loads the SPARQL parser, which takes long to set up: a saved question of the package needs none.
 * It is bundled apart from the rest, so it tells mistakes as data: an error's class would be another one there.
 */
import { toAlgebra, toAst } from '@traqula/algebra-sparql-1-2'
import { Parser } from '@traqula/parser-sparql-1-2'
import type { Operation, Row } from './answer.ts'
import { inQuads } from './named-graphs.ts'
import { rewrite, textOf, type RewriteOptions, type Rewritten, type Unfit } from './remote/rewrite.ts'
import { group, pattern, termNode, variableNode, type Node } from './remote/syntax-tree.ts'

/** Why a text is no question. */
export type Mistake =
  | { readonly mistake: 'syntax'; readonly offset: number; readonly what: string }
  | { readonly mistake: 'prefix'; readonly prefix: string }
  | { readonly mistake: 'depth' }
  | { readonly mistake: 'other'; readonly message: string }

const parser = new Parser({ lexerConfig: { positionTracking: 'full' } })

/**
 * Parses a question or an update (https://www.w3.org/TR/sparql11-query/) into SPARQL algebra.
 *
 * @param prefixes namespaces by prefix that need no declaration
 * @param baseIRI what relative IRIs go by where the question has no BASE
 */
export function parse(sparql: string, prefixes: Readonly<Record<string, string>>, baseIRI?: string): Operation | Mistake {
  try {
    const context = { prefixes: { ...prefixes }, ...(baseIRI !== undefined && { baseIRI }) }
    const tree = parser.parse(sparql, context)
    // An update has no algebra but that of quads.
    return inQuads(toAlgebra(tree, { quads: tree.type === 'update', blankToVariable: true, ...context }))
  } catch (error) {
    return error instanceof RangeError ? { mistake: 'depth' } : mistakeOf((error as Error).message, sparql)
  }
}

/** Parses a question and rewrites it for a store (see there). */
export function parseForStore(sparql: string, options: RewriteOptions): Rewritten | Unfit | Mistake {
  try {
    return rewrite(parser.parse(sparql, { prefixes: { ...options.prefixes } }), options)
  } catch (error) {
    return error instanceof RangeError ? { mistake: 'depth' } : mistakeOf((error as Error).message, sparql)
  }
}

/**
 * A SELECT of all that a pattern has.
 *
 * @param pattern its algebra
 * @param names variables of which the values are known, and those
 */
export function serviceText(inner: unknown, names: readonly string[] = [], rows: readonly Row[] = []): string {
  const { where, ...select } = toAst({ type: 'project', input: inner, variables: [] } as never) as unknown as Node
  const known = rows.map((row) => Object.fromEntries(names.map((name) => [name, termNode(row[name]!)])))
  const values = names.length > 0 ? [pattern('values', { variables: names.map(variableNode), values: known })] : []
  return textOf({ ...select, variables: [{ type: 'wildcard' }], where: group(...values, where) }).trim()
}

/** The parser's messages as data. */
function mistakeOf(message: string, sparql: string): Mistake {
  const character = /^unexpected character: ->.*<- at offset: (\d+)/s.exec(message)
  if (character) return { mistake: 'syntax', offset: Number(character[1]), what: '' }
  const token = /^(?:Parse|Lexing) error on line (\d+)\n.*\n(-*)\^/.exec(message)
  if (token) {
    const above = sparql.split('\n').slice(0, Number(token[1]) - 1)
    const found = /but found(?:: | --> )'?(.*?)'?(?: <--)?$/m.exec(message)?.[1]
    return {
      mistake: 'syntax',
      offset: above.reduce((sum, line) => sum + line.length + 1, 0) + token[2]!.length,
      what: found === undefined ? '' : `, at ${found}`,
    }
  }
  if (/^(?:Parse|Lexing) error\n/.test(message)) {
    const expected = /^Expecting --> (\S+) <-- but found --> '' <--$/m.exec(message)?.[1]
    const what = `: the query ends too early${expected === undefined ? '' : `, ${expected} is expected`}`
    return { mistake: 'syntax', offset: sparql.trimEnd().length, what }
  }
  const prefix = /^Unknown prefix: (.*)$/s.exec(message)
  return prefix ? { mistake: 'prefix', prefix: prefix[1]! } : { mistake: 'other', message: message.split('\n', 1)[0]! }
}
