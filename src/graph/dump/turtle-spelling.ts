/** How N-Triples and Turtle spell terms. */
import { namedNode } from '../../model/claim.ts'
import { toCurie } from '../../model/iri.ts'
import { heads } from '../../model/term-key.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { around, headSpelling, type HeadSpelling } from './spelling.ts'

const numerals: ReadonlySet<string> = new Set(['integer', 'decimal', 'double'].map((name) => prefixes.xsd + name))

/**
 * What says how the terms of a head are spelled.
 *
 * @param short prefixes by name, in Turtle; none in N-Triples
 */
export function turtleSpelling(short: Record<string, string> = {}): (head: string) => HeadSpelling {
  const byNamespace = new Map(Object.entries(short).map(([prefix, namespace]) => [namespace, prefix]))
  const isTurtle = byNamespace.size > 0
  const iri = (value: string): string => {
    const curie = toCurie(value, short)
    return curie === value ? `<${value}>` : curie
  }
  return (head) => {
    const rest = head.slice(1)
    switch (head[0]) {
      case heads.iri: {
        const prefix = byNamespace.get(rest)
        return headSpelling('iri', around(`<${rest}`, '>'), prefix === undefined ? {} : { short: around(`${prefix}:`, '') })
      }
      case heads.blank:
        return headSpelling('blank', around('_:b', ''))
      case heads.language:
        return headSpelling('literal', around('"', `"@${rest}`))
      case heads.datatype:
        return headSpelling('literal', around('"', `"^^${iri(rest)}`), isTurtle && numerals.has(rest) ? { numeral: namedNode(rest) } : {})
      default:
        return headSpelling('literal', around('"', '"'))
    }
  }
}
