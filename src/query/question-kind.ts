/** Which of the four kinds of questions one is, by its text. */

const kinds = ['select', 'ask', 'construct', 'describe'] as const
export type QuestionKind = (typeof kinds)[number]

/** What may stand before the first word: white space, comments, prefixes and the base (https://www.w3.org/TR/sparql11-query/#rPrologue). */
const prologue = /^(?:\s|#.*|PREFIX\s+[^\s:]*:\s*<[^<>]*>|BASE\s*<[^<>]*>)*/i

/** The kind of a question; undefined for what is none. */
export function kindOf(sparql: string): QuestionKind | undefined {
  const word = /^[a-z]+/i.exec(sparql.replace(prologue, ''))?.[0].toLowerCase()
  return kinds.find((kind) => kind === word)
}

/** Whether it is answered with triples, and not with rows or yes or no. */
export const isOfTriples = (sparql: string): boolean => ['construct', 'describe'].includes(kindOf(sparql) ?? '')
