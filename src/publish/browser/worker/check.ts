/** Where a question is no SPARQL. */
import { plainText } from '../../../query/plain-text.ts'
import { parse, type Mistake } from '../../../query/sparql-parser.ts'
import type { Mark } from '../protocol.ts'

/** The place of the first mistake, by our own parser; none in a question without one, and in an empty text. */
export function check(sparql: string, prefixes: Readonly<Record<string, string>>): Mark | undefined {
  const parsed = parse(plainText(sparql), prefixes)
  if (!('mistake' in parsed)) return undefined
  const from = placeOf(parsed, sparql)
  const before = sparql.slice(0, from).split('\n')
  const length = /^(?:[\w$?.:-]+|\S)/.exec(sparql.slice(from))?.[0].length ?? 0
  return { from, to: from + length, line: before.length, column: before.at(-1)!.length + 1, why: whyOf(parsed) }
}

function placeOf(mistake: Mistake, sparql: string): number {
  if (mistake.mistake === 'syntax') return Math.min(mistake.offset, sparql.length)
  return mistake.mistake === 'prefix' ? Math.max(0, sparql.search(new RegExp(`(?<![\\w-])${mistake.prefix.replaceAll('.', '\\.')}:`))) : 0
}

function whyOf(mistake: Mistake): Mark['why'] {
  switch (mistake.mistake) {
    case 'syntax':
      if (mistake.what.startsWith(':')) return { kind: 'early' }
      return { kind: 'at', token: mistake.what.replace(/^, at /, '') }
    case 'prefix':
      return { kind: 'prefix', prefix: mistake.prefix }
    case 'depth':
      return { kind: 'depth' }
    case 'other':
      return { kind: 'other', message: mistake.message }
  }
}
