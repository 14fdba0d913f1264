/** Terms as SPARQL writes them. */
import { toCurie } from '../../../model/curie.ts'
import type { SentTerm } from '../protocol.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'

export function spelled(term: SentTerm, prefixes: Readonly<Record<string, string>>): string {
  if (typeof term === 'string') {
    const short = toCurie(term, prefixes)
    return short === term ? `<${term}>` : short
  }
  if ('blank' in term) return `_:${term.blank}`
  const { value, language, datatype } = term
  if (datatype === `${xsd}integer` && /^\d+$/.test(value)) return value
  const text = `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`
  if (language !== undefined) return `${text}@${language}`
  return datatype === undefined ? text : `${text}^^${spelled(datatype, prefixes)}`
}
