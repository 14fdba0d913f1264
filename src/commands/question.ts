/** Which question a person means: a saved one, one in a file, one on standard input, or the SPARQL itself. */
import { statSync } from 'node:fs'
import { StemmaError } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { inline, standardInput } from '../query/bind.ts'
import { longestQuestion, questionFrom, readQuestionFile, tooLong } from '../query/question-file.ts'
import { readQuery, type SavedQuery } from '../query/question.ts'
import { savedQueries, savedQuery } from '../query/saved.ts'

/**
 * The question of an argument: `-` is standard input, a saved question goes by its name, a file is there or ends in .rq,
 * and SPARQL has a space or a brace.
 *
 * @throws StemmaError `unknown-query`, and what is wrong with a file
 */
export async function questionOf(written: string): Promise<SavedQuery> {
  if (written === '-') return questionFrom(await readInput(), standardInput, standardInput)
  return savedQuery(written) ?? asFile(written) ?? asText(written) ?? unknown(written)
}

function asFile(written: string): SavedQuery | undefined {
  const oneLine = !/[\n{}]/.test(written)
  return isThere(written) || (written.endsWith('.rq') && oneLine) ? readQuestionFile(written) : undefined
}

/** Whether there is something of that name; a text that can be no name is none. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

const asText = (written: string): SavedQuery | undefined =>
  written === '' || /[\s{]/.test(written) ? readQuery(inline, written) : undefined

function unknown(name: string): never {
  throw new StemmaError({
    code: 'unknown-query',
    message: `there is no saved question ${quote(name)}`,
    hint:
      didYouMean(
        name,
        savedQueries().map((query) => query.name),
      ) ?? 'see them: stemma queries',
  })
}

async function readInput(): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    length += part.length
    if (length > longestQuestion) throw tooLong(standardInput)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
