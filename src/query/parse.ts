/** From the text of a question to its algebra, and from what is wrong with the text to an error that shows the place. */
import { StemmaError, type Place } from '../errors.ts'
import { prefixesFor } from '../model/iri.ts'
import { didYouMean } from '../nearest.ts'
import type { Operation } from './answer.ts'
import { compiled } from './compiled.ts'
import { inPlainWords } from './engine-words.ts'
import type { Mistake } from './sparql-parser.ts'

const hint = 'see the saved questions for examples: stemma queries'

/**
 * The algebra of a question.
 *
 * @param sparql a question, in plain text
 * @param base base IRI of instances, which the declared prefixes go by
 * @param file the file that the question was read from, for errors
 * @param address what relative IRIs go by where the question has no BASE
 * @throws StemmaError `empty-query`, `bad-query` with line and caret, `unknown-prefix`
 */
export async function questionOf(sparql: string, base: string, file?: string, address?: string): Promise<Operation> {
  const ready = compiled(sparql, base)
  if (ready) return ready
  const prefixes = prefixesFor(base)
  const { parse } = await import('./sparql-parser.ts')
  const parsed = parse(sparql, prefixes, address)
  if ('mistake' in parsed) throw errorOf(parsed, sparql, prefixes, file)
  // What has prefixes and comments only is an update that does nothing.
  if (parsed.type === 'nop') throw emptyQuery(file)
  return parsed
}

/** The error of a question that asks nothing. */
export const emptyQuery = (file?: string): StemmaError =>
  new StemmaError({
    code: 'empty-query',
    message: 'the question is empty',
    ...(file !== undefined && { place: { file } }),
    hint: 'write a SELECT, ASK, CONSTRUCT or DESCRIBE query, or name a saved question: stemma queries',
  })

/** The error of what the parser says is no question. */
export function errorOf(
  mistake: Mistake,
  sparql: string,
  prefixes: Readonly<Record<string, string>>,
  file: string | undefined,
): StemmaError {
  const named = file === undefined ? {} : { place: { file } }
  switch (mistake.mistake) {
    case 'depth':
      return tooDeep(file)
    case 'prefix':
      return new StemmaError({
        code: 'unknown-prefix',
        message: `unknown prefix: ${mistake.prefix}`,
        ...named,
        hint:
          didYouMean(mistake.prefix, Object.keys(prefixes)) ??
          'declare it with PREFIX, or see the declared ones: stemma queries --prefixes',
      })
    case 'other':
      return badQuery(mistake.message, sparql, file)
    case 'syntax': {
      const { what, offset } = mistake
      const { line, ...shown } = placeAt(sparql, offset, file)
      const message = file === undefined ? `line ${line} of the query is not SPARQL${what}` : `this is not SPARQL${what}`
      return new StemmaError({ code: 'bad-query', message, ...shown, hint })
    }
  }
}

/** The error of what the parser or the engine says of a question, in plain words where there are any. */
export function badQuery(said: string, sparql: string, file: string | undefined): StemmaError {
  const { about, ...words } = inPlainWords(said) ?? { message: said.split('\n', 1)[0]!, hint }
  const offset = about && [...sparql.matchAll(about)].at(-1)?.index
  if (offset === undefined) return new StemmaError({ code: 'bad-query', ...words, ...(file !== undefined && { place: { file } }) })
  const { place, excerpt } = placeAt(sparql, offset, file)
  return new StemmaError({ code: 'bad-query', ...words, ...(place && { place }), excerpt })
}

/** A place in a question, with its line and a caret. */
function placeAt(sparql: string, offset: number, file: string | undefined): { line: number; place?: Place; excerpt: string } {
  const before = sparql.slice(0, offset).split('\n')
  const [line, column] = [before.length, before.at(-1)!.length + 1]
  const excerpt = `  ${sparql.split('\n')[line - 1]!}\n  ${'-'.repeat(column - 1)}^`
  return { line, ...(file !== undefined && { place: { file, line, column } }), excerpt }
}

/** Parsers and engines call themselves for each level of a question, and their stack ends some thousand levels down. */
export const tooDeep = (file?: string): StemmaError =>
  new StemmaError({
    code: 'bad-query',
    message: 'the query is nested too deeply',
    ...(file !== undefined && { place: { file } }),
    hint: 'take out parentheses and braces that do nothing, or ask in several queries',
  })
