/** A question with terms in place of its parameters, for engines that bind none. */
import type { Term } from '@rdfjs/types'
import { nTriplesTerm } from '../src/formats/terms.ts'

/** Comments, strings, IRIs, variables, words and all else, in this order of attempts. */
const tokens = /#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|<[^<>"{}|^`\\\s]*>|[?$]\w+|[A-Za-z]\w*|\s+|[^]/g

/** Where variables stand by themselves and a term needs parentheses. */
type Clause = 'select' | 'by' | 'other'

/**
 * Puts terms in the place of variables. A variable that is selected is named in the answer as before.
 *
 * @param terms by the names of variables
 */
export function substituted(sparql: string, terms: Readonly<Record<string, Term>>): string {
  let clause: Clause = 'other'
  let depth = 0
  // A term is always bound, and BOUND takes no other thing than a variable.
  const text = Object.keys(terms).reduce((all, name) => all.replace(new RegExp(`\\bBOUND\\(\\s*[?$]${name}\\s*\\)`, 'gi'), 'true'), sparql)
  return text.replace(tokens, (token) => {
    const word = token.toUpperCase()
    if (word === 'SELECT') clause = 'select'
    else if (word === 'BY') clause = 'by'
    else if (['WHERE', '{', '}', 'HAVING', 'LIMIT', 'OFFSET', 'VALUES', 'GROUP', 'ORDER'].includes(word)) clause = 'other'
    if (token === '(') depth++
    if (token === ')') depth--
    if (clause !== 'select' && clause !== 'by') depth = 0
    const term = /^[?$]/.test(token) && Object.hasOwn(terms, token.slice(1)) ? terms[token.slice(1)] : undefined
    if (!term) return token
    const written = nTriplesTerm(term)
    if (clause === 'other' || depth > 0) return written
    return clause === 'select' ? `(${written} AS ?${token.slice(1)})` : `(${written})`
  })
}
