/** The saved questions: one file each in queries/, whose head comment is its help. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../errors.ts'
import { packageFile } from '../package-files.ts'
import { readQuestionFile } from './question-file.ts'
import type { SavedQuery } from './question.ts'

export { bind } from './bind.ts'
export type { SavedQuery } from './question.ts'

/**
 * The saved questions, by name.
 *
 * @throws StemmaError when the folder or a question in it cannot be read
 */
export function savedQueries(folder = packageFile('queries')): SavedQuery[] {
  return namesIn(folder).map((name) => read(name, folder))
}

/** One saved question, if there is one of that name. */
export function savedQuery(name: string, folder = packageFile('queries')): SavedQuery | undefined {
  return /^[a-z][a-z0-9-]*$/.test(name) && existsSync(join(folder, `${name}.rq`)) ? read(name, folder) : undefined
}

/** A saved question is told by its name, wherever the package lies. */
function read(name: string, folder: string): SavedQuery {
  const { file: _, ...question } = readQuestionFile(join(folder, `${name}.rq`), name)
  return question
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .flatMap((file) => (file.endsWith('.rq') ? [file.slice(0, -3)] : []))
      .sort()
  } catch (error) {
    throw fileError(error, folder)
  }
}
