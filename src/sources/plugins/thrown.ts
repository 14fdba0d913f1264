/** What was thrown by code that is not ours: anything. */
import { fileURLToPath } from 'node:url'

/** What an error says. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message.split('\n', 1)[0]! || thrown.name : textOf(thrown)

/** Not all that can be thrown can become a text. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return 'what it threw is no error'
  }
}

/** `FILE:LINE:COLUMN` of the line that threw, where that is known. */
export function lineOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  const [, place] = /^ +at (?:.* \()?((?:file:|[A-Za-z]:\\|\/).+?:\d+:\d+)\)?$/m.exec(thrown.stack ?? '') ?? []
  const [, url, position] = /^(file:.+?)((?::\d+){2})$/.exec(place ?? '') ?? []
  return url === undefined ? place : `${fileURLToPath(url)}${position}`
}
