/** YAML that others wrote, which is parsed whole. The parser calls itself for each level, so what is deep is told before the stack is full. */
import { Lexer, parseDocument, type Document, type DocumentOptions, type ParseOptions, type SchemaOptions } from 'yaml'

/** So many levels are read. */
const deepest = 100

/** Why a text is not parsed, and where in it that begins. */
export interface Excess {
  readonly code: 'too-deep' | 'too-many-values'
  readonly message: string
  readonly offset: number
}

type Options = ParseOptions & DocumentOptions & SchemaOptions & { readonly mostTokens?: number }

/**
 * Parses YAML; what is wrong in it stands in the document, as the library has it.
 *
 * @param mostTokens of more words and marks nothing is read, which would take the memory of all else
 */
export function parseWhole(text: string, { mostTokens, ...options }: Options): Document.Parsed | Excess {
  // A text has no more lexemes than characters.
  const excess = text.length > (mostTokens ?? Infinity) || mayBeDeep(text) ? excessOf(text, mostTokens) : undefined
  if (excess) return excess
  try {
    const document = parseDocument(text, options)
    const overflow = document.errors.some(({ message }) => /call stack/.test(message))
    return overflow ? tooDeep(0) : document
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(0)
    throw error
  }
}

export const isExcess = (parsed: Document.Parsed | Excess): parsed is Excess => 'code' in parsed

const tooDeep = (offset: number): Excess => ({
  code: 'too-deep',
  message: `this is nested more than ${deepest} levels deep`,
  offset,
})

const manyInLine = new RegExp(`(?:[-?:][ \\t]+){${deepest}}`)

/** Whether its marks open so many levels that it is worth a closer look; some may stand in a text. */
function mayBeDeep(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    depth = mark === '[' || mark === '{' ? depth + 1 : Math.max(depth - 1, 0)
    if (depth > deepest) return true
  }
  return manyInLine.test(text)
}

/** Lexemes that stand for no character of the text: where a document, a scalar or a broken flow begins. */
const signs: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])

/** Looks at the lexemes alone, without a tree. */
function excessOf(text: string, mostTokens = Infinity): Excess | undefined {
  let [offset, tokens, flow, inLine] = [0, 0, 0, 0]
  for (const lexeme of new Lexer().lex(text)) {
    if (++tokens > mostTokens)
      return { code: 'too-many-values', message: `this holds more than ${mostTokens.toLocaleString('en')} words and marks`, offset }
    if (lexeme === '[' || lexeme === '{') flow += 1
    else if (lexeme === ']' || lexeme === '}') flow -= 1
    else if (lexeme === '-' || lexeme === '?' || lexeme === ':') inLine += 1
    else if (lexeme.endsWith('\n')) inLine = 0
    if (flow + inLine > deepest) return tooDeep(offset)
    if (!signs.has(lexeme)) offset += lexeme.length
  }
  return undefined
}
