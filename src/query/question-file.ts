/** The text of a question that a person keeps in a file. */
import { readFileSync, statSync } from 'node:fs'
import { fileError, StemmaError, type Problem } from '../errors.ts'
import { textOf } from '../sources/text.ts'
import { readQuery, type SavedQuery } from './question.ts'

/** A question is a page of text; what is much longer is something else. */
export const longestQuestion = 2 ** 20

/**
 * Reads a question's file.
 *
 * @param path where it is
 * @param name what messages call the question
 * @throws StemmaError `file-…` when it cannot be read, `not-a-file`, `file-too-large`, `bad-encoding` and `bad-parameter` with the place
 */
export function readQuestionFile(path: string, name = path): SavedQuery {
  try {
    const stats = statSync(path)
    if (!stats.isFile() && !stats.isDirectory())
      throw new StemmaError({
        code: 'not-a-file',
        message: 'this is a device or a pipe, a plain file is needed',
        place: { file: path },
        hint: 'to ask from a pipe: stemma query - < question.rq',
      })
    if (stats.size > longestQuestion) throw tooLong(path)
    return questionFrom(readFileSync(path), name, path)
  } catch (error) {
    throw fileError(error, path)
  }
}

/**
 * The question that some bytes hold.
 *
 * @param file what they were read from, for errors
 */
export function questionFrom(bytes: Uint8Array, name: string, file: string): SavedQuery {
  const problems: Problem[] = []
  const text = textOf(bytes, file, problems)
  if (text === undefined) throw new StemmaError(problems)
  return readQuery(name, text, file)
}

/** The error of a question that is too long to be one. */
export const tooLong = (file: string): StemmaError =>
  new StemmaError({
    code: 'file-too-large',
    message: `a question has at most ${longestQuestion / 2 ** 20} MiB`,
    place: { file },
    hint: 'facts are asked with --graph FILE',
  })
