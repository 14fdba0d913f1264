/** Hints that name a command, as they are for those who ask over HTTP: with the address of what the command would show. */
import type { Problem } from '../../errors.ts'
import { questionsPath } from './path.ts'

const commands: readonly (readonly [command: RegExp, address: (base: string, ...found: string[]) => string])[] = [
  [/, or see the declared ones: stemma queries --prefixes$/, () => ''],
  [/stemma queries$/, (base) => base + questionsPath],
  [/stemma list$/, (base) => base],
  [/stemma show (\S+)$/, (base, path) => base + path],
  [
    /stemma query (\S+) (.*)$/,
    (base, name, values) => `${base}${questionsPath}/${name}?${new URLSearchParams(pairsOf(values)).toString()}`,
  ],
]

/** A pair may hold spaces: a new one begins with a name and an equals sign. */
const pairsOf = (text: string): [string, string][] =>
  text.split(/ (?=\w+=)/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])

/** A problem with its hint for those who ask over HTTP. */
export function overHttp(problem: Problem, base: string): Problem {
  if (problem.hint === undefined) return problem
  const hint = commands.reduce(
    (text, [command, address]) => text.replace(command, (_, ...found: string[]) => address(base, ...found)),
    problem.hint,
  )
  return { ...problem, hint }
}
