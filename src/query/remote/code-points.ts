/**
 * SPARQL reads \u0041 as A before it reads anything else (19.2), so also in a string that holds a backslash and a u: there
 * it would be another string, or none. With the u written as a code point itself, both ways of reading give the same.
 */
export const withoutFalseEscapes = (sparql: string): string =>
  sparql.replace(/\\\\([uU])/g, (_, letter: string) => `\\\\\\u00${letter === 'u' ? '75' : '55'}`)
