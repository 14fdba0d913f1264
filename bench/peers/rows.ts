/** Rows made comparable, whatever engine they come from. */

/** What a term of an answer has; those of RDF/JS and of SPARQL's JSON results both do. */
interface TermLike {
  readonly value: string
  readonly language?: string
}

/** A row as text: its values by name in order. Datatypes are left out, since engines widen them. */
export const rowText = (row: Iterable<readonly [name: string, term: TermLike]>): string =>
  [...row]
    .map(([name, { value, language }]) => `${name}=${value}${language ? `@${language}` : ''}`)
    .sort()
    .join('\t')

/** Reads each value, since engines make them when they are first read. */
export function readAll(terms: Iterable<TermLike>): number {
  let characters = 0
  for (const { value } of terms) characters += value.length
  return characters
}

/** FNV-1a with 32 bits over UTF-8. */
export function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const byte of Buffer.from(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0
  return sum
}

/** The digest of rows in any order. */
export function digestOf(rows: Iterable<string>): number {
  let sum = 0
  for (const row of rows) sum += hash(row)
  return sum
}
