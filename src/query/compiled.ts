/**
 * Saved questions parsed beforehand, as JSON lines of text and algebra: setting up the parser takes longer than most answers.
 * A question is looked up by its whole text, so one that was edited since is parsed as ever.
 */
import { readFileSync } from 'node:fs'
import { packagedQueries } from '../package-files.ts'
import type { Operation } from './answer.ts'

/** What a line begins with: the question's text and the base that its prefixes were taken from. */
export const head = (sparql: string, base: string): string => JSON.stringify([base, sparql]).slice(0, -1)

/** The packaged questions, read once: a question is looked up when it is asked and again when it is looked over for slips. */
let lines: readonly string[] | undefined

/** The algebra of a saved question of the package, its terms as plain objects; nothing for any other text. */
export function compiled(sparql: string, base: string): Operation | undefined {
  if (!packagedQueries) return undefined
  const wanted = `${head(sparql, base)},`
  lines ??= readFileSync(packagedQueries, 'utf8').split('\n')
  const line = lines.find((one) => one.startsWith(wanted))
  return line === undefined ? undefined : (JSON.parse(line) as [string, string, Operation])[2]
}
