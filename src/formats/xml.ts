/** Texts as XML 1.0 holds them. */
import type { Problem } from '../errors.ts'
import { quote } from '../quote.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** What stands between tags; a carriage return would be read as a line feed. */
export const xmlText = (text: string): string => text.replace(/[&<>\r]/g, (character) => entities[character]!)

/** What stands between double quotes, where line breaks and tabs would be read as spaces. */
export const xmlAttribute = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (character) => entities[character]!)

/** What is wrong with a text that XML 1.0 cannot hold, not even escaped. */
export function xmlProblem(text: string): Problem | undefined {
  const [character] = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(text) ?? []
  if (character === undefined) return undefined
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return { code: 'no-xml-text', message: `XML cannot hold U+${code}, which ${quote(text)} has`, hint: 'use another format' }
}
